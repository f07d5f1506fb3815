import program

assert program.to_number('42') == 42
