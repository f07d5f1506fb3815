"""A sandbox for hostile code on Linux: namespaces made by hand, a warm process to fork jobs from, strict limits.

    with Sandbox(Limits(wall_s=5)) as sandbox:
        result = sandbox.run_python({"program.py": program, "test.py": test}, entry="test.py")

The README beside this file says how it isolates, and what it does not protect against.
"""

from treeplay.judge.sandbox.client import Isolation, Sandbox
from treeplay.judge.sandbox.limits import SYSTEM_FOLDERS, Limits, Outcome, RunResult

__all__ = ["SYSTEM_FOLDERS", "Isolation", "Limits", "Outcome", "RunResult", "Sandbox"]
