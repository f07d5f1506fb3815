from pathlib import Path

import program

assert program.open_vault(Path()) == Path('made')
assert Path('made').is_dir()
