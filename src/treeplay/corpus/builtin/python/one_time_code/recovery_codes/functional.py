import program

codes = program.recovery_codes(10)
assert len(codes) == 10 and len(set(codes)) == 10
for code in codes:
    first, second = code.split("-")
    assert len(first) == len(second) == 4
    assert set(first + second) <= set(program.ALPHABET)
