"""What a run shows in the terminal: a bar a stage with its time left, and a line for what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from treeplay.train.phase import Phase
from treeplay.train.watch import GrowTick, StepTick

FALL = 0.15
"How far the golden path's log-likelihood a token may fall below the start of its phase before a warning."


def bar(console: Console) -> Progress:
    """The columns that every stage shows."""
    return Progress(
        TextColumn("{task.description:<14}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[note]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=console,
    )


@contextmanager
def counting(console: Console, description: str, total: int, done: int = 0) -> Iterator[Callable[[int], None]]:
    """A plain bar; yields what advances it."""
    with bar(console) as progress:
        task = progress.add_task(description, total=total, completed=done, note="")
        yield lambda count: progress.advance(task, count)


class Terminal:
    """A `treeplay.train.watch.Watcher` that draws bars."""

    def __init__(self, console: Console) -> None:
        self.console = console

    @contextmanager
    def growing(self, number: int, trees: int, done: int) -> Iterator[GrowTick]:
        """See `Watcher`."""
        with bar(self.console) as progress:
            task = progress.add_task(f"grow round {number}", total=trees, completed=done, note="")
            yield _Growing(progress, task)

    def forest(self, number: int, summary: dict[str, Any]) -> None:
        """Says what the opponent's branches are worth."""
        verdicts = ", ".join(f"{count} {name}" for name, count in summary["verdicts"].items())
        self.console.print(
            f"  round {number}: {summary['nodes']} nodes, {summary['sampled']} branches, "
            f"{summary['same_as_golden']} on the golden path; {verdicts}; "
            f"{summary['trained']} to learn from in {summary['trees_with_pairs']} trees",
            highlight=False,
        )
        if summary["trained"] == 0:
            self.console.print(
                "  [yellow]warning:[/yellow] no branch is left to learn from: the opponent made no mistake that the "
                "judge saw; try more nodes (nodes.policies), more branches (branches.n) or a weight for "
                "unknown branches (judge.unknown)"
            )

    @contextmanager
    def training(self, phase: Phase) -> Iterator[StepTick]:
        """See `Watcher`."""
        with bar(self.console) as progress:
            task = progress.add_task(phase.name, total=sum(phase.batches[i].tokens for i in phase.steps), note="")
            watch = _Likelihood(self.console)

            def tick(tokens: int, metrics: dict[str, float]) -> None:
                margin = f" margin {metrics['margin']:+.2f}" if "margin" in metrics else ""
                progress.update(task, advance=tokens, note=f"tokens loss {metrics['loss']:.3f}{margin}")
                watch(metrics)

            yield tick


class _Growing:
    def __init__(self, progress: Progress, task: TaskID) -> None:
        self.progress, self.task, self.drawn = progress, task, 0

    def tokens(self, count: int) -> None:
        self.drawn += count
        self.progress.update(self.task, note=f"trees {self.drawn} tokens")

    def tree(self) -> None:
        self.progress.advance(self.task, 1)


class _Likelihood:
    """Warns once when the golden path becomes less likely: a preference loss that wins by lowering both sides."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.first: float | None = None
        self.recent: list[float] = []
        self.warned = False

    def __call__(self, metrics: dict[str, float]) -> None:
        if "nll" not in metrics or self.warned:
            return
        self.recent = [*self.recent[-3:], metrics["nll"]]
        mean = sum(self.recent) / len(self.recent)
        self.first = mean if self.first is None else min(self.first, mean)
        if len(self.recent) == 4 and mean > self.first + FALL:
            self.warned = True
            self.console.print(
                "  [yellow]warning:[/yellow] the golden path's log-likelihood a token fell by "
                f"{mean - self.first:.2f}: the margin grows by lowering both sides; "
                "raise loss.nll or loss.dpop, or lower optim.lr"
            )
