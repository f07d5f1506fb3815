"""SecurityEval: Python code that is begun, and an insecure way to go on (Siddiq and Santos, MSR4P&S 2022).

An evaluation set without tests: static detectors judge its answers. Its ids name weakness and origin. It holds no
secure version, and an insecure one that does not begin with its prompt is left out, the prompt is not.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from treeplay.corpus.readers.prompts import begun
from treeplay.corpus.readers.rows import read_rows
from treeplay.corpus.readers.sieve import EMPTY, Sieve
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import Task


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    name: str = Field(alias="ID", pattern=r"^CWE-?\d{1,5}(_|$)")
    prompt: str = Field(alias="Prompt")
    insecure: str = Field("", alias="Insecure_code")


def read(path: Path) -> Reading:
    """Tasks of a JSONL file, or of every one in a folder.

    Raises:
        DataError: a line is not such an item, or an id stands twice; names file and line.
    """
    sieve = Sieve()
    for where, row in read_rows(path, _Row):
        if row.prompt.strip():
            sieve.take(where, _task(row))
        else:
            sieve.drop(EMPTY)
    return sieve.reading()


def _task(row: _Row) -> Task:
    asked = begun(row.prompt, "python")
    insecure = row.insecure.lstrip("\n")
    return Task(
        id=row.name,
        language="python",
        cwe=row.name.partition("_")[0],
        family=row.name,
        split="test",
        instruction=asked.instruction,
        prefix=asked.prefix,
        vulnerable=insecure[len(asked.prefix) :] if insecure.startswith(asked.prefix) else None,
        source="SecurityEval",
    )
