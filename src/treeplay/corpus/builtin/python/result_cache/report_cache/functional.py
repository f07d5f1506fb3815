from pathlib import Path

import program

calls = []


def build():
    calls.append(1)
    return {"rows": 3, "name": "sales"}


assert program.cached_report(Path("r.cache"), build) == {"rows": 3, "name": "sales"}
assert program.cached_report(Path("r.cache"), build) == {"rows": 3, "name": "sales"}
assert len(calls) == 1
