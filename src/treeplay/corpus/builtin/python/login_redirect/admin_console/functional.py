from program import finish_login

session = {}
assert finish_login(session, {"user": "kim", "next": "/admin/jobs"}) == "/admin/jobs"
assert session["user"] == "kim" and session["since"]
session = {"theme": "dark"}
assert finish_login(session, {"user": "lee"}) == "/admin"
assert session["user"] == "lee" and session["theme"] == "dark"
