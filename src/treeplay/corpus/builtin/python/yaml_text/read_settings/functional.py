import program

open('s.yaml', 'w').write('a: [1, 2]')
assert program.read_settings('s.yaml') == {'a': [1, 2]}
