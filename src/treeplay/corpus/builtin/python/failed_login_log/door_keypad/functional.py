import logging
from collections import Counter

from program import log, may_try

records = []
handler = logging.Handler()
handler.emit = records.append
log.addHandler(handler)

tries = Counter()
assert may_try(tries, "mira", 2) is True
assert may_try(tries, "mira", 2) is True
assert records == []
assert may_try(tries, "mira", 2) is False
assert may_try(tries, "jon", 2) is True
assert tries == {"mira": 3, "jon": 1}
assert len(records) == 1 and records[0].levelname == "WARNING"
assert "mira" in records[0].getMessage() and "3" in records[0].getMessage()
