import program

link = program.download_link("cat.png", 1700)
start, signature = link.split("&sig=")
assert start == "/get/cat.png?expires=1700"
assert bytes.fromhex(signature)
assert program.download_link("cat.png", 1700) == link
assert program.download_link("cat.png", 1800).split("&sig=")[1] != signature
assert program.download_link("dog.png", 1700).split("&sig=")[1] != signature
