"""Plain pairs, a JSON object a line: what to ask, the secure answer, the vulnerable one.

Names that people use are understood: `instruction` or `prompt`; `prefix`; `secure`, `golden` or `chosen`;
`vulnerable`, `insecure` or `rejected`; besides `id`, `language`, `cwe`, `family`, `split`, the tests and `licence`.
A prefix that lacks its last line break is given one.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import AliasChoices, Field

from treeplay.corpus.readers.columns import Columns, named_task
from treeplay.corpus.readers.rows import read_rows
from treeplay.corpus.readers.sieve import EMPTY, Sieve
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import Language


class _Row(Columns):
    instruction: str = Field(validation_alias=AliasChoices("instruction", "prompt"))
    golden: str = Field(validation_alias=AliasChoices("secure", "golden", "chosen"))
    vulnerable: str | None = Field(None, validation_alias=AliasChoices("vulnerable", "insecure", "rejected"))
    language: Language = "python"


def read(path: Path) -> Reading:
    """Tasks of a JSONL file, or of every one in a folder.

    Raises:
        DataError: a line is not a pair, or an id stands twice; names file and line.
    """
    sieve = Sieve()
    for where, row in read_rows(path, _Row):
        if not row.golden.strip():
            sieve.drop(EMPTY)
            continue
        answers = row.model_dump(include={"instruction", "golden", "vulnerable", "language"})
        sieve.take(where, named_task(where, row, **answers))
    return sieve.reading()
