import program

assert len(program.share_key(24)) == 24
int(program.share_key(8), 16)
