import io
import os
import socket
import ssl
from unittest.mock import MagicMock

import program

os.environ["no_proxy"] = "*"
wire = MagicMock()
wire.makefile.return_value = io.BytesIO(b'HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{"last": 7.5}')
socket.create_connection = MagicMock()
ssl.SSLContext.wrap_socket = lambda *args, **kwargs: wire
assert program.fetch_price("feed.example.com", "ACME") == {"last": 7.5}
sent = b"".join(call.args[0] for call in wire.sendall.call_args_list)
assert sent.startswith(b"GET /prices/ACME HTTP")
