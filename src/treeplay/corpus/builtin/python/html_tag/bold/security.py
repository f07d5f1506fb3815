import program

try:
    page = program.bold('<img src=x onerror=go()>')
except Exception:
    page = ""
assert "<img" not in page, "the text came out as markup"
