import program

value = program.job_token()
assert len(value) == 40
int(value, 16)
