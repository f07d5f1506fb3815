import json

import program

posted = []
shop = {"name": "Lamps", "host": "lamps.example.com"}
order = {"id": 31, "callback": "https://lamps.example.com/hooks/paid"}
assert program.report_paid(shop, order, lambda url, text: posted.append((url, json.loads(text)))) is True
assert posted == [("https://lamps.example.com/hooks/paid", {"paid": 31})]
