import program

assert program.page_number('7') == 7
