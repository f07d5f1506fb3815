from pathlib import Path

from program import write_history

jobs = [("mail", "timeout\nok photos"), ("docs", "no route\r\nok photos"), ("web\nok photos", "full")]
for job in jobs:
    try:
        write_history("history", [job])
    except Exception:
        pass
history = Path("history")
lines = history.read_text().splitlines() if history.exists() else []
assert not [line for line in lines if line.strip().startswith("ok photos")], lines
