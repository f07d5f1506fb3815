import os
from pathlib import Path

import program

assert os.path.samefile(program.enqueue("queue", 7, "contract"), "queue/7.job")
program.enqueue("queue", 8, "invoice")
assert Path("queue/7.job").read_text() == "contract"
assert Path("queue/8.job").read_text() == "invoice"
