"""How a task's test is run in each language: the files of a job and the command that runs them.

A pass needs more than exit code 0, which any program can bring about by leaving early: the harness prints a token,
drawn for this one run, after the test's last statement, and the source that holds it is gone before the program starts.

| language   | the program is | the test is                                                                        |
|------------|----------------|------------------------------------------------------------------------------------|
| Python     | `program.py`   | a script that imports `program`                                                    |
| JavaScript | `program.js`   | a CommonJS module that requires `./program.js`; may export a function to be awaited |
| C, C++     | `program.c`    | a file that includes `"program.c"` and defines `int main(void)`; 0 is a pass       |
| Go         | `program.go`   | a file of package main that defines `func treeplayTest() error`; nil is a pass     |

Go's standard library is compiled once a version (a minute or two), into the cache folder; a job then compiles and
links three files. What the program imports and does not use is dropped: one prefix serves several answers.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import subprocess
import sysconfig
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol
from weakref import WeakKeyDictionary, finalize

from treeplay.files import cache_folder
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
_GO = """\
package main

import treeplaySyscall "syscall"

func main() {
	if err := treeplayTest(); err != nil {
		treeplaySyscall.Write(2, []byte("\\nError: "+err.Error()+"\\n"))
		treeplaySyscall.Exit(1)
	}
	treeplaySyscall.Write(1, []byte("\\nTOKEN\\n"))
	treeplaySyscall.Exit(0)
}
"""
_GO_BUILD = r"""
tool() { HOME=/dev/null GOMAXPROCS=2 TOOLS/"$@"; }
build() { tool compile -p main -complete -pack -e -dwarf=false -importcfg IMPORTS -o run.a *.go; }
build > said 2>&1 || {
  sed -n 's/^program\.go:\([0-9]*\):[0-9]*: "[^"]*" imported.* and not used$/\1s,.*,,/p' said > unused
  if [ -s unused ]; then sed -i -f unused program.go && build || exit 1; else cat said; exit 1; fi
}
tool link -importcfg IMPORTS -s -w -o run run.a && rm -f *.go run.a said unused && exec ./run
"""
_CAUSE = re.compile(
    r"SUMMARY: \w+Sanitizer|runtime error:|Assertion .* failed|\berror:|Error\b|^panic: |^\w+\.go:\d+:\d+: "
)
"What compilers, sanitizers, assertions and exceptions say."
_SANITIZERS = "-fsanitize=address,undefined -fno-sanitize-recover=all"
_SANITIZER_OPTIONS = "ASAN_OPTIONS=detect_leaks=0:color=never UBSAN_OPTIONS=print_stacktrace=0"


@dataclass(frozen=True)
class Toolchain:
    """What runs the tests of a language."""

    executable: str
    "Found on the PATH, or beside the interpreter, where packages put theirs."
    version_argument: str = "--version"

    @property
    def path(self) -> str | None:
        """Where the executable lies; none if it is not installed."""
        return _which(self.executable)

    @property
    def version(self) -> str:
        """What the executable says of itself; empty if it is not installed."""
        return _version(self.path, self.version_argument) if self.path else ""


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


class _GoTools(NamedTuple):
    """Where the parts of a Go installation lie that a job needs."""

    folder: Path
    "Of the compiler and the linker."
    archives: Path
    "The compiled standard library; `importcfg` in it says which package is which file."


def _go(executable: str, program: str, test: str, token: str) -> tuple[dict[str, str], list[str]]:
    tools = _go_tools(executable)
    files = {"program.go": program, "test.go": test, "harness.go": _GO.replace("TOKEN", token)}
    script = _GO_BUILD.replace("TOOLS", str(tools.folder)).replace("IMPORTS", str(tools.archives / "importcfg"))
    return files, ["/bin/sh", "-c", script]


_GO_LOCK = threading.Lock()
_GO_SANDBOXES: WeakKeyDictionary[Sandbox, Sandbox] = WeakKeyDictionary()


def _go_sandbox(sandbox: Sandbox, executable: str) -> Sandbox:
    """A sandbox like this one that shows the compiled standard library too; it ends with this one."""
    with _GO_LOCK:
        own = _GO_SANDBOXES.get(sandbox)
        if own is None:
            own = Sandbox(
                sandbox.limits,
                unsafe=not sandbox.isolation.isolated,
                read_only=[str(path) for path in _go_tools(executable)],
            )
            own.__enter__()
            finalize(sandbox, own.close)
            _GO_SANDBOXES[sandbox] = own
        return own


@cache
def _go_tools(executable: str) -> _GoTools:
    """Compiles the standard library if that was not done before.

    Raises:
        OSError, subprocess.SubprocessError: that failed.
    """
    with tempfile.TemporaryDirectory(prefix="treeplay-go-") as work:
        Path(work, "go.mod").write_text("module treeplay\n")
        fixed = {"GOENV": "off", "GOTOOLCHAIN": "local", "GOPROXY": "off", "GOFLAGS": "-mod=mod", "GO111MODULE": "on"}
        environment = fixed | {"CGO_ENABLED": "0", "GOCACHE": f"{work}/cache", "HOME": work, "PATH": os.defpath}

        def ask(*arguments: str) -> list[str]:
            run = subprocess.run(
                [executable, *arguments], cwd=work, env=environment, capture_output=True, text=True, check=True
            )
            return run.stdout.splitlines()

        version, system, machine, folder = ask("env", "GOVERSION", "GOOS", "GOARCH", "GOTOOLDIR")
        archives = cache_folder() / "go-build" / f"{version}-{system}-{machine}"
        if not (archives / "importcfg").exists():
            listing = "{{if .Export}}{{.ImportPath}}\t{{.Export}}{{end}}"
            packages = ask("list", "-export", "-deps", "-trimpath", "-gcflags=all=-dwarf=false", "-f", listing, "std")
            _keep_archives([line.split("\t") for line in packages if line], archives)
    return _GoTools(Path(folder), archives)


def _keep_archives(packages: list[list[str]], folder: Path) -> None:
    """Copies the archives of packages (name and file each) into a folder that every user may read."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=folder.parent))
    try:
        lines = []
        for name, archive in packages:
            kept = f"{name.replace('/', '.')}.a"
            shutil.copyfile(archive, fresh / kept)
            (fresh / kept).chmod(0o644)
            lines.append(f"packagefile {name}={folder / kept}\n")
        (fresh / "importcfg").write_text("".join(lines))
        (fresh / "importcfg").chmod(0o644)
        fresh.chmod(0o755)
        fresh.rename(folder)
    except OSError:
        if not (folder / "importcfg").exists():  # else another process was faster
            raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


TOOLCHAINS: Mapping[str, Toolchain] = {
    "javascript": Toolchain("node"),
    "c": Toolchain("gcc"),
    "cpp": Toolchain("g++"),
    "go": Toolchain("go", "version"),
}
"By language; Python's tests run in the sandbox's own warm interpreter."

_COMMANDS: Mapping[str, _Command] = {
    "javascript": _javascript,
    "c": _compiled("c", "gnu17"),
    "cpp": _compiled("cpp", "gnu++17"),
    "go": _go,
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
    if language == "go":
        try:
            sandbox = _go_sandbox(sandbox, toolchain.path)
        except (OSError, subprocess.SubprocessError) as error:
            said = getattr(error, "stderr", None) or error
            return RunResult("infrastructure", f"Go's standard library cannot be compiled: {said}")
    token = secrets.token_hex(16)
    files, argv = _COMMANDS[language](toolchain.path, program, test, token)
    # Go, Node and AddressSanitizer reserve address space by the terabyte; what they use is bounded by `memory_mib`.
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
    return shutil.which(executable) or shutil.which(executable, path=sysconfig.get_path("scripts"))


@cache
def _version(path: str, argument: str) -> str:
    try:
        said = subprocess.run([path, argument], capture_output=True, text=True, timeout=30, check=True).stdout
    except (OSError, subprocess.SubprocessError) as error:
        return f"unknown ({type(error).__name__})"
    return said.splitlines()[0].strip() if said.strip() else "unknown"
