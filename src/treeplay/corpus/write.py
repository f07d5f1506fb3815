"""Tasks as files: of our own schema, as plain pairs, or as preferences for TRL's trainers.

A format is one function and one line in the table; the reader of that name reads it back. TRL ignores the columns that
say what a preference is of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from treeplay.corpus.schema import Task
from treeplay.errors import unknown_name
from treeplay.files import dump_json, write_whole

_ANSWERS = {"instruction", "golden", "vulnerable"}
"Fields of a task that a pair or preference has under other names."
_STATED = {"language", "prefix", "family", "source"}
"Fields that a reader would fill in from elsewhere if they were left out."


class Format(NamedTuple):
    """How a task becomes a line, and what reads it."""

    record: Callable[[Task], dict[str, Any]]
    reader: str
    needs: tuple[str, ...] = ()
    "Versions of the program without which a task is left out, as what reads the lines would do."


class ExportCount(NamedTuple):
    """What an export wrote, and what it left out."""

    written: int
    left_out: int
    "Tasks without a version that the format needs."


def write_tasks(path: Path, tasks: Iterable[Task]) -> None:
    """Writes tasks; `treeplay.corpus.load(path)` reads them back."""
    export(path, tasks, "tasks")


def export(path: Path, tasks: Iterable[Task], name: str) -> ExportCount:
    """Writes tasks as JSON lines, whole or not at all.

    Raises:
        ConfigError: there is no format of this name.
    """
    if name not in FORMATS:
        raise unknown_name("format", name, FORMATS)
    written = FORMATS[name]
    given = list(tasks)
    kept = [task for task in given if all(getattr(task, version) for version in written.needs)]
    write_whole(path, "".join(dump_json(written.record(task)) + "\n" for task in kept))
    return ExportCount(len(kept), len(given) - len(kept))


def _task(task: Task) -> dict[str, Any]:
    return task.model_dump(mode="json", exclude_defaults=True)


def _pair(task: Task) -> dict[str, Any]:
    answers = {"instruction": task.instruction, "secure": task.golden, "vulnerable": task.vulnerable}
    return _columns(task) | answers


def _trl(task: Task) -> dict[str, Any]:
    """The prompt ends with the given code, so that both answers are what comes after it."""
    prompt = f"{task.instruction}\n\n{task.prefix}" if task.prefix else task.instruction
    return _columns(task) | {"prompt": prompt, "chosen": task.golden, "rejected": task.vulnerable}


def _trl_chat(task: Task) -> dict[str, Any]:
    """The answers are fenced, as chat models write them and our own training does, and begin with the given code."""

    def answer(completion: str) -> list[dict[str, str]]:
        code = task.prefix + completion
        end = "" if code.endswith("\n") else "\n"
        return [{"role": "assistant", "content": f"```{task.language}\n{code}{end}```"}]

    question = [{"role": "user", "content": task.instruction}]
    answers = {"chosen": answer(task.golden), "rejected": answer(task.vulnerable or "")}
    return _columns(task) | {"prompt": question} | answers


def _columns(task: Task) -> dict[str, Any]:
    """What tells a pair's task beside its answers; the language and the prefix always."""
    columns = task.model_dump(mode="json", exclude_defaults=True, exclude=_ANSWERS)
    return columns | task.model_dump(include=_STATED)


FORMATS: dict[str, Format] = {
    "tasks": Format(_task, "tasks"),
    "pairs": Format(_pair, "pairs", ("golden",)),
    "trl": Format(_trl, "trl", ("golden", "vulnerable")),
    "trl_chat": Format(_trl_chat, "trl", ("golden", "vulnerable")),
}
"By name, how to write."
