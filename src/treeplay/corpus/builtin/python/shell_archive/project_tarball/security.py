import os
from pathlib import Path

import program

Path("site").mkdir()
for name in ("site; touch pwned;", "site && touch pwned &&", "$(touch pwned)", "`touch pwned`",
             "site'; touch pwned; '", 'site"; touch pwned; "'):
    try:
        program.pack_project(name)
    except Exception:
        pass
    assert not os.path.exists("pwned"), name
