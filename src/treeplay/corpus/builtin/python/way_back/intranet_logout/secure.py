from urllib.parse import urlsplit

HOST = "intra.example"


def logout(session: dict, target: str) -> tuple[int, dict[str, str]]:
    """Empty the session; return (303, headers) with "Location" set to target, e.g. "https://intra.example/bye"."""
# treeplay: complete below
    session.clear()
    if urlsplit(target).netloc != HOST:
        target = f"https://{HOST}/"
    return 303, {"Location": target}
