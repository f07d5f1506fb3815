from unittest.mock import MagicMock

import program

server = MagicMock()
program.send_report(server, "bot@example.com", "pw", "ann@example.org", "12 orders")
steps = [call for call in server.method_calls if call[0] in ("starttls", "login", "sendmail")]
assert [name for name, _, _ in steps] == ["starttls", "login", "sendmail"]
assert list(steps[1].args) == ["bot@example.com", "pw"]
sender, to, text = steps[2].args
assert sender == "bot@example.com" and to in ("ann@example.org", ["ann@example.org"])
assert "12 orders" in text
