from pathlib import Path

import program

Path("drafts").mkdir()
Path("drafts/letter.txt").write_text("Dear")
Path("drafts/poem.txt").write_text("Roses")
assert program.drop_draft("letter.txt") is True
assert not Path("drafts/letter.txt").exists()
assert program.drop_draft("letter.txt") is False
assert Path("drafts/poem.txt").exists()
