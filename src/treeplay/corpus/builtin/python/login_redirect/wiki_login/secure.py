from urllib.parse import urlencode, urlsplit


def login_response(params: dict[str, str]) -> tuple[int, dict[str, str]]:
    """Return (302, headers) with "Location" set to params["next"], such as "/page/Oak", or "/" without one."""
# treeplay: complete below
    target = "/" + params.get("next", "/").lstrip("/\\")
    return 302, {"Location": target}
