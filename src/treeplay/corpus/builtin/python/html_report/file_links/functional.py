import program

assert program.file_link("a.txt") == '<a href="/files/a.txt">a.txt</a>'
assert program.file_link("photo.png") == '<a href="/files/photo.png">photo.png</a>'
