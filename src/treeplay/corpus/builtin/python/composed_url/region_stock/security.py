from urllib.parse import urlsplit

import program

fetched = []
for region in ("10.0.0.5/?", "169.254.169.254/latest/meta-data#", "evil.test:8080/", "eu@10.0.0.5/"):
    try:
        program.stock(region, 71, lambda url: fetched.append(url) or '{"left": 4}')
    except Exception:
        pass
for url in fetched:
    assert (urlsplit(url).hostname or "").endswith(".stock.example.com"), f"fetched {url}"
