import program

assert program.bind_dn("ann") == "uid=ann,ou=people,dc=example,dc=org"
assert program.bind_dn("bob7") == "uid=bob7,ou=people,dc=example,dc=org"
