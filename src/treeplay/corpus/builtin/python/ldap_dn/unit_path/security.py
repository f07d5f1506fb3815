import re

import program

for unit in ("x,ou=admins", "x+cn=admin", "x\\,ou=admins", "x,dc=example,dc=org\\"):
    try:
        made = program.unit_dn(f"sales/{unit}")
    except Exception:
        made = ""
    parts = re.findall(r"(?:\\.|[^,+\\])+", made)
    same = len(parts) == 4 and parts[1:] == ["ou=sales", "dc=example", "dc=org"]
    assert not made or same, f"{unit!r} names a unit elsewhere: {made}"
