from program import logout

session = {"user": "kim", "theme": "dark"}
status, headers = logout(session, "https://intra.example/bye")
assert status == 303 and headers["Location"] == "https://intra.example/bye"
assert session == {}
status, headers = logout({}, "https://intra.example/login?again=1")
assert status == 303 and headers["Location"] == "https://intra.example/login?again=1"
