from pathlib import Path

import program

Path("dawn.yaml").write_text("title: !!python/object/apply:os.mkdir [canary]\ncolours: {text: '#FFAA00'}\n")
try:
    program.theme_colours(".", "dawn")
except Exception:
    pass
assert not Path("canary").exists(), "the theme ran code"
