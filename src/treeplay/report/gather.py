"""What a run's folder holds, read into plain records for the page. A part that is missing is left out, not invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from treeplay import corpus
from treeplay.bench.compare import Comparison, compare
from treeplay.bench.manifest import answer_alike
from treeplay.bench.manifest import read as read_manifest
from treeplay.bench.metrics import Scored
from treeplay.bench.samples import SampleStore
from treeplay.bench.score import read_verdicts
from treeplay.bench.suites import load as load_suite
from treeplay.corpus.schema import Task
from treeplay.errors import ConfigError, DataError, RunError
from treeplay.files import parse_json, read_records
from treeplay.tree.schema import Tree

SHOWN_TREES = 6
SHOWN_SAMPLES = 8


@dataclass(frozen=True)
class Answer:
    """One model's sample, with what the judge said of it."""

    model: str
    code: str
    verdict: str
    reason: str


@dataclass(frozen=True)
class Contrast:
    """One task as two models answer it."""

    task: Task
    answers: tuple[Answer, ...]
    is_gain: bool


@dataclass(frozen=True)
class ShownTree:
    """A tree with the task it grew from."""

    tree: Tree
    task: Task
    round: int


@dataclass(frozen=True)
class SuiteRecord:
    """What the models of a run scored on one suite."""

    name: str
    models: tuple[str, ...]
    comparison: Comparison
    paired: dict[str, Comparison]
    "By baseline: the last model against each of the others."
    by_cwe: dict[str, dict[str, Any]]
    contrasts: tuple[Contrast, ...] = ()
    others: tuple[str, ...] = ()
    "Models that answered other prompts than the last one did, and are left out."


@dataclass(frozen=True)
class RunRecord:
    """Everything the page shows."""

    name: str
    manifest: dict[str, Any]
    steps: list[dict[str, Any]]
    forests: list[dict[str, Any]]
    stages: list[dict[str, Any]]
    suites: tuple[SuiteRecord, ...] = ()
    trees: tuple[ShownTree, ...] = ()
    audit: dict[str, Any] = field(default_factory=dict)


def gather(folder: Path) -> RunRecord:
    """Reads a run.

    Raises:
        RunError: the folder holds no run.
    """
    manifest = _json(folder / "manifest.json")
    if manifest is None:
        raise RunError(f"{folder} holds no run (no manifest.json); give the folder that `treeplay train` wrote")
    lines = (
        [record for _, record in read_records(folder / "metrics.jsonl")] if (folder / "metrics.jsonl").exists() else []
    )
    tasks = _tasks(manifest)
    record = {
        "name": folder.name,
        "manifest": manifest,
        "steps": [line for line in lines if line["kind"] == "step"],
        "forests": [line for line in lines if line["kind"] == "forest"],
        "stages": [_json(path) or {} for path in sorted(folder.glob("rounds/*/stage.json"))]
        + [_json(path) or {} for path in folder.glob("control/stage.json")],
        "trees": _trees(folder, tasks),
        "audit": (_json(folder / "summary.json") or {}).get("audit", {}),
    }
    return RunRecord(**record, suites=tuple(_suites(folder, tasks)))


def _suites(folder: Path, tasks: dict[str, Task]) -> Iterator[SuiteRecord]:
    for suite in sorted((folder / "bench").glob("*")):
        read = {place.parent: read_verdicts(place) for place in sorted(suite.glob("*/verdicts.jsonl"))}
        # Asked after the reading: it goes before verdicts are cut.
        whole = {place: scored for place, scored in read.items() if (place / "results.json").exists()}
        if whole:
            last = max(whole, key=lambda place: arm_order(place.name))
            same = [place for place in whole if answer_alike(last, place)]
            others = tuple(place.name for place in whole if place not in same)
            yield _suite(suite, {place.name: whole[place] for place in same}, others, tasks)


def _suite(
    folder: Path, scored: dict[str, list[Scored]], others: tuple[str, ...], tasks: dict[str, Task]
) -> SuiteRecord:
    names = tuple(sorted(scored, key=arm_order))
    ordered = {name: scored[name] for name in names}
    source = read_manifest(folder / names[0]).source
    known = tasks | _readable(lambda: load_suite(source).tasks)
    return SuiteRecord(
        name=folder.name,
        models=names,
        others=others,
        comparison=compare(folder.name, ordered, baseline=names[0]),
        paired={
            other: compare(folder.name, {other: ordered[other], names[-1]: ordered[names[-1]]}, baseline=other)
            for other in names[:-1]
        },
        by_cwe={name: (_json(folder / name / "results.json") or {}).get("by_cwe", {}) for name in names},
        contrasts=_contrasts(folder, ordered, known) if len(names) > 1 else (),
    )


def arm_order(name: str) -> tuple[int, str]:
    """What orders models: the one that was not trained first, the hardened one last."""
    known = ("base", "start", "sft", "control")
    return (known.index(name) if name in known else len(known), name)


def _contrasts(suite: Path, models: dict[str, list[Scored]], tasks: dict[str, Task]) -> tuple[Contrast, ...]:
    """First samples on which the first and the last model part, gains and losses alike, one a family."""
    names = list(models)
    first, last = names[0], names[-1]
    code = {name: {s.key: s.completion for s in SampleStore(suite / name / "samples.jsonl")} for name in (first, last)}
    verdicts = {name: {line.name: line for line in models[name] if line.index == 0} for name in (first, last)}
    found: list[Contrast] = []
    families: set[tuple[str, bool]] = set()
    for key, before in verdicts[first].items():
        after, task = verdicts[last].get(key), tasks.get(key[0])
        if after is None or task is None:
            continue
        good = (before.judgement.verdict == "secure", after.judgement.verdict == "secure")
        if good[0] == good[1] or (task.family, good[1]) in families:
            continue
        families.add((task.family, good[1]))
        answers = tuple(
            Answer(name, code[name][key], line.judgement.verdict, line.judgement.reason)
            for name, line in ((first, before), (last, after))
        )
        found.append(Contrast(task, answers, is_gain=good[1]))
    gains = [one for one in found if one.is_gain]
    losses = [one for one in found if not one.is_gain]
    return (*gains[: SHOWN_SAMPLES - min(len(losses), 3)], *losses[:3])


def _trees(folder: Path, tasks: dict[str, Task]) -> tuple[ShownTree, ...]:
    """Trees with vulnerable branches first: the mistakes that were learned from."""
    found: list[ShownTree] = []
    for path in sorted(folder.glob("rounds/*/trees.jsonl")):
        number = int(path.parent.name)
        trees = [Tree.model_validate(record) for _, record in read_records(path)]
        for tree in sorted(trees, key=lambda t: -sum(b.decision == "vulnerable" for b in t.branches))[:SHOWN_TREES]:
            if tree.task_id in tasks and tree.branches:
                found.append(ShownTree(tree, tasks[tree.task_id], number))
    return tuple(found[: 2 * SHOWN_TREES])


def _tasks(manifest: dict[str, Any]) -> dict[str, Task]:
    """The tasks of the run's corpus, all splits: trees and samples only name theirs."""
    source = str(manifest.get("settings", {}).get("corpus", {}).get("source", "builtin"))
    sources: Sequence[str] = dict.fromkeys((source, "builtin"))  # type: ignore[assignment]
    return {name: task for one in sources for name, task in _readable(partial(corpus.load, one)).items()}


def _readable(load: Callable[[], Iterable[Task]]) -> dict[str, Task]:
    """Tasks by name; none where their file is no longer there, and the page then shows figures without programs."""
    try:
        return {task.id: task for task in load()}
    except (DataError, ConfigError):
        return {}


def _json(path: Path) -> dict[str, Any] | None:
    return parse_json(path.read_bytes(), where=str(path)) if path.exists() else None
