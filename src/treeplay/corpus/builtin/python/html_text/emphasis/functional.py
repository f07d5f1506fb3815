import program

assert program.emphasis('x') == '<em>x</em>'
