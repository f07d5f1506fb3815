"""HumanEval, HumanEval+ and the Python part of MBXP: a function's head and docstring, and tests of what it returns.

They measure whether hardening costs ability: their tasks have no weakness and no security test. HumanEval+ gives inputs
instead of assertions (see evalplus).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from treeplay.corpus.readers.evalplus import Comparison, comparison_test
from treeplay.corpus.readers.rows import read_rows
from treeplay.corpus.readers.sieve import Sieve
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import Task

UNSOLVED = "without a reference solution"
UNDIVIDED = "the prompt does not end with a line break"

_CHECK = """import program
from program import *

{test}

check(program.{function})
"""


class Row(BaseModel):
    """An item; MBXP's Python items have the same fields."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    task_id: str = Field(min_length=1)
    prompt: str
    entry_point: str = Field(pattern=r"^[A-Za-z_]\w*$")
    canonical_solution: str | None = None
    test: str | None = None
    base_input: list[list[Any]] | None = None
    plus_input: list[list[Any]] | dict[str, Any] | None = None
    atol: float = 0


def read(path: Path) -> Reading:
    """Tasks of a JSONL file, which may be packed by gzip, or of every `*.jsonl` in a folder.

    Raises:
        DataError: a line is not such an item, or an id stands twice; names file and line.
    """
    sieve = Sieve()
    for where, row in read_rows(path, Row):
        take(sieve, where, row)
    return sieve.reading()


def take(sieve: Sieve, where: str, row: Row) -> None:
    """Keeps the row's task, or counts what it lacks."""
    if not row.canonical_solution and row.test is None:
        sieve.drop(UNSOLVED)
    elif not row.prompt.endswith("\n"):
        sieve.drop(UNDIVIDED)
    else:
        sieve.take(where, _task(row))


def _task(row: Row) -> Task:
    name = row.task_id.partition("/")[0]
    return Task(
        id=row.task_id,
        language="python",
        family=row.task_id,
        split="test",
        instruction=f"Write the Python function `{row.entry_point}` as its docstring says.",
        prefix=row.prompt.lstrip("\n"),
        golden=row.canonical_solution or "",
        functional_test=_test(row),
        licence="CC-BY-4.0" if name.startswith("MB") else "MIT, Apache-2.0",
        source=name,
    )


def _test(row: Row) -> str:
    """The assertions, if there are any, and the comparison on all inputs, if there are some."""
    parts = [_CHECK.format(test=row.test, function=row.entry_point)] if row.test is not None else []
    inputs = [*(row.base_input or []), *(row.plus_input if isinstance(row.plus_input, list) else [])]
    if inputs and row.canonical_solution:
        reference = row.prompt + row.canonical_solution
        parts.append(comparison_test(Comparison(row.entry_point, row.atol), reference, inputs))
    return "\n".join(parts)
