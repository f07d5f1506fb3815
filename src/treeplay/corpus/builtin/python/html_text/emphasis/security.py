import program

try:
    page = program.emphasis('<img src=x onerror=go()>')
except Exception:
    page = ""
assert "<img" not in page, "the text came out as markup"
