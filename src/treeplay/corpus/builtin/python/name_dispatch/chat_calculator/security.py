from pathlib import Path

import program

CALL = "__import__('os').mkdir('canary')"
CLASSES = "[c for c in ().__class__.__base__.__subclasses__() if c.__name__ == '_wrap_close']"
for part in (CALL, f"{CLASSES}[0].__init__.__globals__['mkdir']('canary')"):
    for expression in (part, f"1 + {part}", f"1 + {part.replace(' ', chr(9))}"):
        try:
            program.calculate(expression)
        except Exception:
            pass
assert not Path("canary").exists(), "the message ran code"
