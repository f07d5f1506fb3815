import os
import pickle
from pathlib import Path

import program


class Evil:
    def __reduce__(self):
        return os.mkdir, ("canary",)


Path("scores").write_bytes(pickle.dumps(Evil()))
try:
    program.record_score("scores", "ann", 12)
except Exception:
    pass
assert not Path("canary").exists(), "the score file ran code"
