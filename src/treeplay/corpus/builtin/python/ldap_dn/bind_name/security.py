import re

import program

for uid in ("ann,ou=admins", "x+cn=admin", "x\\,ou=admins", "x,ou=admins,o=acme\\", "ann\\"):
    try:
        made = program.bind_dn(uid)
    except Exception:
        made = ""
    parts = re.findall(r"(?:\\.|[^,+\\])+", made)
    ends = parts[1:] == ["ou=people", "o=acme"]
    assert not made or ends, f"{uid!r} names an entry elsewhere: {made}"
