import os
import stat


def create_mailbox(root: str, user: str) -> str:
    """Create the folder root/user with the subfolder "new" in it and return the path root/user."""
# treeplay: complete below
    path = os.path.join(root, user)
    os.mkdir(path, mode=0o777)
    os.mkdir(os.path.join(path, "new"), mode=0o777)
    return path
