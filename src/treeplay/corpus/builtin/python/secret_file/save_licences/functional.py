from pathlib import Path

import program

program.save_licences(['a', 'b'], Path('made'))
assert Path('made').read_text() == 'a\nb'
