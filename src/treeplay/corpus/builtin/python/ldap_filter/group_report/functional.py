import program

assert program.groups_filter(["dev", "ops"]) == "(|(cn=dev)(cn=ops))"
assert program.groups_filter(["mail"]) == "(|(cn=mail))"
