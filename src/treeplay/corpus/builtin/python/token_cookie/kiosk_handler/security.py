import io
from http.server import BaseHTTPRequestHandler

from program import answer_login


class Handler(BaseHTTPRequestHandler):
    def __init__(self):
        self.wfile, self.request_version, self.requestline = io.BytesIO(), "HTTP/1.1", "POST / HTTP/1.1"
        self.client_address = ("127.0.0.1", 9)


handler = Handler()
try:
    answer_login(handler, "k-5")
except Exception:
    pass
for line in handler.wfile.getvalue().decode().split("\r\n"):
    if line.lower().startswith("set-cookie:"):
        assert {"secure", "httponly"} <= {part.strip().lower() for part in line.split(";")}, line
