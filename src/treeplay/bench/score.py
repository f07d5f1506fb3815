"""Scoring: judges stored samples and sums up, apart from generating, so that old samples can be judged anew.

`verdicts.jsonl` follows the order of `samples.jsonl`, a line a sample. Each line carries a hash of what it
depends on: the program, the tests and the judge's tools. Lines that still hold are kept; from the first
that does not, or whose test could not be run, the file is judged again. Nothing that decides a line depends on when
or how often scoring was interrupted. `results.json` is there only while every sample has its verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

from treeplay.bench.metrics import Scored, repetition
from treeplay.bench.records import validated
from treeplay.bench.results import Results, summarise
from treeplay.bench.samples import Sample, SampleStore
from treeplay.bench.suites import Suite
from treeplay.corpus.layout import EXTENSIONS
from treeplay.corpus.schema import Task
from treeplay.errors import RunError
from treeplay.files import (
    append_line,
    dump_json,
    read_records,
    sha256_text,
    write_json,
    write_whole,
)
from treeplay.judge.sarif import Judged, sarif_log
from treeplay.locks import locked

if TYPE_CHECKING:
    from treeplay.judge.judge import Program
    from treeplay.judge.schema import Judgement

_TOGETHER = 64
"Programs judged before their verdicts are stored: enough to keep a pool busy, few to lose."


class ProgramJudge(Protocol):
    """Whatever judges programs."""

    def judge(self, programs: Sequence[Program]) -> list[Judgement]:
        """One judgement a program, in their order."""
        ...


def score(
    folder: Path,
    suite: Suite,
    judge: ProgramJudge,
    tools: Mapping[str, str],
    *,
    progress: Callable[[int], None] = lambda _: None,
) -> Results:
    """Judges the samples of a folder and writes `verdicts.jsonl`, `results.json` and `findings.sarif`.

    Args:
        folder: holds `samples.jsonl`; its name is the model's name in the results.
        tools: versions of everything that judges; judgements of other versions are made again.
        progress: called with the number of samples that are done, also those judged before.

    Raises:
        BusyError: another process is writing there.
        RunError: a sample is missing or of an unknown task.
        DataError: a stored line cannot be read.
    """
    with locked(folder):
        return _score(folder, suite, judge, tools, progress)


def _score(
    folder: Path, suite: Suite, judge: ProgramJudge, tools: Mapping[str, str], progress: Callable[[int], None]
) -> Results:
    samples = list(SampleStore(folder / "samples.jsonl"))
    task_of = {task.id: task for task in suite.tasks}
    _require_complete(folder, samples, task_of)
    keys = [_key(task_of[sample.task_id], sample, tools) for sample in samples]
    verdicts, summed = folder / "verdicts.jsonl", folder / "results.json"
    stored = read_verdicts(verdicts) if verdicts.exists() else []
    scored = _still_valid(stored, samples, keys)
    if len(scored) < len(samples):
        summed.unlink(missing_ok=True)  # before the verdicts are cut: whoever reads sees that they are not all there
    if len(scored) < len(stored):
        write_whole(verdicts, "".join(dump_json(line.model_dump()) + "\n" for line in scored))
    progress(len(scored))
    while len(scored) < len(samples):
        part = slice(len(scored), len(scored) + _TOGETHER)
        for line in _judged(samples[part], keys[part], task_of, judge):
            append_line(verdicts, line.model_dump())
            scored.append(line)
        progress(len(samples[part]))
    results = summarise(scored, suite=suite.name, model=folder.name, judge=tools)
    write_json(summed, results.model_dump())
    write_json(folder / "findings.sarif", _findings(samples, scored, task_of, tools))
    return results


def read_verdicts(path: Path) -> list[Scored]:
    """The judged samples of a `verdicts.jsonl`, a torn last line left out.

    Raises:
        DataError: a line is not a judged sample; names file and line.
    """
    cure = "delete the file and score again"
    return [validated(Scored, record, where=f"{path}:{number}", cure=cure) for number, record in read_records(path)]


def _findings(
    samples: Sequence[Sample], scored: Sequence[Scored], task_of: Mapping[str, Task], tools: Mapping[str, str]
) -> dict[str, Any]:
    """The SARIF log of all samples."""
    pairs = ((task_of[sample.task_id], sample, line) for sample, line in zip(samples, scored, strict=True))
    return sarif_log((_in_log(task, sample, line) for task, sample, line in pairs), tools)


def _in_log(task: Task, sample: Sample, line: Scored) -> Judged:
    uri = quote(f"{task.id}/{sample.index}.{EXTENSIONS.get(task.language, task.language)}")
    return Judged(uri, task.program(sample.completion), task.cwe, line.judgement)


def _require_complete(folder: Path, samples: Sequence[Sample], task_of: Mapping[str, Task]) -> None:
    strangers = {sample.task_id for sample in samples} - task_of.keys()
    if strangers:
        raise RunError(f"{folder}: the suite has no task {min(strangers)!r}; name the suite the samples are of")
    counts = dict.fromkeys(task_of, 0)
    for sample in samples:
        counts[sample.task_id] += 1
    fewest, most = min(counts.values()), max(counts.values())
    if fewest != most or not samples:
        raise RunError(
            f"{folder}: {len(samples)} samples, from {fewest} to {most} a task; "
            "run the same `treeplay bench generate` again to finish them"
        )


def _key(task: Task, sample: Sample, tools: Mapping[str, str]) -> str:
    decides = task.model_dump(
        include={"cwe", "family", "language", "functional_test", "security_test", "golden", "vulnerable"}
    )
    return sha256_text(
        task.program(sample.completion), dump_json(sample.model_dump()), dump_json([decides, dict(tools)])
    )


def _still_valid(stored: Sequence[Scored], samples: Sequence[Sample], keys: Sequence[str]) -> list[Scored]:
    """The stored verdicts up to the first that does not fit, or that another time may be another."""
    pairs = zip(stored, samples, keys, strict=False)
    fits = (line.name == sample.key and line.key == key and line.judgement.final for line, sample, key in pairs)
    return list(stored[: sum(1 for _ in takewhile(bool, fits))])


def _judged(
    samples: Sequence[Sample], keys: Sequence[str], task_of: Mapping[str, Task], judge: ProgramJudge
) -> list[Scored]:
    from treeplay.judge.judge import Program  # noqa: PLC0415 (loads the detectors)

    programs = [Program(task_of[sample.task_id], sample.completion) for sample in samples]
    return [
        _scored(task_of[sample.task_id], sample, key, judgement)
        for sample, key, judgement in zip(samples, keys, judge.judge(programs), strict=True)
    ]


def _scored(task: Task, sample: Sample, key: str, judgement: Judgement) -> Scored:
    return Scored(
        task_id=task.id,
        index=sample.index,
        language=task.language,
        cwe=task.cwe,
        family=task.family or "",
        has_functional_test=task.functional_test is not None,
        has_security_test=task.security_test is not None,
        tokens=sample.tokens,
        finished=sample.finished,
        repetition=round(repetition(sample.completion), 6),
        key=key,
        judgement=judgement,
    )
