"""A folder of tasks of your own, laid out as the built-in corpus is (see corpus/builtin/README.md)."""

from __future__ import annotations

from pathlib import Path

from treeplay.corpus.layout import read_layout
from treeplay.corpus.reading import Reading


def read(path: Path) -> Reading:
    """Every task below `<path>/<language>/<family>/<variant>/`. Nothing is dropped: what you write must be whole.

    Raises:
        DataError: a file is missing or malformed (names it), or a family stands in two splits.
    """
    return Reading(read_layout(path))
