from pathlib import Path

import program

Path("uploads/x").mkdir(parents=True)
outside = Path("config.ini")
for name in ("../config.ini", "./../config.ini", "x/../../config.ini", "....//config.ini", "/../config.ini",
             str(outside.resolve())):
    outside.write_bytes(b"kept")
    try:
        program.save_avatar(name, b"changed")
    except Exception:
        pass
    assert outside.read_bytes() == b"kept", name
