import program

assert program.bind_dn("ann") == "uid=ann,ou=people,o=acme"
assert program.bind_dn("bob7") == "uid=bob7,ou=people,o=acme"
