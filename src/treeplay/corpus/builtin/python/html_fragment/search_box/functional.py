import program

assert program.search_box("tea") == '<input name="q" value="tea">'
assert program.search_box("green tea") == '<input name="q" value="green tea">'
