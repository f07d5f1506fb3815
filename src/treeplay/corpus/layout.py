"""Reader of our own layout: one folder a task, as the built-in corpus has it (see builtin/README.md)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from treeplay.corpus.reading import squeeze
from treeplay.corpus.schema import CweId, Language, Split, Task
from treeplay.errors import DataError

MARK = "treeplay: complete below"
BUILTIN = Path(__file__).parent / "builtin"
EXTENSIONS: dict[Language, str] = {"python": "py", "javascript": "js", "go": "go", "c": "c", "cpp": "cpp"}
_COMMENTS: dict[Language, str] = {"python": "#", "javascript": "//", "go": "//", "c": "//", "cpp": "//"}


class _TaskFile(BaseModel):
    """`task.yaml`."""

    model_config = ConfigDict(extra="forbid")

    cwe: CweId
    split: Split
    instruction: str = Field(pattern=r"\S")
    licence: str | None = None
    source: str | None = None


def read_layout(root: Path, languages: tuple[str, ...] = ()) -> list[Task]:
    """Every task below `<root>/<language>/<family>/<variant>/`, sorted by id.

    Raises:
        DataError: a file is missing or malformed (names it), or a family stands in two splits.
    """
    _known_languages_only(root)
    tasks = []
    for language in EXTENSIONS:
        if not languages or language in languages:
            tasks += [_task(folder, root, language) for folder in _variants(root / language)]
    if not tasks:
        raise DataError(f"{root}: holds no <language>/<family>/<variant>/task.yaml")
    _one_split_a_family(tasks)
    return sorted(tasks, key=lambda task: task.id)


def _known_languages_only(root: Path) -> None:
    """A misspelt folder must not hide its tasks."""
    for path in sorted(root.glob("*/*/*/task.yaml")):
        name = path.relative_to(root).parts[0]
        if name not in EXTENSIONS:
            raise DataError(f"{root / name}: {name!r} is not a language; known: {', '.join(sorted(EXTENSIONS))}")


def _variants(language: Path) -> list[Path]:
    """The folders two levels down that hold anything but caches: each must be a whole task."""
    return [
        folder
        for folder in sorted(language.glob("*/*/"))
        if folder.is_dir() and not folder.name.startswith((".", "__")) and any(map(Path.is_file, folder.iterdir()))
    ]


def _task(folder: Path, root: Path, language: Language) -> Task:
    about = _about(folder / "task.yaml")
    extension = EXTENSIONS[language]
    prefix, golden = _divided(folder / f"secure.{extension}", language)
    other, vulnerable = _divided(folder / f"vulnerable.{extension}", language)
    if prefix != other:
        raise DataError(f"{folder}: secure.{extension} and vulnerable.{extension} differ above the line {MARK!r}")
    if squeeze(golden) == squeeze(vulnerable):
        raise DataError(
            f"{folder}: secure.{extension} and vulnerable.{extension} do not differ below the line {MARK!r}"
        )
    return Task(
        id=folder.relative_to(root).as_posix(),
        language=language,
        cwe=about.cwe,
        family=f"{language}/{folder.parent.name}",
        split=about.split,
        instruction=about.instruction.strip(),
        prefix=prefix,
        golden=golden,
        vulnerable=vulnerable,
        functional_test=_text(folder / f"functional.{extension}"),
        security_test=_text(folder / f"security.{extension}"),
        licence=about.licence or ("Apache-2.0" if root == BUILTIN else "unknown"),
        source=about.source or ("treeplay built-in" if root == BUILTIN else str(root)),
    )


def _about(path: Path) -> _TaskFile:
    try:
        content: Any = yaml.safe_load(_text(path))
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: a date that is none
        raise DataError(f"{path}: not YAML: {error}") from error
    try:
        return _TaskFile.model_validate(content)
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise DataError(f"{path}: {problems}") from error


def _divided(path: Path, language: Language) -> tuple[str, str]:
    """Prefix and completion: what stands above and below the mark."""
    lines = _text(path).splitlines(keepends=True)
    mark = f"{_COMMENTS[language]} {MARK}"
    places = [number for number, line in enumerate(lines) if line.strip() == mark]
    if len(places) != 1:
        raise DataError(f"{path}: holds the line {mark!r} {len(places)} times; it must stand there once")
    prefix, completion = "".join(lines[: places[0]]), "".join(lines[places[0] + 1 :])
    if not completion.strip():
        raise DataError(f"{path}: nothing stands below the line {mark!r}")
    return prefix, completion


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise DataError(f"{path}: {error.strerror or error}; every task needs this file") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8 ({error.reason} at byte {error.start})") from error


def _one_split_a_family(tasks: list[Task]) -> None:
    splits: dict[str, Task] = {}
    for task in tasks:
        first = splits.setdefault(task.family, task)
        if first.split != task.split:
            raise DataError(
                f"{task.id} is in {task.split} and {first.id} in {first.split}: a family belongs to one split"
            )
