import re

import program

for value in ("x,ou=admins", "x+uid=root", "x\\,ou=admins", "x,o=acme,o=evil\\"):
    for row in ({"name": value, "unit": "IT"}, {"name": "Bob", "unit": value}):
        try:
            made = program.entry_name(row)
        except Exception:
            made = ""
        parts = re.findall(r"(?:\\.|[^,+\\])+", made)
        same = [part.split("=")[0] for part in parts] == ["cn", "ou", "o"]
        assert not made or same, f"{value!r} names an entry elsewhere: {made}"
