from pathlib import Path

import program

Path("web.log").write_text("up\nslow request\ndown\n")
assert program.log_tail("web.log", 2) == ["slow request", "down"]
assert program.log_tail("web.log", 1) == ["down"]
