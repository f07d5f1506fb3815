import program

assert program.parse_value('{"a": 1}') == {'a': 1}
