import json
import time
from pathlib import Path

import program

pins, seconds = [], []
try:
    for name in ("a.json", "b.json"):
        start = time.process_time()
        program.save_pin(Path(name), "4711")
        seconds.append(time.process_time() - start)
        pins.append(json.loads(Path(name).read_text())["pin"])
except Exception:
    pass
if len(pins) == 2:
    assert pins[0] != pins[1], "two compartments with one PIN share a hash"
    assert min(seconds) > 0.003, "a guess costs next to nothing"
