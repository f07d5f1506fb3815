from pathlib import Path

import program

Path("themes").mkdir()
Path("themes/dusk.yaml").write_text("title: Dusk\ncolours:\n  text: '#FFAA00'\n  page: '#101010'\n")
assert program.theme_colours("themes", "dusk") == {"text": "#ffaa00", "page": "#101010"}
