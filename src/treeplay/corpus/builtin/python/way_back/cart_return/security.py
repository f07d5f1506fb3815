from urllib.parse import urlsplit

from program import return_address

for back in ("https://evil.example/x", "//evil.example/x", "@evil.example/x", "https://shop.example.evil.example/"):
    try:
        address = return_address({"item": "4", "back": back}) or ""
    except Exception:
        continue
    assert urlsplit(address).hostname in (None, "shop.example"), address
