import program

assert program.price_of('9.50') == 9.5
