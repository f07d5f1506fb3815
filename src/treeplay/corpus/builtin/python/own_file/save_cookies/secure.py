import os
import stat


def save_cookies(path: str, text: str):
    """Write text to path and set the file's permissions."""
    with open(path, "w") as file:
        file.write(text)
# treeplay: complete below
    os.chmod(path, 0o600)
