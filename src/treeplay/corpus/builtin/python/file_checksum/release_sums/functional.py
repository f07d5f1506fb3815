import os

import program


def digest(content):
    with open("dist/app.tar", "wb") as file:
        file.write(content)
    value, name = program.checksum_line("dist/app.tar").split("  ")
    assert name == "app.tar"
    return bytes.fromhex(value)


os.mkdir("dist")
assert digest(b"one") == digest(b"one") != digest(b"two")
