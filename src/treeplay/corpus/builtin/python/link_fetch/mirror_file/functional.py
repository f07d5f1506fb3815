import program

fetched = []


def fetch(url):
    fetched.append(url)
    return b"wheel"


assert program.download("https://mirror.example.org/simple/a.whl", fetch) == b"wheel"
assert program.download("https://files.example.com/a.whl", fetch) is None
assert fetched == ["https://mirror.example.org/simple/a.whl"]
