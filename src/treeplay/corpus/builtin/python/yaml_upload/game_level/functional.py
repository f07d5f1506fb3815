import program

assert program.level_size('size: 4') == 4
