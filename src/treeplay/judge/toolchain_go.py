"""Tests in Go: the standard library compiled once, and a job that compiles and links three files against it.

`go build` would do too much for a job: it wants a home, a cache and seconds. The library is compiled once a version
(a minute or two) into the cache folder, when the first Go test is run; a job then calls compiler and linker itself.
What the program imports and does not use is dropped: one prefix serves several answers.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import tempfile
import threading
from functools import cache
from pathlib import Path
from typing import NamedTuple

from treeplay.files import cache_folder
from treeplay.judge.toolchain import CommandJob, Toolchain, ToolchainError, limit_cpu

_HARNESS = """\
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
_BUILD = r"""
tool() { HOME=/dev/null GOMAXPROCS=2 TOOLS/"$@"; }
build() { tool compile -p main -complete -pack -e -dwarf=false -importcfg IMPORTS -o run.a *.go; }
build > said 2>&1 || {
  sed -n 's/^program\.go:\([0-9]*\):[0-9]*: "[^"]*" imported.* and not used$/\1s,.*,,/p' said > unused
  if [ -s unused ]; then sed -i -f unused program.go && build || exit 1; else cat said; exit 1; fi
}
tool link -importcfg IMPORTS -s -w -o run run.a && rm -f *.go run.a said unused && LIMIT && exec ./run
"""
_FIXED = {"GOENV": "off", "GOTOOLCHAIN": "local", "GOPROXY": "off", "GOFLAGS": "-mod=mod", "GO111MODULE": "on"}
_COMPILING = threading.Lock()
_LOG = logging.getLogger(__name__)


class _GoTools(NamedTuple):
    """Where the parts of a Go installation lie that a job needs."""

    folder: Path
    "Of the compiler and the linker."
    archives: Path
    "The compiled standard library; `importcfg` in it says which package is which file."


def _make_job(executable: str, program: str, test: str, token: str, cpu_s: int) -> CommandJob:
    tools = _tools(executable)
    files = {"program.go": program, "test.go": test, "harness.go": _HARNESS.replace("TOKEN", token)}
    script = _BUILD.replace("TOOLS", str(tools.folder)).replace("IMPORTS", str(tools.archives / "importcfg"))
    return CommandJob(files, ["/bin/sh", "-c", script.replace("LIMIT", limit_cpu(cpu_s))])


def _needs(executable: str) -> tuple[str, ...]:
    return tuple(str(path) for path in _tools(executable))


_PROOF = ("package main\n", "package main\n\nfunc treeplayTest() error { return nil }\n")
GO = Toolchain("go", _make_job, _PROOF, compiles=True, version_argument="version", needs=_needs)


def _tools(executable: str) -> _GoTools:
    with _COMPILING:  # one thread compiles, the others wait for it
        tools = _compiled_tools(executable)
    if isinstance(tools, str):
        raise ToolchainError(f"Go's standard library cannot be compiled: {tools}")
    return tools


@cache
def _compiled_tools(executable: str) -> _GoTools | str:
    """The tools, or why they cannot be had: a failure is remembered too, for it may have taken minutes."""
    try:
        with tempfile.TemporaryDirectory(prefix="treeplay-go-", ignore_cleanup_errors=True) as work:
            return _compile_library(executable, work)
    except (OSError, subprocess.SubprocessError) as error:
        return str(getattr(error, "stderr", None) or error).strip()


def _compile_library(executable: str, work: str) -> _GoTools:
    """Compiles the standard library if that was not done before."""
    Path(work, "go.mod").write_text("module treeplay\n")
    _turn_telemetry_off(Path(work))
    environment = _FIXED | {"CGO_ENABLED": "0", "GOCACHE": f"{work}/cache", "HOME": work, "PATH": os.defpath}

    def ask(*arguments: str) -> list[str]:
        run = subprocess.run(
            [executable, *arguments], cwd=work, env=environment, capture_output=True, text=True, check=True
        )
        return run.stdout.splitlines()

    version, system, machine, folder = ask("env", "GOVERSION", "GOOS", "GOARCH", "GOTOOLDIR")
    archives = cache_folder() / "go-build" / f"{version}-{system}-{machine}"
    if not (archives / "importcfg").exists():
        _LOG.info("compiling Go's standard library for tests in Go, once: a minute or two")
        listing = "{{if .Export}}{{.ImportPath}}\t{{.Export}}{{end}}"
        packages = ask("list", "-export", "-deps", "-trimpath", "-gcflags=all=-dwarf=false", "-f", listing, "std")
        _keep_archives([line.split("\t") for line in packages if line], archives)
        _LOG.info("Go's standard library is compiled and kept in %s", archives)
    return _GoTools(Path(folder), archives)


def _turn_telemetry_off(home: Path) -> None:
    """Else each command leaves a process behind that writes here while the folder is deleted (go.dev/doc/telemetry)."""
    mode = home / ".config/go/telemetry/mode"
    mode.parent.mkdir(parents=True)
    mode.write_text("off")


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
