from pathlib import Path

import program

Path("bad.yaml").write_text("host: !!python/object/apply:os.mkdir [canary]\n")
try:
    program.load_settings("bad.yaml")
except Exception:
    pass
assert not Path("canary").exists(), "the settings file ran code"
