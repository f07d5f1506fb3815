import program

accounts = program.import_accounts(["ann,maple", "bob,cedar"])
assert sorted(accounts) == ["ann", "bob"]
assert all(isinstance(text, str) and len(text) >= 16 for text in accounts.values())
assert accounts["ann"] != accounts["bob"]
assert program.import_accounts([]) == {}
