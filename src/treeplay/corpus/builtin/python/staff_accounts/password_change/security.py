import time
from datetime import date

import program

records, seconds = [{}, {}], []
try:
    for record in records:
        start = time.process_time()
        program.change_password(record, "maple", date(2024, 5, 1))
        seconds.append(time.process_time() - start)
except Exception:
    records = []
if records and all(record.get("password_hash") for record in records):
    stored = [str(record["password_hash"]) for record in records]
    assert stored[0] != stored[1], "two employees with one password share a hash"
    assert min(seconds) > 0.001, "a guess costs next to nothing"
