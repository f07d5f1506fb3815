"""Verdicts by execution on tasks whose two versions are known: are they right, and what does reading alone say?

The right verdict of the golden version is `secure`, that of the vulnerable one `vulnerable`. Read alone, a program is
`flagged` (a finding of the task's weakness that the calibration counts), `silent` or `unread`; silence proves
nothing, so that by rules alone what is silent or unread would be `unknown`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from judging.tables import percent
from treeplay import cwe
from treeplay.bench.statistics import wilson
from treeplay.corpus.layout import BUILTIN, read_layout
from treeplay.corpus.readers import seccodeplt
from treeplay.corpus.schema import Task
from treeplay.judge.calibration import load_calibration
from treeplay.judge.judge import Judge, Program
from treeplay.judge.sandbox import Limits
from treeplay.judge.schema import Judgement
from treeplay.judge.toolchains import TOOLCHAINS

_LIMITS = Limits(wall_s=120, cpu_s=2)
"Patient on the clock, so that other work on the machine decides no verdict; of processor time a test needs little."
_WRONG_SHOWN = 12
_READINGS = ("flagged", "silent")


@dataclass
class Executed:
    """What execution said of both versions of some tasks, beside what reading said."""

    n_tasks: int
    right: int = 0
    "Tasks of which both versions got the right verdict."
    table: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    "How many programs, by version, verdict of execution and reading."
    wrong: list[str] = field(default_factory=list)
    missing: str = ""
    "The toolchain that this machine lacks; nothing was run then."

    @property
    def unknown(self) -> int:
        """Programs of which execution could not tell."""
        return sum(count for (_, verdict, _), count in self.table.items() if verdict == "unknown")

    def as_json(self) -> dict[str, Any]:
        """For a machine."""
        if self.missing:
            return {"n": self.n_tasks, "missing": self.missing}
        low, high = wilson(self.right / self.n_tasks, self.n_tasks)
        programs = max(self.table.total(), 1)
        silent = sum(count for (_, _, reading), count in self.table.items() if reading != "flagged")
        return {
            "n": self.n_tasks,
            "right": round(self.right / self.n_tasks, 4),
            "interval": [round(low, 4), round(high, 4)],
            "unknown": round(self.unknown / programs, 4),
            "unknown_by_rules_alone": round(silent / programs, 4),
            "confusion": {" ".join(key): count for key, count in sorted(self.table.items())},
            "wrong": self.wrong,
        }


def seccodeplt_tasks(data: Path) -> list[Task]:
    """SecCodePLT's tasks whose references were found good, those that its authors skip included."""
    return seccodeplt.read(data / "seccodeplt" / "tasks.jsonl", with_skipped=True).tasks


def own_tasks(*languages: str) -> list[Task]:
    """The built-in corpus in some languages."""
    return read_layout(BUILTIN, languages)


def execute(tasks: Sequence[Task], cache: Path | None = None) -> Executed:
    """Judges both versions of every task.

    Args:
        tasks: with their two versions and tests.
        cache: a file that keeps verdicts, so that a run that was ended goes on where it was.
    """
    missing = {each.executable for task in tasks if (each := TOOLCHAINS.get(task.language)) and each.path is None}
    result = Executed(len(tasks), missing=", ".join(sorted(missing)))
    if missing:
        return result
    with Judge(workers=1, limits=_LIMITS, cache=cache) as judge:
        golden = judge.judge([Program(task, task.golden) for task in tasks])
        vulnerable = judge.judge([Program(task, task.vulnerable or "") for task in tasks])
    for task, *both in zip(tasks, golden, vulnerable, strict=True):
        faults = []
        for version, wanted, judgement in zip(("golden", "vulnerable"), ("secure", "vulnerable"), both, strict=True):
            result.table[version, judgement.verdict, _reading(task, judgement)] += 1
            if judgement.verdict != wanted:
                faults.append(f"{task.id}, {version}: {judgement.verdict}, since {judgement.reason}")
        result.right += not faults
        result.wrong += faults
    return result


def _reading(task: Task, judgement: Judgement) -> str:
    mine = (each for each in judgement.findings if each.cwe and task.cwe and cwe.same_family(task.cwe, each.cwe))
    return "flagged" if any(load_calibration().counts(each) for each in mine) else "silent"


def show(title: str, result: Executed) -> None:
    """Prints how many tasks were judged rightly, and reading against execution."""
    if result.missing:
        print(f"\n{title}: not run, for this machine lacks {result.missing}")
        return
    programs = result.table.total()
    print(f"\n{title}: both verdicts right {percent(result.right, result.n_tasks)} of {result.n_tasks} tasks")
    print(f"  unknown by execution {percent(result.unknown, programs)} of {programs} programs")
    print(f"  {'version':12} {'by execution':14}" + "".join(f"{each:>9}" for each in _READINGS))
    for version, verdict in sorted({key[:2] for key in result.table}):
        counts = (result.table[version, verdict, each] for each in _READINGS)
        print(f"  {version:12} {verdict:14}" + "".join(f"{each:9}" for each in counts))
    for line in result.wrong[:_WRONG_SHOWN]:
        print(f"  {line}")
    if len(result.wrong) > _WRONG_SHOWN:
        print(f"  and {len(result.wrong) - _WRONG_SHOWN} more")
