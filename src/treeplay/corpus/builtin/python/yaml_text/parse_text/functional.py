import program

assert program.parse('a: 1') == {'a': 1}
