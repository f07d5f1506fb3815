"""How a task's test is run in each language: the files of a job and the command that runs them.

A pass needs more than exit code 0, which any program can bring about by leaving early: the harness prints a token,
drawn for this one run, after the test's last statement, and the source that holds it is gone before the program starts.

| language   | the program is | the test is                                                                        |
|------------|----------------|------------------------------------------------------------------------------------|
| Python     | `program.py`   | a script that imports `program`                                                    |
| JavaScript | `program.js`   | a CommonJS module that requires `./program.js`; may export a function to be awaited |
| C, C++     | `program.c`    | a file that includes `"program.c"` and defines `int main(void)`; 0 is a pass       |
"""

from __future__ import annotations

import re
import secrets
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

from treeplay.judge.sandbox import RunResult, Sandbox

_JAVASCRIPT = """\
"use strict";
const fs = require("fs");
const { writeSync } = fs, leave = process.reallyExit.bind(process);
fs.unlinkSync(__filename);
const passed = () => { writeSync(1, "\\nTOKEN\\n"); leave(0); };
const failed = (error) => { writeSync(2, `\\n${String(error).replace(/\\s+/g, " ").slice(0, 300)}\\n`); leave(1); };
process.on("uncaughtException", failed);
process.on("unhandledRejection", failed);
(async () => {
  const test = require("./test.js");
  if (typeof test === "function") await test();
})().then(passed, failed);
"""
_C = """\
#include <unistd.h>
extern int treeplay_test(void);
int main(void) {
  int failures = treeplay_test();
  if (failures) return 1;
  if (write(1, "\\nTOKEN\\n", sizeof "\\nTOKEN\\n" - 1) < 0) return 1;
  _exit(0);
}
"""
_CAUSE = re.compile(r"SUMMARY: \w+Sanitizer|runtime error:|Assertion .* failed|\berror:|Error\b")
"What compilers, sanitizers, assertions and exceptions say."
_SANITIZERS = "-fsanitize=address,undefined -fno-sanitize-recover=all"
_SANITIZER_OPTIONS = "ASAN_OPTIONS=detect_leaks=0:color=never UBSAN_OPTIONS=print_stacktrace=0"


@dataclass(frozen=True)
class Toolchain:
    """What runs the tests of a language."""

    executable: str
    "Found on the PATH."

    @property
    def path(self) -> str | None:
        """Where the executable lies; none if it is not installed."""
        return _which(self.executable)

    @property
    def version(self) -> str:
        """What the executable says of itself; empty if it is not installed."""
        return _version(self.path) if self.path else ""


class _Command(Protocol):
    def __call__(self, executable: str, program: str, test: str, token: str) -> tuple[dict[str, str], list[str]]:
        """The files of a job, and what to start in their folder."""


def _javascript(executable: str, program: str, test: str, token: str) -> tuple[dict[str, str], list[str]]:
    harness = _JAVASCRIPT.replace("TOKEN", token)
    return {"program.js": program, "test.js": test, "harness.js": harness}, [executable, "harness.js"]


def _compiled(extension: str, standard: str) -> _Command:
    def command(executable: str, program: str, test: str, token: str) -> tuple[dict[str, str], list[str]]:
        declared = _C.replace("extern int", 'extern "C++" int') if extension == "cpp" else _C
        files = {
            f"program.{extension}": program,
            f"test.{extension}": test,
            f"harness.{extension}": declared.replace("TOKEN", token),
        }
        build = (
            f"{executable} -std={standard} -g1 -O1 -w {_SANITIZERS} "
            f"-Dmain=treeplay_test -c test.{extension} -o test.o && "
            f"{executable} -std={standard} -c harness.{extension} -o harness.o && "
            f"{executable} {_SANITIZERS} test.o harness.o -o run -lm -lpthread"
        )
        script = f"{build} && rm -f harness.* test.* program.* && {_SANITIZER_OPTIONS} exec ./run"
        return files, ["/bin/sh", "-c", script]

    return command


TOOLCHAINS: Mapping[str, Toolchain] = {"javascript": Toolchain("node"), "c": Toolchain("gcc"), "cpp": Toolchain("g++")}
"By language; Python's tests run in the sandbox's own warm interpreter."

_COMMANDS: Mapping[str, _Command] = {
    "javascript": _javascript,
    "c": _compiled("c", "gnu17"),
    "cpp": _compiled("cpp", "gnu++17"),
}


def run_test(sandbox: Sandbox, language: str, program: str, test: str) -> RunResult:
    """Runs one test of one program.

    Returns:
        `passed` if the test ran to its end; `infrastructure`, with the reason, if it could not be run.
    """
    if language == "python":
        return sandbox.run_python({"program.py": program, "test.py": test}, "test.py")
    toolchain = TOOLCHAINS.get(language)
    if toolchain is None:
        return RunResult("infrastructure", f"tests in {language} cannot be run")
    if toolchain.path is None:
        return RunResult("infrastructure", f"tests in {language} need {toolchain.executable}, which is not installed")
    token = secrets.token_hex(16)
    files, argv = _COMMANDS[language](toolchain.path, program, test, token)
    # Node and AddressSanitizer reserve address space by the terabyte; what they use is bounded by `memory_mib`.
    result = sandbox.run_command(files, argv, limits=replace(sandbox.limits, address_space_mib=0))
    return _with_cause(_require_token(result, token))


def _with_cause(result: RunResult) -> RunResult:
    """A failure's detail with the line that tells the cause last, as a traceback has it."""
    causes = [line.strip() for line in result.output.splitlines() if _CAUSE.search(line)]
    return replace(result, detail=causes[0]) if result.outcome == "failed" and causes else result


def _require_token(result: RunResult, token: str) -> RunResult:
    if result.outcome != "passed":
        return result
    lines = result.output.rstrip().splitlines()
    if lines and lines[-1] == token:
        return replace(result, output=result.output.rstrip().removesuffix(token))
    return replace(result, outcome="failed", detail="the program ended before the test was over")


@cache
def _which(executable: str) -> str | None:
    return shutil.which(executable)


@cache
def _version(path: str) -> str:
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=30, check=True).stdout
    except (OSError, subprocess.SubprocessError) as error:
        return f"unknown ({type(error).__name__})"
    return said.splitlines()[0].strip() if said.strip() else "unknown"
