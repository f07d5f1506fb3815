"""Plain pairs, a JSON object a line: what to ask, the secure answer, the vulnerable one.

Names that people use are understood: `instruction` or `prompt`; `prefix`; `secure`, `golden` or `chosen`;
`vulnerable`, `insecure` or `rejected`; besides `id`, `language`, `cwe`, `family`, `split`, the tests and `licence`.
A prefix that lacks its last line break is given one.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from pydantic import AliasChoices, BaseModel, ConfigDict, Field

from treeplay.corpus.readers.functions import DUPLICATE, EMPTY, UNCHANGED, GivenSplit
from treeplay.corpus.readers.rows import read_rows
from treeplay.corpus.reading import Reading, squeeze
from treeplay.corpus.schema import CweId, Language, Task
from treeplay.errors import DataError


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    instruction: str = Field(validation_alias=AliasChoices("instruction", "prompt"))
    golden: str = Field(validation_alias=AliasChoices("secure", "golden", "chosen"))
    vulnerable: str | None = Field(None, validation_alias=AliasChoices("vulnerable", "insecure", "rejected"))
    id: str = ""
    prefix: str = ""
    language: Language = "python"
    cwe: CweId | None = None
    family: str = ""
    split: GivenSplit = "train"
    functional_test: str | None = None
    security_test: str | None = None
    licence: str = "unknown"


def read(path: Path) -> Reading:
    """Tasks of a JSONL file, or of every one in a folder.

    Raises:
        DataError: a line is not a pair, or an id stands twice; names file and line.
    """
    tasks: list[Task] = []
    dropped: Counter[str] = Counter()
    seen: set[tuple[str, str, str]] = set()
    places: dict[str, str] = {}
    for where, row in read_rows(path, _Row):
        if row.id and row.id in places:
            raise DataError(f"{where}: the id {row.id!r} stands at {places[row.id]} already; rename one")
        places[row.id] = where
        key = (squeeze(row.instruction + row.prefix), squeeze(row.golden), squeeze(row.vulnerable or ""))
        if not key[1]:
            dropped[EMPTY] += 1
        elif key[1] == key[2]:
            dropped[UNCHANGED] += 1
        elif key in seen:
            dropped[DUPLICATE] += 1
        else:
            tasks.append(_task(where, row))
        seen.add(key)
    return Reading(tasks, dropped)


def _task(where: str, row: _Row) -> Task:
    name = row.id or where.rsplit("/", 1)[-1]
    prefix = row.prefix if not row.prefix or row.prefix.endswith("\n") else row.prefix + "\n"
    own = {"id": name, "family": row.family or name, "prefix": prefix, "source": where.rsplit("/", 1)[-1]}
    return Task(**{**row.model_dump(), **own})
