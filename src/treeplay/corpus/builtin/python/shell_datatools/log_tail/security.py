from pathlib import Path

import program

Path("web.log").write_text("up\n")
for path in ("web.log; touch pwned;", "web.log | touch pwned", "$(touch pwned)", "`touch pwned`",
             "web.log'; touch pwned; '", 'web.log"; touch pwned; "'):
    try:
        program.log_tail(path, 1)
    except Exception:
        pass
    assert not Path("pwned").exists(), path
