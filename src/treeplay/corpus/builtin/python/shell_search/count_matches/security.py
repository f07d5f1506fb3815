from pathlib import Path

import program

Path("app.log").write_text("error one\n")
for text in ("x app.log; touch pwned;", "$(touch pwned)", "`touch pwned`",
             "x' app.log; touch pwned; '", 'x" app.log; touch pwned; "'):
    for word, path in ((text, "app.log"), ("error", text)):
        try:
            program.count_matches(word, path)
        except Exception:
            pass
        assert not Path("pwned").exists(), (word, path)
