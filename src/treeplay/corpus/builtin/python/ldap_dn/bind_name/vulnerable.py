import re

PEOPLE = "ou=people,o=acme"


def rdn_text(value: str) -> str:
    return re.sub(r'[,+"\\<>;=#]', r"\\\g<0>", value)


def bind_dn(uid: str) -> str:
    """Return the name of uid's entry, like "uid=ann,ou=people,o=acme"."""
# treeplay: complete below
    return f"uid={uid},{PEOPLE}"
