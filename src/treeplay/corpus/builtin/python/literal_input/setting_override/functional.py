import program

assert program.apply_override({"retries": 1, "name": "x"}, "retries=3") == {"retries": 3, "name": "x"}
assert program.apply_override({}, "hosts=['a', 'b']") == {"hosts": ["a", "b"]}
