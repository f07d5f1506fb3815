"""CWEval's folders: a task file a weakness and language, divided by marks, beside its test and an unsafe version.

Python's tests are pytest files that hold what works apart from what is secure by a mark; they run here as they are, so
the Python that judges must have pytest and what they import. The other languages' tests are Python too, which drives a
compiled program; they are not run, which is counted, and static detectors judge these tasks.
"""

from __future__ import annotations

import re
from pathlib import Path

from treeplay.corpus.layout import EXTENSIONS
from treeplay.corpus.readers.folders import found, text_of
from treeplay.corpus.readers.languages import WRITTEN
from treeplay.corpus.readers.sieve import EMPTY, Sieve
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import Language, Task

UNMARKED = "without the mark where the solution begins"
OUTSIDE = "their tests drive the compiled program from outside"

_TASK = re.compile(r"^(?P<name>cwe_(?P<cwe>\d{1,5})_\w+)_task$")
_MARK = re.compile(r"^[ \t]*(?:#|//|/\*)[ \t]*(?:BEGIN|END) (?P<what>[A-Z]+)\b[^\n]*\n?", re.MULTILINE)
_LANGUAGES: dict[str, Language] = {f".{ending}": language for language, ending in EXTENSIONS.items()}
_TEST = """import pathlib
import sys

import pytest

for role in ("task", "unsafe"):
    pathlib.Path(f"{name}_{{role}}.py").write_text("from program import *\\n")
pathlib.Path("{name}_test.py").write_text({test!r})
options = ["-q", "-p", "no:cacheprovider", "-m", "{mark}", "{name}_test.py"]
if code := pytest.main(options):
    sys.exit(int(code))
"""


def read(path: Path) -> Reading:
    """Tasks of every `cwe_*_task.*` below a folder, by language and name.

    Raises:
        DataError: a file cannot be read, or two tasks have one id; names the file.
    """
    sieve = Sieve()
    for file in found(path, "cwe_*_task.*"):
        language, match = _LANGUAGES.get(file.suffix), _TASK.match(file.stem)
        if language is None or match is None:
            continue  # compiled programs lie beside their sources
        code = _divided(text_of(file))
        if code is None:
            sieve.drop(UNMARKED)
        elif not code[1].strip():
            sieve.drop(EMPTY)
        else:
            has_other_test = language != "python" and _test_file(file, match["name"]).is_file()
            sieve.take(str(file), _task(file, match, language, code), unrun=OUTSIDE if has_other_test else "")
    return sieve.reading()


def _divided(text: str) -> tuple[str, str] | None:
    """What is given and what is to be written, both without marks; none if no mark divides them."""
    starts = [mark for mark in _MARK.finditer(text) if mark["what"] == "SOLUTION" and "BEGIN" in mark[0]]
    if len(starts) != 1:
        return None
    prefix, golden = text[: starts[0].start()], text[starts[0].end() :]
    return _MARK.sub("", prefix).lstrip("\n"), _MARK.sub("", golden)


def _task(file: Path, match: re.Match[str], language: Language, code: tuple[str, str]) -> Task:
    name, (prefix, golden) = match["name"], code
    test = _optional(_test_file(file, name)) if language == "python" else ""
    unsafe = _divided(_optional(file.with_name(f"{name}_unsafe{file.suffix}")))
    return Task(
        id=f"{language}/{name}",
        language=language,
        cwe=match["cwe"],
        family=name,
        split="test",
        instruction=f"Complete this {WRITTEN[language]} code as its comments say.",
        prefix=prefix,
        golden=golden,
        vulnerable=unsafe[1] if unsafe and unsafe[0] == prefix else None,
        functional_test=_test(name, test, "functionality"),
        security_test=_test(name, test, "security"),
        source="CWEval",
    )


def _test_file(file: Path, name: str) -> Path:
    return file.with_name(f"{name}_test.py")


def _optional(file: Path) -> str:
    return text_of(file) if file.is_file() else ""


def _test(name: str, test: str, mark: str) -> str | None:
    if not re.search(rf"\bmark\.{mark}\b", test):
        return None
    return _TEST.format(name=name, test=test, mark=mark)
