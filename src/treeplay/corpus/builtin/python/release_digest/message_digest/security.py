import hashlib

import program

try:
    value = program.message_digest('a')
except Exception:
    value = ""
value = value.hex() if isinstance(value, bytes) else str(value)
assert len(value) not in (32, 40) or not set(value) <= set("0123456789abcdef"), "a weak digest"
