from pathlib import Path

import program

program.save_password('k')
assert Path('made').read_text() == 'k'
