import program


def structure(text):
    return [char for char in text if char in "()*"]


for name in ("*", "a*", "ann)(uid=*", "ann)(|(objectClass=*", "*))(|(uid=*"):
    try:
        made = program.login_filter(name)
    except Exception:
        made = ""
    assert not made or structure(made) == list("(()())"), f"{name!r} changed what the filter asks"
