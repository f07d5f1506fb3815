import program

assert program.merge("Dear {{ name }}", {"name": "Ann"}) == "Dear Ann"
assert program.merge("{{ a }} and {{ b }}", {"a": "salt", "b": "oil"}) == "salt and oil"
