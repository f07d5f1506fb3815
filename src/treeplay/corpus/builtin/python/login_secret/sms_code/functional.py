import program

value = program.sms_code()
assert len(value) == 6 and value.isdigit()
