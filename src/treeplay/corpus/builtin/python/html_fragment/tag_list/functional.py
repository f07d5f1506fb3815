import program

assert program.tag_list(["sea", "sun"]) == "<ul><li>sea</li><li>sun</li></ul>"
assert program.tag_list([]) == "<ul></ul>"
