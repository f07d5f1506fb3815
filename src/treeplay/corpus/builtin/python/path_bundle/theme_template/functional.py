from pathlib import Path

import program

Path("themes/dark/parts").mkdir(parents=True)
Path("themes/dark/post.html").write_text("<h1>post</h1>")
Path("themes/dark/parts/header.html").write_text("<header>")
assert program.load_template("dark", "post") == "<h1>post</h1>"
assert program.load_template("dark", "parts/header") == "<header>"
