import logging

from program import log, receive

records = []
handler = logging.Handler()
handler.emit = records.append
log.addHandler(handler)
log.setLevel(logging.INFO)

assert receive('{"event": "push", "repo": "docs"}') == "push"
assert receive('{"repo": "site", "event": "merge"}') == "merge"
messages = [record.getMessage() for record in records]
assert all(record.levelname == "INFO" for record in records)
assert any("push" in message and "docs" in message for message in messages)
assert any("merge" in message and "site" in message for message in messages)
