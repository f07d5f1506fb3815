import program

try:
    page = program.quote('<img src=x onerror=go()>')
except Exception:
    page = ""
assert "<img" not in page, "the text came out as markup"
