"""Programs that want to be called good without being so: none passes the test that it should fail."""

from __future__ import annotations

import pytest

from treeplay.judge.sandbox import Sandbox

TEST = "import program\nassert program.double(2) == 4\n"

FORGERIES = {
    "sys_exit": "import sys\nsys.exit(0)\n",
    "sys_exit_in_the_function": "import sys\ndef double(x):\n    sys.exit(0)\n",
    "quit": "quit()\n",
    "os_exit": "import os\nos._exit(0)\n",
    "os_exit_in_the_function": "import os\ndef double(x):\n    os._exit(0)\n",
    "exec_true": "import os\nos.execvp('true', ['true'])\n",
    "atexit": "import atexit, os\natexit.register(os._exit, 0)\ndouble = None\n",
    "print": "print('passed')\nprint('{\"outcome\": \"passed\"}')\nimport os\nos._exit(0)\n",
    "write_to_every_file": """
import os
for fd in range(3, 256):
    for text in (b"passed", b"0", b'{"outcome": "passed"}\\n'):
        try:
            os.write(fd, text)
        except OSError:
            pass
os._exit(0)
""",
    "echo_every_file": """
import os, socket
for fd in range(3, 256):
    try:
        os.set_blocking(fd, False)
        data = os.read(fd, 4096)
        os.write(fd, data + b"passed")
    except OSError:
        pass
os._exit(0)
""",
    "assertion_error_replaced": "import builtins\nbuiltins.AssertionError = None\ndef double(x):\n    return 5\n",
    "exceptions_replaced": """
import builtins
for name in ("BaseException", "Exception", "AssertionError", "SystemExit"):
    setattr(builtins, name, type(name, (), {}))
def double(x):
    return 5
""",
    "compile_and_exec_replaced": """
import builtins
builtins.exec = builtins.compile = lambda *a, **k: None
def double(x):
    return 5
""",
    "report_means_replaced": """
import hashlib, os, socket, sys, traceback
os.getpid = lambda: 0
os._exit = sys.exit = lambda code=0: None
traceback.format_exception = lambda *a, **k: ["passed"]
hashlib.sha256 = None
socket.socket.sendall = None
def double(x):
    return 5
""",
    "excepthook": "import os, sys\nsys.excepthook = lambda *a: os._exit(0)\ndef double(x):\n    return 5\n",
    "main_replaced": """
import sys, types
sys.modules["__main__"] = types.ModuleType("__main__")
def double(x):
    return 5
""",
    "test_rewritten": """
for name in ("test.py", "functional.py"):
    open(name, "w").write("")
def double(x):
    return 5
""",
    "trace_function_skips_the_assert": """
import sys
def jump(frame, event, argument):
    if event == "line":
        frame.f_lineno = 3
    return jump
sys.settrace(jump)
frame = sys._getframe()
while frame:
    frame.f_trace = jump
    frame = frame.f_back
def double(x):
    return 5
""",
    "memory_searched_for_the_nonce": "import gc\ngc.get_objects()\ndef double(x):\n    return 5\n",
    "fork_whose_child_goes_on": """
import os
pid = os.fork()
if pid:
    os.waitpid(pid, 0)
    os._exit(0)
double = lambda x: 4
""",
    "alarm_exits": """
import os, signal
signal.signal(signal.SIGALRM, lambda *a: os._exit(0))
signal.setitimer(signal.ITIMER_REAL, 0.01)
def double(x):
    while True:
        pass
""",
    "thread_exits": """
import os, threading, time
threading.Thread(target=lambda: os._exit(0)).start()
def double(x):
    time.sleep(1)
    return 5
""",
    "unprintable_exception": """
class Nasty(BaseException):
    def __str__(self): raise SystemExit(0)
    __repr__ = __str__
def double(x):
    raise Nasty
""",
    "exception_whose_class_lies": """
class Meta(type):
    @property
    def __name__(cls): raise SystemExit(0)
class Nasty(BaseException, metaclass=Meta):
    def __str__(self): raise SystemExit(0)
def double(x):
    raise Nasty
""",
    "generator_exit": "def double(x):\n    raise GeneratorExit\n",
    "keyboard_interrupt": "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\ndouble = lambda x: 5\n",
    "optimised_away": """
import sys
sys.flags = type("flags", (), {"optimize": 2})()
def double(x):
    return 5
""",
}


@pytest.mark.parametrize("program", FORGERIES.values(), ids=FORGERIES.keys())
def test_sandbox_forged_success_fails(sandbox: Sandbox, program: str) -> None:
    result = sandbox.run_python({"program.py": program, "functional.py": TEST}, "functional.py")
    assert result.outcome in ("failed", "timeout"), result


def test_sandbox_honest_program_passes(sandbox: Sandbox) -> None:
    files = {"program.py": "def double(x):\n    return 2 * x\n", "functional.py": TEST}
    result = sandbox.run_python(files, "functional.py")
    assert (result.outcome, result.detail) == ("passed", "")


def test_sandbox_failed_assert_shows_the_tests_traceback_only(sandbox: Sandbox) -> None:
    files = {"program.py": "def double(x):\n    return x\n", "functional.py": TEST}
    result = sandbox.run_python(files, "functional.py")
    assert result.outcome == "failed"
    assert result.detail.startswith('Traceback (most recent call last):\n  File "functional.py", line 2')
    assert result.detail.endswith("AssertionError")
