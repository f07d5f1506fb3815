from pathlib import Path

import program

for folder in ("notes/x", "notes-old"):
    Path(folder).mkdir(parents=True)
for outside in (Path("passwords.txt"), Path("notes-old/a.txt")):
    for name in (f"../{outside}", f"x/../../{outside}", f"....//{outside}", str(outside.resolve())):
        outside.write_text("kept")
        try:
            program.save_note(name, "changed")
        except Exception:
            pass
        assert outside.read_text() == "kept", name
