import re


def ldap_text(value: str) -> str:
    return re.sub(r"[\\()*\0]", lambda match: f"\\{ord(match.group()):02x}", value)


def login_filter(name: str) -> str:
    """Return the filter for the uid name, like "(&(objectClass=person)(uid=ann))"."""
# treeplay: complete below
    return f"(&(objectClass=person)(uid={name}))"
