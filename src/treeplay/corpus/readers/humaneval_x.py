"""HumanEval-X and MBXP in JavaScript and C++: the same tasks as HumanEval and MBPP, translated, with tests to run.

Go's tests need a package that is not in the standard library; they are left out and counted.
"""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from treeplay.corpus.readers.rows import read_rows
from treeplay.corpus.readers.sieve import Sieve
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import Language, Task

NEEDS_PACKAGES = "tests that need packages beside the standard library"
OTHER_LANGUAGE = "of a language that is not run here"

_LANGUAGES: dict[str, Language] = {"JavaScript": "javascript", "CPP": "cpp", "MBJSP": "javascript", "MBCPP": "cpp"}
_NEEDED = ("js-md5", "openssl/", "boost/", "testify")
_NAMES = {"javascript": "JavaScript", "cpp": "C++"}
# There a program and its test are one script: the test sees what the program declares. lodash serves for one function.
_JAVASCRIPT = """const assert = require("assert"), fs = require("fs");
const strict = Object.assign(Object.create(console), {{ assert: (holds, ...said) => assert(holds, ...said) }});
const find = (name) => (name === "lodash" ? {{ isEqual: require("util").isDeepStrictEqual }} : require(name));
const test = {test};
let over = false;
const text = fs.readFileSync("program.js", "utf8") + "\\n" + test + "\\n;treeplayOver();";
new Function("require", "console", "treeplayOver", text)(find, strict, () => {{ over = true; }});
assert(over, "the program ended before the test was over");
"""


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    task_id: str = Field(pattern=r"^\w+/")
    prompt: str
    test: str
    canonical_solution: str | None = None


def read(path: Path) -> Reading:
    """Tasks of a JSONL file, or of every one in a folder.

    Raises:
        DataError: a line is not such an item, or an id stands twice; names file and line.
    """
    sieve = Sieve()
    for where, row in read_rows(path, _Row):
        language = _LANGUAGES.get(row.task_id.partition("/")[0])
        if language is None:
            sieve.drop(OTHER_LANGUAGE)
        elif any(name in row.prompt + row.test + (row.canonical_solution or "") for name in _NEEDED):
            sieve.drop(NEEDS_PACKAGES)
        else:
            sieve.take(where, _task(row, language))
    return sieve.reading()


def _task(row: _Row, language: Language) -> Task:
    name = row.task_id.partition("/")[0]
    return Task(
        id=row.task_id,
        language=language,
        family=row.task_id,
        split="test",
        instruction=f"Write the {_NAMES[language]} function that is begun here, as its comment says.",
        prefix=row.prompt.lstrip("\n").rstrip(" ").rstrip("\n") + "\n",
        golden=row.canonical_solution or "",
        functional_test=_test(row.test, language),
        licence="CC-BY-4.0" if name.startswith("MB") else "Apache-2.0",
        source="MBXP" if name.startswith("MB") else "HumanEval-X",
    )


def _test(test: str, language: Language) -> str:
    if language == "javascript":
        return _JAVASCRIPT.format(test=json.dumps(test))
    return f'#include "program.cpp"\n{test.replace("int main(int argc, char* argv[])", "int main(void)")}'
