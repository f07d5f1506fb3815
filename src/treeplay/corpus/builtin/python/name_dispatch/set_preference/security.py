from pathlib import Path

import program

CALL = "__import__('os').mkdir('canary')"
names = (f"theme = {CALL}; preferences.theme", f"theme = {CALL} #")
for name, value in [("theme", f"'; {CALL}; '"), ("theme", CALL), *((name, "dark") for name in names)]:
    try:
        program.set_preference(program.Preferences(), name, value)
    except Exception:
        pass
assert not Path("canary").exists(), "the preference ran code"
