import program

assert program.record_score("scores", "ann", 12) == {"ann": 12}
assert program.record_score("scores", "bob", 7) == {"ann": 12, "bob": 7}
assert program.record_score("scores", "ann", 30) == {"ann": 30, "bob": 7}
