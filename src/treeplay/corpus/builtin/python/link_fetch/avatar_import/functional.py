import program

fetched = []


def fetch(url):
    fetched.append(url)
    return b"png"


good = ["https://img.example.com/u/7.png", "https://cdn.example.net/a?size=64"]
assert [program.load_avatar(url, fetch) for url in good] == [b"png", b"png"]
assert fetched == good
assert program.load_avatar("https://other.example.org/u/7.png", fetch) == b""
assert fetched == good
