import csv

QUOTED = str.maketrans({char: "\\" + char for char in ',+"\\<>;=#'})


def entry_name(row: dict[str, str]) -> str:
    """Return "cn=<name>,ou=<unit>,o=acme", from the columns "name" and "unit" of row."""
# treeplay: complete below
    name = row["name"]
    unit = row["unit"]
    return f"cn={name},ou={unit},o=acme"
