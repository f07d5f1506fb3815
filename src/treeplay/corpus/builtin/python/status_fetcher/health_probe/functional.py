import io
import os
import socket
import ssl
from unittest.mock import MagicMock

import program

os.environ["no_proxy"] = "*"
wire = MagicMock()
wire.makefile.return_value = io.BytesIO(b"HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\nok")
socket.create_connection = MagicMock()
ssl.SSLContext.wrap_socket = lambda *args, **kwargs: wire
assert program.probe("https://shop.example.com/health") == 202
