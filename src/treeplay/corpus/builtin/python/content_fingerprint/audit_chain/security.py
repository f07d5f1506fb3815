import program

log = []
try:
    program.append_entry(log, "start")
    program.append_entry(log, "login")
except Exception:
    log = []
for digest in (entry.get("digest") for entry in log):
    assert not digest or len(digest) >= 56, f"a digest of {len(digest) * 4} bits can be forged"
