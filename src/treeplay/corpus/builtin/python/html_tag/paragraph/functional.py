import program

assert program.paragraph('x') == '<p>x</p>'
