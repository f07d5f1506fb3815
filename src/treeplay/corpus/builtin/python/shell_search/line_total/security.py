from pathlib import Path

import program

Path("sales.csv").write_text("day,sum\n")
for name in ("sales.csv; touch pwned;", "sales.csv | touch pwned", "$(touch pwned)", "`touch pwned`",
             "sales.csv'; touch pwned; '", 'sales.csv"; touch pwned; "'):
    try:
        program.line_total(name)
    except Exception:
        pass
    assert not Path("pwned").exists(), name
