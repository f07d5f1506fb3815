from program import login_response

status, headers = login_response({"user": "kim", "next": "/page/Oak"})
assert status == 302 and headers["Location"] == "/page/Oak"
status, headers = login_response({"next": "/recent?days=7"})
assert status == 302 and headers["Location"] == "/recent?days=7"
status, headers = login_response({"user": "kim"})
assert status == 302 and headers["Location"] == "/"
