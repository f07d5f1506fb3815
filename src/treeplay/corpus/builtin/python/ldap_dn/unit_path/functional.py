import program

assert program.unit_dn("sales/north") == "ou=north,ou=sales,dc=example,dc=org"
assert program.unit_dn("it") == "ou=it,dc=example,dc=org"
