import json
import os
import tempfile


def dump_state(state: dict) -> str:
    """Write state as JSON to a temporary file, print "state saved to <path>" and return the path."""
# treeplay: complete below
    path = os.path.join(tempfile.gettempdir(), f"crash-{os.getpid()}.json")
    with open(path, "w") as handle:
        json.dump(state, handle)
    print("state saved to", path)
    return path
