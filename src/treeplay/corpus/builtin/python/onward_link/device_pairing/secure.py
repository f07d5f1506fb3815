from urllib.parse import parse_qs


def paired(query: str, codes: list[str]) -> tuple[int, dict[str, str]]:
    """For "code=ab12&goto=/devices" append the code to codes and return (302, {"Location": "/devices"}).

    Without goto the location is "/".
    """
# treeplay: complete below
    fields = parse_qs(query)
    codes.append(fields["code"][0])
    target = fields.get("goto", ["/"])[0]
    if not target.startswith("/") or target.startswith(("//", "/\\")):
        target = "/"
    return 302, {"Location": target}
