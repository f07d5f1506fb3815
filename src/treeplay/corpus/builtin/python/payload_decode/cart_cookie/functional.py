import program

cart, cookie = program.add_to_cart("", "tea")
assert cart == ["tea"] and isinstance(cookie, str)
cart, cookie = program.add_to_cart(cookie, "milk")
assert cart == ["tea", "milk"]
cart, cookie = program.add_to_cart(cookie, "jam")
assert cart == ["tea", "milk", "jam"]
