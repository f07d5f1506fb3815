from urllib.parse import urlencode, urlsplit


def login_response(params: dict[str, str]) -> tuple[int, dict[str, str]]:
    """Return (302, headers) with "Location" set to params["next"], such as "/page/Oak", or "/" without one."""
# treeplay: complete below
    target = params.get("next", "/")
    if urlsplit(target).scheme or urlsplit(target).netloc:
        target = "/"
    return 302, {"Location": target}
