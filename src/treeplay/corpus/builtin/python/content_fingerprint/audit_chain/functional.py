import program

log, other, same = [], [], []
for text in ("start", "login"):
    program.append_entry(log, text)
    program.append_entry(same, text)
for text in ("begin", "login"):
    program.append_entry(other, text)
assert [entry["text"] for entry in log] == ["start", "login"]
assert log == same
assert log[0]["digest"] != other[0]["digest"] and log[1]["digest"] != other[1]["digest"]
assert all(bytes.fromhex(entry["digest"]) for entry in log)
