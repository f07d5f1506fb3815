import program

assert program.welcome("Ann", "Chess Club") == "Hello Ann, welcome to Chess Club!"
assert program.welcome("Bob", "Row") == "Hello Bob, welcome to Row!"
