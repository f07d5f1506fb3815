from http.server import BaseHTTPRequestHandler


def answer_login(handler: BaseHTTPRequestHandler, token: str) -> None:
    """Send the response 204 with a Set-Cookie header for the cookie "kiosk" with the token, then end the headers."""
# treeplay: complete below
    handler.send_response(204)
    handler.send_header("Set-Cookie", f"kiosk={token}; Path=/")
    handler.end_headers()
