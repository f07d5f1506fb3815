import program

open('p', 'w').write('- x\n- y')
assert program.read_playlist('p') == ['x', 'y']
