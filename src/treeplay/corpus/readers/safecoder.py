"""SafeCoder's mined fixes with instructions, in six languages (arXiv 2402.09497, MIT)."""

from __future__ import annotations

from pathlib import Path

from treeplay.corpus.readers.functions import FunctionPair, FunctionRow, to_reading
from treeplay.corpus.readers.rows import read_rows
from treeplay.corpus.reading import Reading


def read(path: Path) -> Reading:
    """Tasks of a JSONL file, or of every one in a folder; `val` is our `dev`.

    Raises:
        DataError: a line is not a pair of functions; names file and line.
    """
    pairs = (FunctionPair(where, row) for where, row in read_rows(path, FunctionRow))
    return to_reading(pairs, licence="MIT", source="SafeCoder")
