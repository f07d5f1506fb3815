from program import after_login

assert after_login("/orders?page=2") == "/orders?page=2"
assert after_login("/profile") == "/profile"
assert after_login("") == "/home"
