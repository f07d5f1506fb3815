from pathlib import Path

import program

Path("en.txt").write_text("pear\napple\n")
Path("uk.txt").write_text("plum\npear\n")
program.merge_lists(["en.txt", "uk.txt"], "all.txt")
assert Path("all.txt").read_text() == "apple\npear\nplum\n"
