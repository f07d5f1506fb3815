"""Readers of public formats: one file each, one line in the table; outside packages add theirs by entry point.

Each turns a file or folder into tasks and counts what it leaves out and why.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points

from treeplay.corpus.reading import Reader
from treeplay.errors import unknown_name

ENTRY_POINTS = "treeplay.readers"

READERS: dict[str, str] = {
    "tasks": "treeplay.corpus.readers.tasks:read",
    "layout": "treeplay.corpus.readers.layout:read",
    "pairs": "treeplay.corpus.readers.pairs:read",
    "sven": "treeplay.corpus.readers.sven:read",
    "safecoder": "treeplay.corpus.readers.safecoder:read",
    "seccodeplt": "treeplay.corpus.readers.seccodeplt:read",
    "humaneval": "treeplay.corpus.readers.humaneval:read",
    "mbpp": "treeplay.corpus.readers.mbpp:read",
    "humaneval_x": "treeplay.corpus.readers.humaneval_x:read",
    "securityeval": "treeplay.corpus.readers.securityeval:read",
    "cyberseceval": "treeplay.corpus.readers.cyberseceval:read",
    "cweval": "treeplay.corpus.readers.cweval:read",
    "codeguard": "treeplay.corpus.readers.codeguard:read",
    "cvefixes": "treeplay.corpus.readers.cvefixes:read",
    "trl": "treeplay.corpus.readers.trl:read",
    "llama_factory": "treeplay.corpus.readers.llama_factory:read",
    "tsp_release": "treeplay.corpus.readers.tsp_release:read",
}
"By name, the function that reads."


def reader_names() -> set[str]:
    """The names of all readers, outside packages' too."""
    return {*READERS, *entry_points(group=ENTRY_POINTS).names}


def find_reader(name: str) -> Reader:
    """The reader of a format.

    Raises:
        ConfigError: there is none of this name.
    """
    if name in READERS:
        module, _, function = READERS[name].partition(":")
        reader: Reader = getattr(import_module(module), function)
        return reader
    outside = {point.name: point for point in entry_points(group=ENTRY_POINTS)}
    if name not in outside:
        raise unknown_name("reader", name, reader_names())
    loaded: Reader = outside[name].load()
    return loaded
