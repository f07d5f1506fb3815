from pathlib import Path

import program

text = "web: [a1]\nother: !!python/object/apply:os.system ['echo hit > canary']\n"
try:
    program.hosts_in_group(text, "web")
except Exception:
    pass
assert not Path("canary").exists(), "the inventory ran a command"
