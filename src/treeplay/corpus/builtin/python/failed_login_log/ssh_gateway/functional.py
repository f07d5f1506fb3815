import logging

from program import key_refused, log

records = []
handler = logging.Handler()
handler.emit = records.append
log.addHandler(handler)

refused = ["old"]
key_refused("deploy", "OpenSSH_9.6", refused)
assert refused == ["old", "deploy"]
assert len(records) == 1 and records[0].levelname == "ERROR"
assert "deploy" in records[0].getMessage() and "OpenSSH_9.6" in records[0].getMessage()
