import zipfile
from pathlib import Path

import program

for folder in ("plugins/x", "plugins-core"):
    Path(folder).mkdir(parents=True)
for outside in (Path("app.py"), Path("plugins-core/a.py")):
    for name in (f"../{outside}", f"x/../../{outside}", f"....//{outside}", str(outside.resolve())):
        outside.write_text("kept")
        with zipfile.ZipFile("bad.zip", "w") as archive:
            archive.writestr(zipfile.ZipInfo(name), "changed")
        try:
            with zipfile.ZipFile("bad.zip") as archive:
                program.install(archive)
        except Exception:
            pass
        assert outside.read_text() == "kept", name
