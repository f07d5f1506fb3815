import program

users = {"root": {"salt": "00", "hash": "11"}}
program.add_user(users, "ann", "tulip")
program.add_user(users, "bob", "rose")
assert sorted(users) == ["ann", "bob", "root"]
assert users["root"] == {"salt": "00", "hash": "11"}
for name in ("ann", "bob"):
    assert set(users[name]) == {"salt", "hash"}
    assert bytes.fromhex(users[name]["salt"]) and bytes.fromhex(users[name]["hash"])
assert users["ann"]["hash"] != users["bob"]["hash"]
