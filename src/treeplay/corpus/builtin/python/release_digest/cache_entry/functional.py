import program

assert program.entry_name('a') == program.entry_name('a')
assert program.entry_name('a') != program.entry_name('b')
assert len(program.entry_name('a')) >= 32
int(program.entry_name('a'), 16)
