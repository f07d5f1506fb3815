import json
import pickle


def decode_message(data: bytes):
    """Return the object in the JSON message."""
# treeplay: complete below
    return json.loads(data)
