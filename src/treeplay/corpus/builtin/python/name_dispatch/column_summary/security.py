from pathlib import Path

import program

CALL = "__import__('os').mkdir('canary')"
for how in (CALL, f"lambda values: {CALL}", f"{CALL} or sum", f"sum(values) or {CALL} or max"):
    try:
        program.summarise([{"price": 0}], "price", how)
    except Exception:
        pass
assert not Path("canary").exists(), "the user's pick ran code"
