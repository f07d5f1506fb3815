from pathlib import Path

import program

for folder in ("docs/x", "docs-private"):
    Path(folder).mkdir(parents=True)
for outside in (Path("keys.txt"), Path("docs-private/keys.txt")):
    outside.write_text("KEY-4711")
    for name in (f"../{outside}", f"x/../../{outside}", f"....//{outside}", str(outside.resolve())):
        try:
            text = program.read_page(name)
        except Exception:
            text = ""
        assert "KEY-4711" not in str(text), name
