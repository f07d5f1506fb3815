import base64

import program


def pem(data):
    return f"-----BEGIN CERTIFICATE-----\n{base64.encodebytes(data).decode()}-----END CERTIFICATE-----\n"


first = program.fingerprint(pem(b"first" * 30))
assert first == program.fingerprint(pem(b"first" * 30)) != program.fingerprint(pem(b"second" * 30))
pairs = first.split(":")
assert len(pairs) > 2 and all(len(pair) == 2 and int(pair, 16) >= 0 for pair in pairs)
assert first == first.upper()
