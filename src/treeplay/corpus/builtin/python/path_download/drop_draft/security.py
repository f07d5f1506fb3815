from pathlib import Path

import program

Path("drafts/x").mkdir(parents=True)
outside = Path("novel.txt")
for name in ("../novel.txt", "x/../../novel.txt", "....//novel.txt", str(outside.resolve())):
    outside.write_text("chapter 1")
    try:
        program.drop_draft(name)
    except Exception:
        pass
    assert outside.exists(), name
