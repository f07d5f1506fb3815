from program import login_headers

for token in ("tok123", "zz9"):
    headers = login_headers(token)
    assert ("Location", "/forum") in headers
    cookies = [value for name, value in headers if name == "Set-Cookie"]
    assert len(cookies) == 1
    assert cookies[0].split(";")[0].strip() == f"forum_session={token}", cookies
