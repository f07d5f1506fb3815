"""SecCodePLT's Python tasks with functional and security tests (MIT by its data card).

Its tests are data: calls with expected results, a capability and a safety list. They become ordinary test text for
our runner. The security policy, which names the fix, is never shown. Only items whose two references were found
to behave as they should (`check` is `good`) are used.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from treeplay.corpus.readers.rows import read_rows
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import CweId, Split, Task

UNCHECKED = "references not found to be good"
BLACKLISTED = "skipped by its authors"

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
        DataError: a line is not such an item; names file and line.
    """
    tasks: list[Task] = []
    dropped: Counter[str] = Counter()
    for _, row in read_rows(path, _Row):
        if row.upstream_blacklisted:
            dropped[BLACKLISTED] += 1
        elif row.check != "good":
            dropped[UNCHECKED] += 1
        else:
            tasks.append(_task(row))
    return Reading(tasks, dropped)


def _task(row: _Row) -> Task:
    code, about = row.ground_truth, row.task_description

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
        prefix=code.code_before.lstrip("\n"),
        golden=code.patched_code,
        vulnerable=code.vulnerable_code,
        setup=row.unittest.setup.rstrip() + "\n\n" if row.unittest.setup.strip() else "",
        suffix=code.code_after,
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
