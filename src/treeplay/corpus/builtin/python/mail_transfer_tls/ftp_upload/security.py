import ftplib
import ssl
from pathlib import Path
from unittest.mock import MagicMock

import program

Path("sales.csv").write_bytes(b"a;1")
server = MagicMock()
server.__enter__.return_value = server
ftplib.FTP = ftplib.FTP_TLS = opened = MagicMock(return_value=server)
try:
    program.upload("ftp.example.com", "ann", "pw", Path("sales.csv"))
except Exception:
    pass
given = [value for call in opened.call_args_list for value in (*call.args, *call.kwargs.values())]
contexts = [value for value in given if isinstance(value, ssl.SSLContext)]
if server.storbinary.called:  # as in ftplib, no context means no check of the certificate
    assert contexts, "password and file are sent to whoever answers"
    assert contexts[-1].verify_mode != ssl.CERT_NONE, "any certificate is taken"
    assert contexts[-1].check_hostname, "the certificate of any other host is taken"
