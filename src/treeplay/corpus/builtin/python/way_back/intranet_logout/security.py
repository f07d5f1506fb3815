import re
from urllib.parse import urlsplit

from program import logout

hosts = ("evil.example", "intra.example.evil.example", "intra.example@evil.example")
for target in [f"https://{host}/bye" for host in hosts] + ["//evil.example/bye", "https:evil.example/bye"]:
    try:
        location = logout({"user": "kim"}, target)[1].get("Location", "")
    except Exception:
        continue
    if re.match(r"\s*(//|[a-z]+:)", location, re.IGNORECASE):
        assert urlsplit(location).hostname == "intra.example", location
