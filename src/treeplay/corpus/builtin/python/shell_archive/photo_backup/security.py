from pathlib import Path

import program

Path("rome").mkdir()
for text in ("x; touch pwned;", "$(touch pwned)", "x'; touch pwned; '", 'x"; touch pwned; "'):
    for album, target in ((text, "disk"), ("rome", text)):
        try:
            program.back_up_album(album, target)
        except Exception:
            pass
        assert not Path("pwned").exists(), (album, target)
