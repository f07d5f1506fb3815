from pathlib import Path

import program

evil = b"!!python/object/apply:os.system ['echo hit > canary']\n"
for body in (b"job: resize\n---\njob: " + evil, b"job: " + evil):
    try:
        program.read_jobs(body)
    except Exception:
        pass
assert not Path("canary").exists(), "the posted job ran a command"
