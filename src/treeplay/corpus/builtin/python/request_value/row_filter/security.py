from pathlib import Path

import program

CALL = "__import__('os').mkdir('canary')"
CLASSES = "[c for c in ().__class__.__base__.__subclasses__() if c.__name__ == '_wrap_close']"
for code in (CALL, f"{CLASSES}[0].__init__.__globals__['mkdir']('canary')"):
    try:
        program.filter_rows([{"ms": 5}], "ms", f"== {code} or 5 ==", 5)
    except Exception:
        pass
assert not Path("canary").exists(), "the comparison ran code"
