import program

assert program.heading('x') == '<h1>x</h1>'
