from pathlib import Path

import program

EVIL = "!!python/object/apply:os.mkdir [canary]"
try:
    program.level_size(EVIL)
except Exception:
    pass
assert not Path("canary").exists(), "the document ran code"
