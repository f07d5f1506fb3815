"""One sandbox for all attacks, so that each also proves that the one before left nothing broken."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from treeplay.errors import SandboxError
from treeplay.judge.sandbox import Limits, Sandbox

SECRET = "treeplay-test-secret-5f1c"
TIGHT = Limits(
    wall_s=2.0,
    cpu_s=1,
    address_space_mib=256,
    memory_mib=256,
    scratch_mib=8,
    file_mib=4,
    processes=16,
    open_files=64,
    output_kib=64,
)


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    os.environ["TREEPLAY_TEST_SECRET"] = SECRET
    try:
        box = Sandbox(TIGHT).__enter__()
    except SandboxError as error:
        pytest.skip(str(error))
    with box:
        yield box
    del os.environ["TREEPLAY_TEST_SECRET"]


def descendants() -> set[int]:
    """Every process below this one on the host."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parents[int(entry.name)] = int(entry.joinpath("stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    found = {os.getpid()}
    while new := {pid for pid, parent in parents.items() if parent in found and pid not in found}:
        found |= new
    return found - {os.getpid()}


def command_lines() -> str:
    """The command lines of all processes of the host, as one text."""
    lines = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                lines.append(entry.joinpath("cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
            except OSError:
                continue
    return "\n".join(lines)
