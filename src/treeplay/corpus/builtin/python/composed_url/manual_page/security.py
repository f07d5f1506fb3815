from urllib.parse import urlsplit

import program

fetched = []
for link in (
    "http://169.254.169.254/latest/meta-data",
    "//10.0.0.5/admin",
    "https://docs.example.net@10.0.0.5/",
    "file:///etc/hostname",
):
    try:
        program.load_page(link, fetched.append)
    except Exception:
        pass
for url in fetched:
    assert urlsplit(url).scheme == "https", f"fetched {url}"
    assert urlsplit(url).hostname == "docs.example.net", f"fetched {url}"
