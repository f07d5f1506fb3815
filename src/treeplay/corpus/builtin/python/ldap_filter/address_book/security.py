import program


def structure(text):
    return [char for char in text if char in "()*"]


for part in ("*", "x)(uid=*", "x)(|(objectClass=*", "*))(|(cn=*"):
    for name, city in ((part, "Oslo"), ("ann", part)):
        try:
            made = program.contact_filter(name, city)
        except Exception:
            made = ""
        assert not made or structure(made) == list("((**)())"), f"{part!r} changed what the filter asks"
