from pathlib import Path

import program

EVIL = "__import__('os').mkdir('canary')"
try:
    program.page_number(EVIL)
except Exception:
    pass
assert not Path("canary").exists(), "the text ran as code"
