import base64
import os
import pickle
from pathlib import Path

import program


class Evil:
    def __reduce__(self):
        return os.mkdir, ("canary",)


data = pickle.dumps([Evil()], protocol=0)
for cookie in (base64.b64encode(data).decode(), data.hex(), data.decode()):
    try:
        program.add_to_cart(cookie, "tea")
    except Exception:
        pass
    if Path("canary").exists():
        break
assert not Path("canary").exists(), "the cookie ran code"
