import program

try:
    page = program.options(['<img src=x onerror=go()>'])
except Exception:
    page = ""
assert "<img" not in page, "the text came out as markup"
