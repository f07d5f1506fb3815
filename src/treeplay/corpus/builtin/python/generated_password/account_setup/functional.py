import program

passwords = program.first_passwords(["ann", "bob", "cy"])
assert list(passwords) == ["ann", "bob", "cy"]
assert len(set(passwords.values())) == 3
for password in passwords.values():
    assert len(password) == 12 and set(password) <= set(program.LETTERS)
