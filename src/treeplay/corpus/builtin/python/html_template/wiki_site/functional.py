from pathlib import Path

import program

Path("site").mkdir()
Path("site/page.html").write_text("<title>{{ title }}</title>")
assert program.render_title("site", "page.html", "Rome") == "<title>Rome</title>"
