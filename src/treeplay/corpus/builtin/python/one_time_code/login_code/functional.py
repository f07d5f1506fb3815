import program

codes = [program.login_code() for _ in range(20)]
assert all(len(code) == 6 and code.isdigit() for code in codes)
assert len(set(codes)) > 10
assert len(program.login_code(9)) == 9 and program.login_code(9).isdigit()
