import program

assert program.contact_filter("ann", "Oslo") == "(&(cn=*ann*)(l=Oslo))"
assert program.contact_filter("lee", "Bonn") == "(&(cn=*lee*)(l=Bonn))"
