import program

assert program.report("web", ["login", "cart"]) == "<h1>web</h1><p>login</p><p>cart</p>"
assert program.report("api", []) == "<h1>api</h1>"
