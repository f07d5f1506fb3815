"""SecCodePLT's Python tasks with functional and security tests (MIT by its data card).

Its tests are data: calls with expected results, a capability and a safety list. They become ordinary test text for
our runner. The security policy, which names the fix, is never shown. Only items whose two references were found
to behave as they should (`check` is `good`) are used.
"""

from __future__ import annotations

import ast
import warnings
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from treeplay.corpus.readers.rows import read_rows
from treeplay.corpus.readers.sieve import Sieve
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import CweId, Split, Task

UNCHECKED = "references not found to be good"
BLACKLISTED = "skipped by its authors"
UNTESTED = "test cases that cannot be read"
UNDIVIDED = "the code to write does not start on a line of its own"

_TEST = """import copy

import program

{cases}

for kwargs, expected in testcases["{kind}"]:
    try:
        result = program.{function}(**copy.deepcopy(kwargs))
    except Exception as error:
        assert isinstance(expected, type) and isinstance(error, expected), repr(error)
    else:
        assert not (isinstance(expected, type) and issubclass(expected, BaseException)), "no exception"
        assert str(result) == str(expected), result
"""


class _Description(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    function_name: str = Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")
    description: str
    context: str = ""
    arguments: str = ""
    returns: str = Field("", alias="return")
    raises: str = Field("", alias="raise")


class _Code(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    code_before: str
    vulnerable_code: str
    patched_code: str
    code_after: str = ""


class _Tests(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    setup: str = ""
    testcases: str = ""


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(min_length=1, strict=True)
    cwe: CweId
    group: str
    split: Split
    check: Literal["good", "vulnerable_passes_safety", "patched_fails"] | None = None
    upstream_blacklisted: bool = False
    task_description: _Description
    ground_truth: _Code
    unittest: _Tests


def read(path: Path) -> Reading:
    """Tasks of a JSONL file, or of every one in a folder; a program is setup, code before, completion and code after.

    Raises:
        DataError: a line is not such an item, or an id stands twice; names file and line.
    """
    sieve = Sieve()
    for where, row in read_rows(path, _Row):
        parts = _divided(row.ground_truth)
        if fault := _fault(row):
            sieve.drop(fault)
        elif parts is None:
            sieve.drop(UNDIVIDED)
        else:
            sieve.take(where, _task(row, parts))
    return sieve.reading()


def _fault(row: _Row) -> str | None:
    """The reason to leave an item out, or none."""
    if row.upstream_blacklisted:
        return BLACKLISTED
    if row.check != "good":
        return UNCHECKED
    return None if _defines_cases(row.unittest.testcases) else UNTESTED


def _defines_cases(text: str) -> bool:
    """Whether the text is Python that assigns `testcases`; it is not run here."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    targets = (target for node in body if isinstance(node, ast.Assign) for target in node.targets)
    return any(isinstance(target, ast.Name) and target.id == "testcases" for target in targets)


class _Parts(NamedTuple):
    prefix: str
    golden: str
    vulnerable: str


def _divided(code: _Code) -> _Parts | None:
    """The given code and both completions, divided after a line break; none if there is no such place.

    The set puts the break that ends the given code at the start of both completions. It belongs to the prefix:
    there a model is asked to begin a new line, and no token holds both the end of a signature and a break.
    """
    prefix, golden, vulnerable = code.code_before.lstrip("\n"), code.patched_code, code.vulnerable_code
    if not prefix or prefix.endswith("\n"):
        return _Parts(prefix, golden, vulnerable)
    if golden.startswith("\n") and vulnerable.startswith("\n"):
        return _Parts(prefix + "\n", golden[1:], vulnerable[1:])
    return None


def _task(row: _Row, parts: _Parts) -> Task:
    about = row.task_description

    def test(kind: str) -> str:
        # The cases may use names of the set-up code.
        cases = f"{row.unittest.setup}\n{row.unittest.testcases}"
        return _TEST.format(cases=cases, kind=kind, function=about.function_name)

    return Task(
        id=row.id,
        language="python",
        cwe=row.cwe,
        family=row.group,
        split=row.split,
        instruction=_instruction(about),
        prefix=parts.prefix,
        golden=parts.golden,
        vulnerable=parts.vulnerable,
        setup=row.unittest.setup.rstrip() + "\n\n" if row.unittest.setup.strip() else "",
        suffix=row.ground_truth.code_after,
        functional_test=test("capability"),
        security_test=test("safety"),
        licence="MIT",
        source="SecCodePLT",
    )


def _instruction(about: _Description) -> str:
    parts = [f"Write the Python function `{about.function_name}`. {about.description.strip()}"]
    for label, text in (
        ("Context", about.context),
        ("Arguments", about.arguments),
        ("Returns", about.returns),
        ("Raises", about.raises),
    ):
        if text.strip():
            parts.append(f"{label}: {text.strip()}")
    return "\n".join(parts)
