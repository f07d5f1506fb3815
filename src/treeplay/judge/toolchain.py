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
    def __call__(self, executable: str, program: str, test: str, token: str) -> CommandJob:
        """The job that runs a test and, after its last statement, prints the token as a line of its own."""


def installation(executable: str) -> tuple[str, ...]:
    """The folder that an executable was installed in, with all that came along; none if every job sees it anyway.

    >>> installation("/opt/node/bin/node"), installation("/usr/bin/gcc")
    (('/opt/node',), ())
    """
    folder = Path(executable).parent
    return () if _is_system(executable) else (str(folder.parent if folder.name == "bin" else folder),)


@dataclass(frozen=True)
class Toolchain:
    """What runs the tests of a language."""

    executable: str
    "Found on the PATH, or beside the interpreter, where packages put theirs."
    make_job: MakeJob
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
    return str(Path(found).resolve()) if found and not _is_system(found) else found


def _is_system(path: str) -> bool:
    return Path(path).parts[1] in SYSTEM_FOLDERS


@cache
def _version(path: str, argument: str) -> str:
    try:
        said = subprocess.run([path, argument], capture_output=True, text=True, timeout=30, check=True).stdout
    except (OSError, subprocess.SubprocessError) as error:
        return f"unknown ({type(error).__name__})"
    return said.splitlines()[0].strip() if said.strip() else "unknown"
