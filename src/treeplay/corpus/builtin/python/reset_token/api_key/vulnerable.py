import json
import random
import secrets
from pathlib import Path


def create_key(store: Path, client: str) -> str:
    """Return a new key "key_" followed by 40 hex digits.

    Its client is recorded under the key in the JSON object in the file store, which exists.
    """
# treeplay: complete below
    key = "key_" + "%040x" % random.getrandbits(160)
    clients = json.loads(store.read_text())
    clients[key] = client
    store.write_text(json.dumps(clients))
    return key
