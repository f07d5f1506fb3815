"""What a job may use, and what came of it. Standard library only: the zygote imports this too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SYSTEM_FOLDERS = ("usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32")
"Folders of / that every job may read."

Means = Literal["namespaces", "bubblewrap", "none"]
"How jobs are isolated: by namespaces of our own making, by bubblewrap, or not at all."

Outcome = Literal["passed", "failed", "timeout", "killed", "infrastructure"]


@dataclass(frozen=True)
class Limits:
    """The bounds of one job. By default processor time is what ends a program, so that a busy machine fails none."""

    wall_s: float = 30.0
    "Seconds on the clock before the whole job is killed from outside: for what sleeps or waits."
    cpu_s: int = 5
    "Seconds of processor time a process."
    build_s: int = 0
    "Seconds of processor time beside, and on the clock, for a job that first compiles what it runs."
    address_space_mib: int = 1024
    "Address space a process; 0 for no bound, which Go, Node and AddressSanitizer need."
    memory_mib: int = 1024
    "Resident memory of all processes together, looked at every few tens of milliseconds."
    scratch_mib: int = 64
    "Size of the writable file system."
    file_mib: int = 32
    "Size of one file."
    processes: int = 32
    "Processes and threads at one time."
    open_files: int = 128
    "Open files a process."
    output_kib: int = 256
    "Standard output and error together; a job that writes more is killed."


@dataclass(frozen=True)
class RunResult:
    """What came of a job."""

    outcome: Outcome
    detail: str = ""
    "Why it did not pass: the last lines of the traceback, or the limit that was met."
    wall_s: float = 0.0
    "Seconds from the request to the last process's end."
    output: str = ""
    "The end of what the job wrote to standard output and error."
