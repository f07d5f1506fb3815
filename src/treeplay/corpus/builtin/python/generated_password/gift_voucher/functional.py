import program

used = {"25-AAAAAAAAAA"}
codes = [program.voucher_code(used, 25) for _ in range(5)] + [program.voucher_code(used, 100)]
assert len(set(codes)) == 6 and used == {"25-AAAAAAAAAA", *codes}
for code in codes:
    value, letters = code.split("-")
    assert len(letters) == 10 and letters.isalpha() and letters.isupper()
assert codes[0].startswith("25-") and codes[5].startswith("100-")
