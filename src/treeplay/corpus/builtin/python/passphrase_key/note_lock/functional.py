import program

code = program.lock_code(12, "plum", "x7")
number, digits = code.split(":")
assert number == "12" and len(digits) >= 32 and int(digits, 16) >= 0
assert code == program.lock_code(12, "plum", "x7")
assert code != program.lock_code(12, "pear", "x7")
assert code != program.lock_code(12, "plum", "x8")
