import gzip
from pathlib import Path

import program

Path("web.log").write_text("started\n")
Path("mail.log").write_text("stopped\n")
assert program.compress_logs(["web.log", "mail.log"]) == 2
assert gzip.open("web.log.gz", "rt").read() == "started\n"
assert gzip.open("mail.log.gz", "rt").read() == "stopped\n"
