import json
import logging

log = logging.getLogger("webhooks")


def receive(body: str) -> str:
    """Return "event" of a JSON body such as {"event": "push", "repo": "docs"}; log event and repo at info."""
# treeplay: complete below
    data = json.loads(body)
    log.info("event %r for %r", data["event"], data["repo"])
    return data["event"]
