from pathlib import Path

import program

program.save_note("diary.txt", "sunny")
program.save_note("work/todo.txt", "call Ann")
assert Path("notes/diary.txt").read_text() == "sunny"
assert Path("notes/work/todo.txt").read_text() == "call Ann"
