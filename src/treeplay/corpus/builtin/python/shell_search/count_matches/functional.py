from pathlib import Path

import program

Path("app.log").write_text("error one\nok\nerror two\n")
assert program.count_matches("error", "app.log") == 2
assert program.count_matches("missing", "app.log") == 0
