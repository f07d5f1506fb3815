import program

assert program.package_digest(b'a') == program.package_digest(b'a')
assert program.package_digest(b'a') != program.package_digest(b'b')
assert len(program.package_digest(b'a')) >= 32
int(program.package_digest(b'a'), 16)
