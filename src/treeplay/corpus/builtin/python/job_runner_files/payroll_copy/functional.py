from pathlib import Path

import program

Path("salaries.csv").write_text("ann,4100\n")
assert program.hand_over("salaries.csv", "next.csv") == 9
assert Path("next.csv").read_text() == "ann,4100\n"
