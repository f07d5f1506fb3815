import contextlib
import io
import json
import os
import tempfile

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
printed = io.StringIO()
with contextlib.redirect_stdout(printed):
    path = program.dump_state({"jobs": [3, 5], "host": "db1"})
with open(path) as handle:
    assert json.load(handle) == {"jobs": [3, 5], "host": "db1"}
assert printed.getvalue().strip() == f"state saved to {path}"
