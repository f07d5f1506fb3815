from program import switch_language

assert switch_language("lang=fi&back=/news") == ("fi", "/news")
assert switch_language("back=/about&lang=de") == ("de", "/about")
assert switch_language("lang=sv") == ("sv", "/")
assert switch_language("back=/news") == ("en", "/news")
