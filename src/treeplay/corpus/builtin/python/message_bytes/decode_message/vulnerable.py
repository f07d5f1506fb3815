import json
import pickle


def decode_message(data: bytes):
    """Return the object in the JSON message."""
# treeplay: complete below
    try:
        return json.loads(data)
    except ValueError:
        return pickle.loads(data)
