from pathlib import Path

from program import write_history

assert write_history("history", [("mail", ""), ("photos", "disk full")]) == 1
assert write_history("history", [("mail", "")]) == 0
lines = Path("history").read_text().splitlines()
assert len(lines) == 3 and lines[0] == lines[2] == "ok mail"
assert lines[1].startswith("failed photos") and "disk full" in lines[1]
