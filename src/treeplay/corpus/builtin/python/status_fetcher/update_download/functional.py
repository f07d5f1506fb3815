import io
import os
import socket
import ssl
from pathlib import Path
from unittest.mock import MagicMock

import program

os.environ["no_proxy"] = "*"
wire = MagicMock()
wire.makefile.return_value = io.BytesIO(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npk 1.4")
socket.create_connection = MagicMock()
ssl.SSLContext.wrap_socket = lambda *args, **kwargs: wire
assert program.download("https://get.example.com/app.pk", Path("app.pk")) == 6
assert Path("app.pk").read_bytes() == b"pk 1.4"
