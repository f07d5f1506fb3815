"""Proves tasks by running them: the golden version withstands the attack, the vulnerable one works and falls to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from treeplay.corpus.schema import Task
from treeplay.judge.judge import Judge, Program
from treeplay.judge.schema import Judgement
from treeplay.judge.toolchains import TOOLCHAINS


@dataclass(frozen=True)
class Proof:
    """What running one task's two versions showed."""

    task_id: str
    faults: tuple[str, ...]
    "What is wrong, each with its evidence."
    missing: str = ""
    "The toolchain that the task's tests need and this machine lacks; nothing was run then."
    golden: Judgement | None = None
    vulnerable: Judgement | None = None

    @property
    def holds(self) -> bool:
        """Whether the task is proven."""
        return not self.faults and not self.missing


def verify(tasks: Sequence[Task], judge: Judge, progress: Callable[[int], None] | None = None) -> list[Proof]:
    """One proof a task, in their order.

    Args:
        tasks: to be proven; one that lacks a version or a test is at fault for it.
        judge: runs the tests.
        progress: told how many more programs are judged, two a task.

    Raises:
        SandboxError: the system cannot isolate what is to be run.
    """
    runnable = [task for task in tasks if not _missing_toolchain(task)]
    programs = [Program(task, completion) for task in runnable for completion in (task.golden, task.vulnerable or "")]
    judgements = iter(judge.judge(programs, progress))
    return [_proof(task, judgements) for task in tasks]


def _missing_toolchain(task: Task) -> str:
    toolchain = TOOLCHAINS.get(task.language)
    return toolchain.executable if toolchain and toolchain.path is None else ""


def _proof(task: Task, judgements: Iterator[Judgement]) -> Proof:
    if missing := _missing_toolchain(task):
        return Proof(task.id, (), missing)
    golden, vulnerable = next(judgements), next(judgements)
    faults = (*_missing(task),) or (*_golden_faults(golden), *_vulnerable_faults(vulnerable))
    return Proof(task.id, faults, golden=golden, vulnerable=vulnerable)


def _missing(task: Task) -> Iterator[str]:
    for name, value in (
        ("golden completion", task.golden),
        ("vulnerable completion", task.vulnerable),
        ("functional test", task.functional_test),
        ("security test", task.security_test),
    ):
        if not value:
            yield f"there is no {name}"


def _golden_faults(judgement: Judgement) -> Iterator[str]:
    if judgement.verdict != "secure":
        yield f"the golden version is {judgement.verdict}: {judgement.reason}"


def _vulnerable_faults(judgement: Judgement) -> Iterator[str]:
    if judgement.secure:
        yield "the vulnerable version passes the security test"
    elif judgement.verdict != "vulnerable":
        yield f"the vulnerable version is {judgement.verdict}, not vulnerable: {judgement.reason}"
