import program

assert program.comment_item("Ann", "Hi all") == "<li><b>Ann</b>: Hi all</li>"
assert program.comment_item("Bob", "See you") == "<li><b>Bob</b>: See you</li>"
