"""HumanEval, HumanEval+ and the Python part of MBXP: a function's head and docstring, and tests of what it returns.

They measure whether hardening costs ability: their tasks have no weakness and no security test. HumanEval+ gives inputs
instead of assertions; the expected results are those of the reference solution, which runs beside the program. Two
results are equal as EvalPlus has it: floats within a tolerance, all else exactly.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from treeplay.corpus.readers.rows import read_rows
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import Task

UNSOLVED = "without a reference solution"
UNDIVIDED = "the prompt does not end with a line break"

_CHECK = """import program
from program import *

{test}

check(program.{function})
"""
_COMPARE = """import copy
import json
import math

import program

_reference = {{}}
exec({reference!r}, _reference)


def _equal(found, expected, atol):
    if isinstance(expected, float) or isinstance(found, float):
        return math.isclose(found, expected, rel_tol=1e-7, abs_tol=atol or 1e-6)
    if isinstance(expected, (list, tuple)) and isinstance(found, (list, tuple)) and len(found) == len(expected):
        return type(found) is type(expected) and all(_equal(f, e, atol) for f, e in zip(found, expected))
    return found == expected


for _inputs in json.loads({inputs!r}):
    _expected = _reference["{function}"](*copy.deepcopy(_inputs))
    _found = program.{function}(*copy.deepcopy(_inputs))
    assert {condition}, (_inputs, _found, _expected)
"""
_EQUAL = "_equal(_found, _expected, {atol})"
_ROOT = "abs(sum(_c * _found**_i for _i, _c in enumerate(_inputs[0]))) <= max({atol}, 1e-4)"
"A polynomial has several roots, and any will do (EvalPlus, HumanEval/32)."


class _Row(BaseModel):
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
        DataError: a line is not such an item; names file and line.
    """
    tasks: list[Task] = []
    dropped: Counter[str] = Counter()
    for _, row in read_rows(path, _Row):
        if not row.canonical_solution and row.test is None:
            dropped[UNSOLVED] += 1
        elif not row.prompt.endswith("\n"):
            dropped[UNDIVIDED] += 1
        else:
            tasks.append(_task(row))
    return Reading(tasks, dropped)


def _task(row: _Row) -> Task:
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


def _test(row: _Row) -> str:
    """The assertions, if there are any, and the comparison on all inputs, if there are some."""
    parts = [_CHECK.format(test=row.test, function=row.entry_point)] if row.test is not None else []
    inputs = [*(row.base_input or []), *(row.plus_input if isinstance(row.plus_input, list) else [])]
    if inputs and row.canonical_solution:
        condition = (_ROOT if row.entry_point == "find_zero" else _EQUAL).format(atol=row.atol)
        reference = row.prompt + row.canonical_solution
        parts.append(
            _COMPARE.format(
                reference=reference, inputs=json.dumps(inputs), function=row.entry_point, condition=condition
            )
        )
    return "\n".join(parts)
