import program

assert program.decode_message(b'{"a": 1}') == {'a': 1}
