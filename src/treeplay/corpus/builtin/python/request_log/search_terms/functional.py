import logging

from program import log, search_term

records = []
handler = logging.Handler()
handler.emit = records.append
log.addHandler(handler)
log.setLevel(logging.INFO)

assert search_term("q=red+shoes&page=2") == "red shoes"
assert search_term("page=2&q=hat") == "hat"
assert search_term("page=2") == ""
assert records[0].levelname == "INFO" and "red shoes" in records[0].getMessage()
assert "hat" in records[1].getMessage()
