import io
from http.server import BaseHTTPRequestHandler

from program import answer_login


class Handler(BaseHTTPRequestHandler):
    def __init__(self):
        self.wfile, self.request_version, self.requestline = io.BytesIO(), "HTTP/1.1", "POST / HTTP/1.1"
        self.client_address = ("127.0.0.1", 9)


handler = Handler()
answer_login(handler, "k-5")
lines = handler.wfile.getvalue().decode().split("\r\n")
cookies = [line.split(":", 1)[1] for line in lines if line.lower().startswith("set-cookie:")]
assert " 204 " in lines[0] and lines[-2:] == ["", ""]
assert [cookie.split(";")[0].strip() for cookie in cookies] == ["kiosk=k-5"], lines
