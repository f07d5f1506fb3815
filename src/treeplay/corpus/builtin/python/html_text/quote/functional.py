import program

assert program.quote('x') == '<blockquote>x</blockquote>'
