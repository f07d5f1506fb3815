from pathlib import Path

import program

CALL = "__import__('os').mkdir('canary')"
CLASSES = "[c for c in ().__class__.__base__.__subclasses__() if c.__name__ == '_wrap_close']"
for value in (CALL, f"{CLASSES}[0].__init__.__globals__['mkdir']('canary')"):
    try:
        program.apply_override({}, f"retries={value}")
    except Exception:
        pass
assert not Path("canary").exists(), "the option ran code"
