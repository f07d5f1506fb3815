from pathlib import Path

import program

for folder in ("themes/dark", "themes-x"):
    Path(folder).mkdir(parents=True)
for stem in ("admin", "themes-x/admin"):
    Path(stem + ".html").write_text("PIN 4711")
    full = str(Path(stem).resolve())
    for theme, name in (("dark", f"../../{stem}"), ("..", stem), ("dark/../..", stem), ("dark", full),
                        (str(Path.cwd()), stem), ("dark", f"....//....//{stem}"), ("....//dark", f"../../{stem}")):
        try:
            text = program.load_template(theme, name)
        except Exception:
            text = ""
        assert "PIN" not in str(text), (theme, name)
