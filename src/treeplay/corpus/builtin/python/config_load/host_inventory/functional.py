import program

text = "web: [a1, a2]\ndb:\n  - b1\n"
assert program.hosts_in_group(text, "web") == ["a1", "a2"]
assert program.hosts_in_group(text, "db") == ["b1"]
assert program.hosts_in_group(text, "mail") == []
