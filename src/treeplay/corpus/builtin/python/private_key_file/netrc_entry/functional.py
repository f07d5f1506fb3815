from pathlib import Path

import program

netrc = Path("netrc")
program.add_login(netrc, "git.example.com", "ann", "pw1")
program.add_login(netrc, "ci.example.com", "bot", "pw2")
assert netrc.read_text().split() == (
    "machine git.example.com login ann password pw1 machine ci.example.com login bot password pw2".split()
)
