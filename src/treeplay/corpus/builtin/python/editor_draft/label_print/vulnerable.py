import os
import tempfile


def print_label(label: bytes, send) -> bool:
    """Write label to a temporary file, call send(path), remove the file and return what send returned."""
# treeplay: complete below
    path = os.path.join(tempfile.gettempdir(), "label.zpl")
    with open(path, "wb") as spool:
        spool.write(label)
    accepted = send(path)
    os.remove(path)
    return accepted
