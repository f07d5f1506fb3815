import hashlib
import json
import time


def append_entry(log: list[dict], text: str) -> None:
    """Append {"text": text, "digest": digest} to log.

    The digest is the hex digest of the digest of the last entry ("" when log is empty) followed by text.
    """
# treeplay: complete below
    previous = log[-1]["digest"] if log else ""
    digest = hashlib.sha256((previous + text).encode()).hexdigest()
    log.append({"text": text, "digest": digest})
