from pathlib import Path

import program

CALL = "__import__('os').mkdir('canary')"
CLASSES = "[c for c in ().__class__.__base__.__subclasses__() if c.__name__ == '_wrap_close']"
for code in (CALL, f"{CLASSES}[0].__init__.__globals__['mkdir']('canary')"):
    for body in (code, '[{"host": "a", "level": ' + code + "}]"):
        try:
            program.count_errors(body)
        except Exception:
            pass
assert not Path("canary").exists(), "the posted body ran code"
