"""What runs the tests of a language: an executable, the job it makes of a test, and what that job must read."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol

from treeplay.judge.sandbox import SYSTEM_FOLDERS


class ToolchainError(Exception):
    """Tests in a language cannot be run on this machine; the message says why. No fault of the program's."""


class CommandJob(NamedTuple):
    """What a sandbox is given to run one test."""

    files: dict[str, str]
    argv: list[str]


class MakeJob(Protocol):
    def __call__(self, executable: str, program: str, test: str, token: str, cpu_s: int) -> CommandJob:
        """The job that runs a test and, after its last statement, prints the token as a line of its own.

        Args:
            cpu_s: seconds of processor time that a program may take; what compiles it may take more.
        """


def installation(executable: str) -> tuple[str, ...]:
    """The folder that an executable was installed in, with all that came along; none if every job sees it anyway.

    >>> installation("/opt/node/bin/node"), installation("/usr/bin/gcc")
    (('/opt/node',), ())
    """
    folder = Path(executable).parent
    return () if _is_system(executable) else (str(folder.parent if folder.name == "bin" else folder),)


def limit_cpu(seconds: int) -> str:
    """The shell command that bounds the processor time of what it runs next: a signal, then an end."""
    return f"ulimit -S -t {seconds} && ulimit -H -t {seconds + 1}"


@dataclass(frozen=True)
class Toolchain:
    """What runs the tests of a language."""

    executable: str
    "Found on the PATH, or beside the interpreter, where packages put theirs."
    make_job: MakeJob
    proof: tuple[str, str]
    "A program and a test that it passes: whether what is installed works where jobs run."
    compiles: bool = False
    "Whether a job first compiles the program."
    version_argument: str = "--version"
    needs: Callable[[str], tuple[str, ...]] = installation
    "The folders of an executable's that jobs must read; raises `ToolchainError` if they cannot be had."

    @property
    def path(self) -> str | None:
        """Where the executable lies; none if it is not installed."""
        return _which(self.executable)

    @property
    def version(self) -> str:
        """What the executable says of itself; empty if it is not installed."""
        return _version(self.path, self.version_argument) if self.path else ""


@cache
def _which(executable: str) -> str | None:
    found = shutil.which(executable) or shutil.which(executable, path=sysconfig.get_path("scripts"))
    if found is None:
        return None
    real = str(Path(found).resolve())  # a system's own links (`cc`, `gcc` of ccache) go by their name
    return found if _is_system(found) and _is_system(real) else real


def _is_system(path: str) -> bool:
    return Path(path).parts[1] in SYSTEM_FOLDERS


@cache
def _version(path: str, argument: str) -> str:
    try:
        said = subprocess.run([path, argument], capture_output=True, text=True, timeout=30, check=True).stdout
    except (OSError, subprocess.SubprocessError) as error:
        return f"unknown ({type(error).__name__})"
    return said.splitlines()[0].strip() if said.strip() else "unknown"
