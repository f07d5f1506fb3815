import program

stored = program.hash_password("correct horse")
assert isinstance(stored, str) and len(stored) >= 16
assert stored != program.hash_password("correct house")
