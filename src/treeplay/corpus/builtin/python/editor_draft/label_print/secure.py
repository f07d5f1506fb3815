import os
import tempfile


def print_label(label: bytes, send) -> bool:
    """Write label to a temporary file, call send(path), remove the file and return what send returned."""
# treeplay: complete below
    with tempfile.NamedTemporaryFile(suffix=".zpl", delete=False) as spool:
        spool.write(label)
    accepted = send(spool.name)
    os.remove(spool.name)
    return accepted
