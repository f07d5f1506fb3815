import program

assert program.entry_name({"name": "Ann", "unit": "Sales"}) == "cn=Ann,ou=Sales,o=acme"
assert program.entry_name({"name": "Bob", "unit": "IT"}) == "cn=Bob,ou=IT,o=acme"
