import hashlib

import program

digests = {name: hashlib.new(name, b"forged").hexdigest() for name in ("md5", "sha1")}
digests["sha256"] = hashlib.sha256(b"real").hexdigest()
try:
    accepted = program.is_genuine(b"forged", digests)
except Exception:
    accepted = False
assert not accepted, "an image that only shares the weak digests was accepted"
