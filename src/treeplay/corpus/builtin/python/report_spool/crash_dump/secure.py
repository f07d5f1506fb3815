import json
import os
import tempfile


def dump_state(state: dict) -> str:
    """Write state as JSON to a temporary file, print "state saved to <path>" and return the path."""
# treeplay: complete below
    fd, path = tempfile.mkstemp(prefix="crash-", suffix=".json")
    with os.fdopen(fd, "w") as handle:
        json.dump(state, handle)
    print("state saved to", path)
    return path
