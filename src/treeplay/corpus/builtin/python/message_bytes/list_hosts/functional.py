import program

assert program.list_hosts('hosts: [a, b]') == ['a', 'b']
