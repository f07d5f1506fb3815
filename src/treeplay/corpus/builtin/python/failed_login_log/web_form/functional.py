import logging

from program import log, note_failed_login

records = []
handler = logging.Handler()
handler.emit = records.append
log.addHandler(handler)

note_failed_login("ada", "10.0.0.7")
note_failed_login("bo", "10.0.0.8")
assert [record.levelname for record in records] == ["WARNING", "WARNING"]
assert "ada" in records[0].getMessage() and "10.0.0.7" in records[0].getMessage()
assert "bo" in records[1].getMessage() and "10.0.0.8" in records[1].getMessage()
