from pathlib import Path

import program

text = "---\ntitle: Hello\nauthor: !!python/object/apply:os.mkdir [canary]\n---\nThe text.\n"
try:
    program.read_header(text)
except Exception:
    pass
assert not Path("canary").exists(), "the header of the post ran code"
