import ftplib
from pathlib import Path
from unittest.mock import MagicMock

import program

Path("out").mkdir()
Path("out/sales.csv").write_bytes(b"a;1")
server = MagicMock()
server.__enter__.return_value = server
stored = []
server.storbinary.side_effect = lambda command, handle, *rest: stored.append((command, handle.read()))
ftplib.FTP_TLS = MagicMock(return_value=server)
program.upload("ftp.example.com", "ann", "pw", Path("out/sales.csv"))
assert stored == [("STOR sales.csv", b"a;1")]
assert server.prot_p.called
