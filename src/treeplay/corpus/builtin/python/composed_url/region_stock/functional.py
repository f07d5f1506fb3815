import program

fetched = []


def fetch(url):
    fetched.append(url)
    return '{"left": 4}'


assert program.stock("eu", 71, fetch) == 4
assert program.stock("asia", 9, fetch) == 4
assert fetched == [
    "https://eu.stock.example.com/items/71",
    "https://asia.stock.example.com/items/9",
]
