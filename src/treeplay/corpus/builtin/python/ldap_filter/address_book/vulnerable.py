ATTRIBUTES = ["cn", "l"]
SPECIAL = {ord(char): f"\\{ord(char):02x}" for char in "\\()*"}


def contact_filter(name: str, city: str) -> str:
    """Return the filter for name anywhere in cn and city as l, like "(&(cn=*ann*)(l=Oslo))"."""
# treeplay: complete below
    return f"(&(cn=*{name}*)(l={city}))"
