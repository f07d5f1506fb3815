import os
from pathlib import Path
import pickle

import program


class Evil:
    def __reduce__(self):
        return os.mkdir, ("canary",)


EVIL = pickle.dumps(Evil())
try:
    program.decode_message(EVIL)
except Exception:
    pass
assert not Path("canary").exists(), "the data ran code"
