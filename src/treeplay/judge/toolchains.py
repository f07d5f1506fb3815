"""How a task's test is run in each language: the table of toolchains, and the one way through it.

A pass needs more than exit code 0, which any program can bring about by leaving early: the harness prints a token,
drawn for this one run, after the test's last statement, and the source that holds it is gone before the program starts;
where the program is compiled beside it, it has a name that the program cannot know.

| language   | the program is | the test is                                                                        |
|------------|----------------|------------------------------------------------------------------------------------|
| Python     | `program.py`   | a script that imports `program`                                                    |
| JavaScript | `program.js`   | a CommonJS module that requires `./program.js`; may export a function to be awaited |
| C, C++     | `program.c`    | a file that includes `"program.c"` and defines `int main(void)`; 0 is a pass       |
| Go         | `program.go`   | a file of package main that defines `func treeplayTest() error`; nil is a pass     |
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from treeplay.corpus.schema import Task
from treeplay.judge.sandbox import Limits, RunResult, Sandbox
from treeplay.judge.toolchain import CommandJob, MakeJob, Toolchain, ToolchainError, limit_cpu
from treeplay.judge.toolchain_go import GO

_JAVASCRIPT = """\
"use strict";
const fs = require("fs");
const { writeSync } = fs, leave = process.reallyExit.bind(process);
fs.unlinkSync(__filename);
for (const name of ["constructor", "then", "catch", "finally"]) {
  const value = Promise.prototype[name];
  const set = function (own) {
    if (this === Promise.prototype) return;
    Object.defineProperty(this, name, { value: own, writable: true, enumerable: true, configurable: true });
  };
  Object.defineProperty(Promise.prototype, name, { get: () => value, set, configurable: false });
}
const passed = () => { writeSync(1, "\\nTOKEN\\n"); leave(0); };
const failed = (error) => { writeSync(2, `\\n${String(error).replace(/\\s+/g, " ").slice(0, 300)}\\n`); leave(1); };
process.on("uncaughtException", failed);
process.on("unhandledRejection", failed);
(async () => {
  try {
    const test = require("./test.js");
    if (EXPORTS && typeof test !== "function") throw new Error("the test exports no function");
    if (typeof test === "function") await test();
  } catch (error) {
    failed(error);
  }
  passed();
})();
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
_AFTER_PROGRAM = "\n\n#undef NDEBUG\n#undef assert\n#include <assert.h>\n#undef main\n#define main treeplay_test\n"
"What a program may have switched off for the test that includes it; after two line ends, as it may escape the first."
_EXPORTS = re.compile(r"(?:^|[;}])[ \t]*module\.exports[ \t]*=(?!=)", re.MULTILINE)
"What a test in JavaScript that exports something holds."
_CAUSE = re.compile(
    r"SUMMARY: \w+Sanitizer|runtime error:|Assertion .* failed|\berror:|Error\b|^panic: |^\w+\.go:\d+:\d+: "
)
"What compilers, sanitizers, assertions and exceptions say."
_BUILDING = 5
"Times the processor time of a program that compiling it may take: a regular expression of C++ takes 13 s."
_SANITIZERS = "-fsanitize=address,undefined -fno-sanitize-recover=all"
_SANITIZER_OPTIONS = "ASAN_OPTIONS=detect_leaks=0:color=never UBSAN_OPTIONS=print_stacktrace=0"


def _javascript(executable: str, program: str, test: str, token: str, cpu_s: int) -> CommandJob:
    exports = "true" if _EXPORTS.search(test) else "false"
    harness = _JAVASCRIPT.replace("TOKEN", token).replace("EXPORTS", exports)
    return CommandJob({"program.js": program, "test.js": test, "harness.js": harness}, [executable, "harness.js"])


def _compiled(extension: str, standard: str) -> MakeJob:
    def command(executable: str, program: str, test: str, token: str, cpu_s: int) -> CommandJob:
        declared = _C.replace("extern int", 'extern "C++" int') if extension == "cpp" else _C
        harness = f"harness{secrets.token_hex(16)}"  # lies beside the program that is compiled, which could include it
        files = {
            f"program.{extension}": program + _AFTER_PROGRAM,
            f"test.{extension}": test,
            f"{harness}.{extension}": declared.replace("TOKEN", token),
        }
        build = (
            f"{executable} -std={standard} -g1 -O1 -w {_SANITIZERS} "
            f"-Dmain=treeplay_test -c test.{extension} -o test.o && "
            f"{executable} -std={standard} -c {harness}.{extension} -o {harness}.o && "
            f"{executable} {_fast_linker()} {_SANITIZERS} test.o {harness}.o -o run -lm -lpthread"
        )
        start = f"{limit_cpu(cpu_s)} && {_SANITIZER_OPTIONS} exec ./run"
        script = f"{build} && rm -f harness* test.* program.* && {start}"
        return CommandJob(files, ["/bin/sh", "-c", script])

    return command


@cache
def _fast_linker() -> str:
    """The sanitizers' libraries are large: gold links them in a third of the default linker's time."""
    return "-fuse-ld=gold" if shutil.which("ld.gold") else ""


_C_PROOF = "int main(void) { return 0; }\n"

TOOLCHAINS: Mapping[str, Toolchain] = {
    "javascript": Toolchain("node", _javascript, ("", "")),
    "c": Toolchain("gcc", _compiled("c", "gnu17"), ("", f'#include "program.c"\n{_C_PROOF}'), compiles=True),
    "cpp": Toolchain("g++", _compiled("cpp", "gnu++17"), ("", f'#include "program.cpp"\n{_C_PROOF}'), compiles=True),
    "go": GO,
}
"By language; Python's tests run in the sandbox's own warm interpreter."


def readable(language: str) -> tuple[str, ...]:
    """The folders that a sandbox must show (`read_only`) to run tests in a language.

    The first call for Go compiles its standard library, which takes minutes.

    Raises:
        ToolchainError: tests in this language cannot be run here.
    """
    if language == "python":
        return ()
    toolchain = TOOLCHAINS.get(language)
    if toolchain is None:
        raise ToolchainError(f"tests in {language} cannot be run")
    if toolchain.path is None:
        raise ToolchainError(f"tests in {language} need {toolchain.executable}, which is not installed")
    return toolchain.needs(toolchain.path)


def unrunnable(tasks: Iterable[Task]) -> list[str]:
    """What to tell the user before tasks are judged whose tests cannot be run here, a sentence a language."""
    found: Counter[str] = Counter(task.language for task in tasks if task.functional_test or task.security_test)
    told = []
    for language, count in sorted(found.items()):
        toolchain = TOOLCHAINS.get(language)
        if language != "python" and (toolchain is None or toolchain.path is None):
            need = f"need {toolchain.executable}, which is not installed" if toolchain else "cannot be run"
            told.append(f"tests in {language} {need}: what they would decide of {count} tasks stays unknown")
    return told


def run_test(sandbox: Sandbox, language: str, program: str, test: str) -> RunResult:
    """Runs one test of one program, in a sandbox that shows what is `readable` in the language.

    Returns:
        `passed` if the test ran to its end; `infrastructure`, with the reason, if it could not be run.

    Raises:
        ToolchainError: tests in this language cannot be run here.
    """
    if hidden := set(readable(language)) - set(sandbox.read_only):
        raise ValueError(f"the sandbox does not show {', '.join(sorted(hidden))}, which tests in {language} need")
    if language == "python":
        return sandbox.run_python({"program.py": program, "test.py": test}, "test.py")
    toolchain = TOOLCHAINS[language]
    if problem := _problem(sandbox, toolchain):
        return RunResult("infrastructure", f"{toolchain.path} does not work in the sandbox: {problem}")
    return _run(sandbox, toolchain, program, test)


_PROVEN: set[tuple[Toolchain, Limits]] = set()
"Toolchains that were seen to work in a sandbox of these bounds."


def _problem(sandbox: Sandbox, toolchain: Toolchain) -> str:
    """Why not even a program that does nothing passes its test, which is no fault of the program's; empty if it does.

    What works is asked once a process. What does not is asked again each time: it may have been a full machine.
    """
    where = toolchain, sandbox.limits
    if where in _PROVEN:
        return ""
    result = _run(sandbox, toolchain, *toolchain.proof)
    if result.outcome != "passed":
        return result.detail or result.outcome
    _PROVEN.add(where)
    return ""


def _run(sandbox: Sandbox, toolchain: Toolchain, program: str, test: str) -> RunResult:
    token, limits = secrets.token_hex(16), sandbox.limits
    files, argv = toolchain.make_job(toolchain.path or "", program, test, token, limits.cpu_s)
    build_s = _BUILDING * limits.cpu_s if toolchain.compiles else 0
    # Go, Node and AddressSanitizer reserve address space by the terabyte; what they use is bounded by `memory_mib`.
    result = sandbox.run_command(files, argv, limits=replace(limits, address_space_mib=0, build_s=build_s))
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
