import program

assert program.count_keys('a: 1\nb: 2') == 2
