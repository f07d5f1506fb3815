"""CodeGuard+'s folders, which SVEN's and SafeCoder's scenarios share: `info.json`, code before, and code to complete.

An evaluation set. CodeGuard+'s own unit tests want the packages and servers of their folders and are not run here,
which is counted; static detectors judge the answers. A file of such scenarios, one a JSON line, is read too.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from treeplay.corpus.readers.folders import found, text_of
from treeplay.corpus.readers.languages import language_named
from treeplay.corpus.readers.prompts import begun
from treeplay.corpus.readers.rows import files_of, validate
from treeplay.corpus.readers.sieve import EMPTY, UNKNOWN_LANGUAGE, Sieve
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import CweId, Language, Task
from treeplay.errors import DataError
from treeplay.files import parse_json, read_lines

SERVED = "their unit tests want packages and servers of their own"


class _Info(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    language: str
    cwe: CweId | None = None
    description: str = ""
    description_generated: str = ""


class _Scenario(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    id: str = Field(min_length=1)
    info: _Info
    cwe: CweId | None = None
    file_context: str = ""
    func_context: str
    has_tests: bool = False


def read(path: Path) -> Reading:
    """Tasks of every folder below that holds an `info.json`, or of a JSONL file, or every one directly in a folder.

    Raises:
        DataError: a file is missing or malformed, or an id stands twice; names file and line.
    """
    sieve = Sieve()
    for where, value in _records(path):
        scenario = validate(_Scenario, value, where=where)
        language = language_named(scenario.info.language)
        if language is None:
            sieve.drop(UNKNOWN_LANGUAGE)
        elif not (scenario.file_context + scenario.func_context).strip():
            sieve.drop(EMPTY)
        else:
            sieve.take(where, _task(scenario, language), unrun=SERVED if scenario.has_tests else "")
    return sieve.reading()


def _records(path: Path) -> Iterator[tuple[str, Any]]:
    if not path.is_dir() or any(path.glob("*.jsonl")):
        for file in files_of(path, "*.jsonl"):
            yield from ((f"{file}:{number}", value) for number, value in read_lines(file))
        return
    for file in found(path, "info.json"):
        yield str(file), _folder(file, file.parent.relative_to(path).as_posix())


def _folder(info: Path, name: str) -> dict[str, Any]:
    texts = {}
    for part in ("file_context", "func_context"):
        files = sorted(info.parent.glob(f"{part}.*"))
        if len(files) != 1:
            raise DataError(f"{info.parent}: holds {len(files)} files {part}.*; a scenario has one")
        texts[part] = text_of(files[0])
    has_tests = any(info.parent.glob("*test*"))
    about = parse_json(text_of(info), where=str(info))
    return {"id": name or info.parent.name, "info": about, "has_tests": has_tests, **texts}


def _task(scenario: _Scenario, language: Language) -> Task:
    info = scenario.info
    asked = begun(
        scenario.file_context + scenario.func_context, language, info.description_generated or info.description
    )
    return Task(
        id=scenario.id,
        language=language,
        cwe=scenario.cwe or info.cwe,
        family=scenario.id,
        split="test",
        instruction=asked.instruction,
        prefix=asked.prefix,
        source="scenarios of SVEN, SafeCoder or CodeGuard+",
    )
