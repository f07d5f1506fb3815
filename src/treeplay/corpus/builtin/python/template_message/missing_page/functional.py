import program

assert program.missing_page("/rome") == "Travel Blog: no page /rome"
assert program.missing_page("/a/b") == "Travel Blog: no page /a/b"
