from pathlib import Path

import program

Path("en.txt").write_text("pear\n")
for text in ("en.txt; touch pwned;", "$(touch pwned)", "en.txt'; touch pwned; '", 'en.txt"; touch pwned; "'):
    for paths, output in (([text], "all.txt"), (["en.txt"], text)):
        try:
            program.merge_lists(paths, output)
        except Exception:
            pass
        assert not Path("pwned").exists(), (paths, output)
