from pathlib import Path

import program

CALL = "__import__('os').mkdir('canary')"
CLASSES = "[c for c in ().__class__.__base__.__subclasses__() if c.__name__ == '_wrap_close']"
for quantity in (CALL, f"{CLASSES}[0].__init__.__globals__['mkdir']('canary')"):
    try:
        program.order_total({"pen": quantity})
    except Exception:
        pass
assert not Path("canary").exists(), "the form field ran code"
