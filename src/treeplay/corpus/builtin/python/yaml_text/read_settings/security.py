from pathlib import Path

import program

EVIL = "!!python/object/apply:os.mkdir [canary]"
try:
    program.read_settings((Path('s').write_text(EVIL), 's')[1])
except Exception:
    pass
assert not Path("canary").exists(), "the document ran code"
