import program

assert program.read_filter("{'a': [1]}") == {'a': [1]}
