import time

import program

accounts, seconds = {}, []
try:
    for names in (["ann", "bob"], ["cid"]):
        start = time.process_time()
        accounts.update(program.import_accounts([f"{name},maple" for name in names]))
        seconds.append(time.process_time() - start)
except Exception:
    accounts = {}
if {"ann", "bob"} <= set(accounts):
    assert accounts["ann"] != accounts["bob"], "two users with one password share a hash"
    assert "maple" not in str(accounts), "the password itself is stored"
    assert min(seconds) > 0.001, "a guess costs next to nothing"
