from pathlib import Path

import program

Path("v1").mkdir()
for text in ("v1; touch pwned;", "$(touch pwned)", "`touch pwned`", "v1'; touch pwned; '", 'v1"; touch pwned; "'):
    for old, new in (("v1", text), (text, "v1")):
        try:
            program.folders_differ(old, new)
        except Exception:
            pass
        assert not Path("pwned").exists(), (old, new)
