import ssl
from pathlib import Path
from urllib.request import HTTPSHandler, build_opener


def download(url: str, target: Path) -> int:
    """Save what the https url delivers as the file target and return its size in bytes."""
# treeplay: complete below
    context = ssl.create_default_context()
    opener = build_opener(HTTPSHandler(context=context))
    with opener.open(url) as response:
        return target.write_bytes(response.read())
