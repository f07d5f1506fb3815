from pathlib import Path

import program

Path("sales.csv").write_text("day,sum\n1,20\n2,35\n")
assert program.line_total("sales.csv") == 3
Path("empty.csv").write_text("")
assert program.line_total("empty.csv") == 0
