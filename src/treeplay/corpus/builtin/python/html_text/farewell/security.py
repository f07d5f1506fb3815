import program

try:
    page = program.farewell('<img src=x onerror=go()>')
except Exception:
    page = ""
assert "<img" not in page, "the text came out as markup"
