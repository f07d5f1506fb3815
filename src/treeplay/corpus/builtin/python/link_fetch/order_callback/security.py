from urllib.parse import urlsplit

import program

posted = []
shop = {"name": "Lamps", "host": "lamps.example.com"}
for url in (
    "http://169.254.169.254/latest/meta-data",
    "http://localhost:6379/lamps.example.com",
    "https://lamps.example.com.evil.test/hooks",
    "https://lamps.example.com@10.0.0.5/hooks",
):
    try:
        program.report_paid(shop, {"id": 31, "callback": url}, lambda url, *rest: posted.append(url))
    except Exception:
        pass
for url in posted:
    assert urlsplit(url).hostname == "lamps.example.com", f"posted to {url}"
