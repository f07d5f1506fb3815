import program

body = b"job: resize\nsize: 10\n---\nnote: nothing to do\n---\njob: mail\n"
assert program.read_jobs(body) == ["resize", "mail"]
assert program.read_jobs(b"job: backup\n") == ["backup"]
