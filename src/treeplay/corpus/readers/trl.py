"""Preferences as TRL has them: `prompt`, `chosen` and `rejected`, each a text or a list of messages.

The prompt may be missing where both conversations begin with it. Columns that TRL ignores tell the rest, as
`treeplay corpus export` writes them: `language`, `cwe`, `split`, `prefix` and the others of plain pairs.

Source: TRL's documentation, "Dataset formats and types".
"""

from __future__ import annotations

from pathlib import Path

from treeplay.corpus.readers.preferences import Exchange, Preference, Said, take_preference
from treeplay.corpus.readers.rows import read_rows
from treeplay.corpus.readers.sieve import Sieve
from treeplay.corpus.reading import Reading
from treeplay.errors import DataError


class _Row(Preference):
    prompt: Said | None = None
    chosen: Said
    rejected: Said


def read(path: Path) -> Reading:
    """Tasks of a JSONL file, or of every one in a folder.

    Raises:
        DataError: a line is not a preference, or an id stands twice; names file and line.
    """
    sieve = Sieve()
    for where, row in read_rows(path, _Row):
        take_preference(sieve, where, row, _exchange(where, row))
    return sieve.reading()


def _exchange(where: str, row: _Row) -> Exchange:
    """The row's parts, the prompt taken off the conversations where it is not apart."""
    if row.prompt is not None:
        return Exchange(row.prompt, row.chosen, row.rejected)
    if isinstance(row.chosen, str) or isinstance(row.rejected, str):
        raise DataError(f"{where}: 'prompt': missing; only two conversations may begin with it instead")
    turns = zip(row.chosen, row.rejected, strict=False)
    size = next((i for i, (ours, theirs) in enumerate(turns) if ours.is_answer or ours != theirs), 0)
    return Exchange(row.chosen[:size], row.chosen[size:], row.rejected[size:])
