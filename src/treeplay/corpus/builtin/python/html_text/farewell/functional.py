import program

assert program.farewell('bob') == '<p>Goodbye bob</p>'
