from datetime import date

import program

ann = {"name": "ann", "password_hash": "old"}
bob = {"name": "bob"}
program.change_password(ann, "maple", date(2024, 5, 1))
program.change_password(bob, "cedar", date(2024, 5, 2))
assert ann["name"] == "ann" and ann["changed"] == "2024-05-01" and bob["changed"] == "2024-05-02"
assert isinstance(ann["password_hash"], str) and len(ann["password_hash"]) >= 16
assert ann["password_hash"] != bob["password_hash"]
