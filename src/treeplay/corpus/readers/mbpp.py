"""MBPP+, and MBPP in MBXP's form: small Python functions, asked for in a sentence and an assertion.

They measure whether hardening costs ability: no weakness, no security test. In MBPP+ (EvalPlus, Apache-2.0) the prompt
is a docstring and the answer a whole program, so there is no prefix. The assertion shows what types the arguments have
and, by what stands around the call, how a result counts: as a set, as true or false, or as it is. MBXP's rows are as
HumanEval's.
"""

from __future__ import annotations

import ast
import warnings
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from treeplay.corpus.readers import humaneval
from treeplay.corpus.readers.evalplus import Comparison, comparison_test
from treeplay.corpus.readers.rows import files_of, validate
from treeplay.corpus.readers.sieve import Sieve
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import Task
from treeplay.files import read_lines

UNSHOWN = "without an assertion that calls the function"
FILES = "mbpp*.jsonl*"


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    task_id: str = Field(pattern=r"^\w+/\w+$")
    prompt: str = Field(pattern=r"\S")
    entry_point: str = Field(pattern=r"^[A-Za-z_]\w*$")
    canonical_solution: str = Field(pattern=r"\S")
    base_input: list[list[Any]]
    plus_input: list[list[Any]] | dict[str, Any]
    atol: float = 0


def read(path: Path) -> Reading:
    """Tasks of a JSONL file, which may be packed by gzip, or of every `mbpp*.jsonl*` in a folder.

    Raises:
        DataError: a line is not such an item, or an id stands twice; names file and line.
    """
    sieve = Sieve()
    for file in files_of(path, FILES):
        for number, value in read_lines(file):
            where = f"{file}:{number}"
            if isinstance(value, dict) and "plus_input" not in value:
                humaneval.take(sieve, where, validate(humaneval.Row, value, where=where))
            else:
                _take(sieve, where, validate(_Row, value, where=where))
    return sieve.reading()


def _take(sieve: Sieve, where: str, row: _Row) -> None:
    comparison = _shown(row)
    if comparison is None:
        sieve.drop(UNSHOWN)
        return
    inputs = row.base_input + (row.plus_input if isinstance(row.plus_input, list) else [])
    task = Task(
        id=row.task_id,
        language="python",
        family=row.task_id,
        split="test",
        instruction=_instruction(row),
        golden=row.canonical_solution.lstrip("\n"),
        functional_test=comparison_test(comparison, row.canonical_solution, inputs),
        licence="Apache-2.0",
        source="MBPP+",
    )
    sieve.take(where, task)


def _instruction(row: _Row) -> str:
    """The docstring's text. As a prefix it would have an answer cut after its first function, which may be a helper."""
    lines = [line.strip() for line in row.prompt.replace('"""', "").strip().split("\n")]
    asked = "\n".join(line for line in lines if not line.startswith("assert"))
    holds = "\n".join(line for line in lines if line.startswith("assert"))
    return f"{asked}\nIt is named `{row.entry_point}`, and this holds:\n{holds}"


def _shown(row: _Row) -> Comparison | None:
    """What the assertion in the prompt says about arguments and results; none without one."""
    tests = (node.test for node in _statements(row.prompt) if isinstance(node, ast.Assert))
    for test in tests:
        for node in ast.walk(test):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == row.entry_point:
                return Comparison(row.entry_point, row.atol, _values(node.args), _kind(test, node))
    return None


def _statements(prompt: str) -> list[ast.stmt]:
    """The assertions that stand in the docstring, one a line."""
    lines = "\n".join(line for line in prompt.split("\n") if line.startswith("assert"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(lines).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []


def _kind(test: ast.expr, call: ast.Call) -> str:
    if test is call or (isinstance(test, ast.UnaryOp) and test.operand is call):
        return "truth"
    around = test.left if isinstance(test, ast.Compare) else test
    wraps = isinstance(around, ast.Call) and call in around.args and isinstance(around.func, ast.Name)
    return "set" if wraps and around.func.id == "set" else "equal"  # type: ignore[attr-defined]


def _values(arguments: list[ast.expr]) -> tuple[Any, ...]:
    try:
        return tuple(ast.literal_eval(argument) for argument in arguments)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return ()
