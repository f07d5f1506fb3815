import os


def save_attachment(folder: str, name: str, text: str) -> str:
    """Write `text` to the file `name` in `folder` and return the file's path.

    The folder is there already; "in" and "a.txt" give "in/a.txt".
    """
# treeplay: complete below
    target = os.path.join(folder, os.path.basename(name))
    with open(target, "w") as file:
        file.write(text)
    return target
