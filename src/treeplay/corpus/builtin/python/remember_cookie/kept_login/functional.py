from program import login_cookie

header = login_cookie("login", "k41")
parts = [part.strip().lower() for part in header.split(";")]
assert header.split(";")[0].strip() == "login=k41"
assert not any(part.startswith("max-age") for part in parts), header
header = login_cookie("auth", "z9", days=2)
parts = [part.strip().lower() for part in header.split(";")]
assert header.split(";")[0].strip() == "auth=z9"
assert "max-age=172800" in parts, header
