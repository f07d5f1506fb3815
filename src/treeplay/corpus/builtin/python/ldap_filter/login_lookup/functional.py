import program

assert program.login_filter("ann") == "(&(objectClass=person)(uid=ann))"
assert program.login_filter("bob7") == "(&(objectClass=person)(uid=bob7))"
