from urllib.parse import urlsplit

import program

fetched = []
for url in (
    "https://mirror.example.org.evil.test/a.whl",
    "https://mirror.example.org@10.0.0.5/a.whl",
    "https://10.0.0.5/?https://mirror.example.org/a.whl",
    "file:///etc/hostname",
):
    try:
        program.download(url, fetched.append)
    except Exception:
        pass
for url in fetched:
    assert urlsplit(url).hostname == "mirror.example.org", f"fetched {url}"
