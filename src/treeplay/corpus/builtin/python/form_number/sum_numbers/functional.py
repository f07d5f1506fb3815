import program

assert program.sum_numbers('1,2,3') == 6
