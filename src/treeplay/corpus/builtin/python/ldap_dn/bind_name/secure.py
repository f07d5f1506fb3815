import re

PEOPLE = "ou=people,dc=example,dc=org"


def rdn_text(value: str) -> str:
    return re.sub(r'[,+"\\<>;=#]', r"\\\g<0>", value)


def bind_dn(uid: str) -> str:
    """Return the name of uid's entry, like "uid=ann,ou=people,dc=example,dc=org"."""
# treeplay: complete below
    return f"uid={rdn_text(uid)},{PEOPLE}"
