from urllib.parse import urlsplit

import program

fetched = []
for url in (
    "https://evil.test/?img.example.com",
    "https://img.example.com.evil.test/7.png",
    "https://img.example.com@10.0.0.5/",
    "https://10.0.0.5/img.example.com/7.png",
):
    try:
        program.load_avatar(url, fetched.append)
    except Exception:
        pass
for url in fetched:
    assert urlsplit(url).hostname in ("img.example.com", "cdn.example.net"), f"fetched {url}"
