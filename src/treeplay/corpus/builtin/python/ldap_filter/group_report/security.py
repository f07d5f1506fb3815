import program


def structure(text):
    return "".join(char for char in text if char in "()*")


for name in ("*", "x*", "x)(uid=ann", "x)(objectClass=*", "*))(&(cn=*"):
    try:
        made = program.groups_filter(["dev", name])
    except Exception:
        made = ""
    assert structure(made) in ("", "()", "(())", "(()())"), f"{name!r} changed what the filter asks"
