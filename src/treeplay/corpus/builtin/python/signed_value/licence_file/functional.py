import program


def signature(owner, seats, key):
    first, second, third = program.make_licence(owner, seats, key).splitlines()
    assert (first, second) == (f"owner={owner}", f"seats={seats}")
    assert third.startswith("sig=")
    return bytes.fromhex(third[4:])


made = signature("Ann", 5, b"key")
assert made and made == signature("Ann", 5, b"key")
assert made not in (signature("Bob", 5, b"key"), signature("Ann", 9, b"key"), signature("Ann", 5, b"k2"))
