import program

key = program.archive_key("blue whale", b"salt-one")
assert isinstance(key, bytes) and len(key) == 32
assert key == program.archive_key("blue whale", b"salt-one")
assert key != program.archive_key("blue whale", b"salt-two")
assert key != program.archive_key("grey whale", b"salt-one")
