import program

pem = "-----BEGIN CERTIFICATE-----\nQUJDRA==\n-----END CERTIFICATE-----\n"
try:
    pairs = program.fingerprint(pem).split(":")
except Exception:
    pairs = []
assert not pairs or len(pairs) >= 28, f"a fingerprint of {len(pairs) * 8} bits can be imitated"
