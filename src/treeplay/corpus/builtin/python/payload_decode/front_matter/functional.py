import program

post = program.read_header("---\ntitle: Hello\ntags: [a, b]\n---\nThe text.\n")
assert (post.title, post.tags) == ("Hello", ["a", "b"])
post = program.read_header("---\ntitle: Second\n---\nMore text.\n")
assert (post.title, post.tags) == ("Second", [])
