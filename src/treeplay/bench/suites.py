"""Suites: named sets of evaluation tasks, of the built-in corpus, a public set, a file or another package.

A public set is a suite as it is: `humaneval:humanevalplus.jsonl.gz`, `seccodeplt:data/seccodeplt:dev`.
A new suite is one function and one line in `SUITES`; an outside package names a function without arguments
that returns tasks in the entry-point group `treeplay.suites`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field

from treeplay.bench.records import validated
from treeplay.corpus.layout import EXTENSIONS
from treeplay.corpus.load import load as load_corpus
from treeplay.corpus.load import parse
from treeplay.corpus.readers import reader_names
from treeplay.corpus.schema import CweId, Language, Split, Task
from treeplay.errors import DataError, unknown_name
from treeplay.files import dump_json, read_lines, sha256_text

ENTRY_POINTS = "treeplay.suites"


@dataclass(frozen=True)
class Suite:
    """Evaluation tasks under one name."""

    name: str
    source: str
    "What `load` takes: a name of the table, a file's path, or a reader with the absolute path of what it reads."
    tasks: tuple[Task, ...]

    def prompts_hash(self) -> str:
        """A hash of what a model is shown; samples stay valid as long as it does not change."""
        return sha256_text(*(_shown(task) for task in self.tasks))

    def prompts(self) -> dict[str, str]:
        """A short hash of what a model is shown of each task, by the task's id."""
        return {task.id: sha256_text(_shown(task))[:16] for task in self.tasks}


def _shown(task: Task) -> str:
    return dump_json([task.id, task.language, task.instruction, task.prefix])


class PlainPrompt(BaseModel):
    """A line of a prompts file that holds no task of ours: something to ask, with no test to pass."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    prompt: str = Field(min_length=1)
    language: Language = "python"
    cwe: CweId | None = None

    def task(self) -> Task:
        """The task that asks it."""
        return Task(id=self.id, language=self.language, cwe=self.cwe, split="test", instruction=self.prompt)


SUITES: dict[str, Callable[[], Sequence[Task]]] = {
    name: partial(load_corpus, name)
    for language in ("", *EXTENSIONS)
    for split in ("", *get_args(Split))
    for name in [":".join(part for part in ("builtin", language, split) if part)]
}
"The built-in corpus whole or by split, in all languages or in one: `builtin:test`, `builtin:python:dev`."


def load(source: str) -> Suite:
    """The suite of a name (`builtin:test`), a file (`prompts.jsonl`) or a public set (`<reader>:<path>[:<split>]`).

    Raises:
        ConfigError: the name is neither in the table nor of an outside package, and begins with no reader's name.
        DataError: the file, the set or one of its items cannot be used; names file and line.
    """
    if _is_file(source):
        return Suite(suite_name(source), source, read_tasks(Path(source)))
    makers = SUITES | {point.name: point.load() for point in entry_points(group=ENTRY_POINTS) if point.name == source}
    if source in makers:
        return Suite(source, source, _unique(source, makers[source]()))
    if _is_set(source):
        named = parse(source)
        whole = str(replace(named, rest=str(Path(named.rest).resolve())))
        return Suite(suite_name(source), whole, _unique(source, load_corpus(source)))
    raise unknown_name("suite", source, [*makers, *entry_points(group=ENTRY_POINTS).names])


def suite_name(source: str) -> str:
    """What a source is called in folders and tables, wherever its file lies.

    >>> suite_name("builtin:test"), suite_name("mine/prompts.jsonl")
    ('builtin:test', 'prompts')
    >>> suite_name("humaneval:data/humanevalplus.jsonl.gz"), suite_name("seccodeplt:data/seccodeplt:dev")
    ('humaneval:humanevalplus', 'seccodeplt:dev')
    """
    if _is_file(source):
        return Path(source).stem
    if not _is_set(source):
        return source
    named = parse(source)
    stem = Path(named.rest).name.removesuffix(".gz").removesuffix(".jsonl").removesuffix(".json")
    return str(replace(named, rest="" if stem == named.reader else stem))


def _is_file(source: str) -> bool:
    return source.endswith(".jsonl") and not _is_set(source)


def _is_set(source: str) -> bool:
    name, _, rest = source.partition(":")
    return bool(rest) and name in reader_names() and not Path(source).is_file()


def read_tasks(path: Path) -> tuple[Task, ...]:
    """The tasks of a JSONL file: each line a task of ours or a `PlainPrompt`.

    Raises:
        DataError: the file cannot be read or holds no task, a line is neither kind, or an id occurs twice.
    """
    tasks: dict[str, Task] = {}
    for number, record in read_lines(path):
        task = _task(record, where=f"{path}:{number}")
        if task.id in tasks:
            raise DataError(f"{path}:{number}: the id {task.id!r} occurs twice; give each task its own")
        tasks[task.id] = task
    if not tasks:
        raise DataError(f"{path}: no tasks; write one JSON object a line, such as {_EXAMPLE}")
    return tuple(tasks.values())


_EXAMPLE = '{"id": "first", "prompt": "Write a function that …"}'


def _task(record: Any, *, where: str) -> Task:
    if not isinstance(record, dict):
        raise DataError(f"{where}: not an object; write one a line, such as {_EXAMPLE}")
    if "prompt" in record:
        cure = "a prompt has id and prompt, and may have language and cwe"
        return validated(PlainPrompt, record, where=where, cure=cure).task()
    return validated(Task, record, where=where, cure="write a task of Treeplay's schema, or id and prompt")


def _unique(name: str, tasks: Sequence[Task]) -> tuple[Task, ...]:
    if len({task.id for task in tasks}) != len(tasks) or not tasks:
        raise DataError(f"the suite {name} holds no task, or two of one id; mend its source")
    return tuple(tasks)
