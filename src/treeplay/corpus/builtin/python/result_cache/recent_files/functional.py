import program

assert program.remember_file("recent", "a.txt") == ["a.txt"]
assert program.remember_file("recent", "b.txt") == ["b.txt", "a.txt"]
assert program.remember_file("recent", "a.txt") == ["a.txt", "b.txt"]
