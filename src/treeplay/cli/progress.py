"""What a run shows in the terminal: a bar a stage with its time left, and a line for what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:  # verbs that only judge or score need a bar, not torch
    from treeplay.train.phase import Phase
    from treeplay.train.watch import GrowTick, StepTick

FALL, WINDOW = 1.0, 8
"How far, in nats, golden continuations may fall below the opponent's on the mean of so many steps before a warning."


def bar(console: Console) -> Progress:
    """The columns that every stage shows; they fit a terminal of 80."""
    return Progress(
        TextColumn("{task.description:<10}"),
        BarColumn(bar_width=8),
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
            f"{summary['trained']} to learn from in {summary['trees_with_pairs']} trees{_not_to_blame(summary)}",
            highlight=False,
        )
        if summary["unplaced"]:
            self.console.print(
                f"  {summary['unplaced']} vulnerable versions part from the golden path before any node (in a comment, "
                "mostly) and are left out",
                highlight=False,
            )
        if summary["deep_nodes"]:
            self.console.print(
                f"  inside branches: {summary['deep_nodes']} nodes, {summary['deep_sampled']} branches; "
                f"{summary['deep_pairs']} preferences at {summary['deep_nodes_with_pairs']} nodes; after a mistake "
                f"{summary['recovered_share']:.0%} end secure",
                highlight=False,
            )
        if summary["trained"] + summary["deep_pairs"] == 0:
            self.console.print(f"  [yellow]warning:[/yellow] no branch is left to learn from: {_why_none(summary)}")

    @contextmanager
    def training(self, phase: Phase) -> Iterator[StepTick]:
        """See `Watcher`."""
        with bar(self.console) as progress:
            task = progress.add_task(phase.name, total=sum(phase.batches[i].tokens for i in phase.steps), note="")
            watch = Likelihood(self.console)

            def tick(tokens: int, metrics: dict[str, float]) -> None:
                margin = f" margin {metrics['margin']:+.2f}" if "margin" in metrics else ""
                progress.update(task, advance=tokens, note=f"loss {metrics['loss']:.3f}{margin}")
                if phase.needs_reference:  # else there is no opponent to be less likely than under
                    watch(metrics)

            yield tick


def _not_to_blame(summary: dict[str, Any]) -> str:
    """Of how many vulnerable branches the token that parts them from the golden path is not what is wrong, and why."""
    early, elsewhere = summary["early"], summary["elsewhere"]
    said = [f"{early} begin as a later golden statement does"] if early else []
    said += [f"{elsewhere} go wrong elsewhere"] if elsewhere else []
    return f"; of the vulnerable ones {', '.join(said)}" if said else ""


def _why_none(summary: dict[str, Any]) -> str:
    """Why no branch of a forest is trained on, and what to try."""
    if summary["early"] or summary["elsewhere"]:
        return (
            "all vulnerable ones come too early or go wrong elsewhere; try judge.early=1, judge.elsewhere=1, more "
            "branches (branches.n), or the vulnerable versions (branches.sources=[opponent,vulnerable])"
        )
    return (
        "the opponent made no mistake that the judge saw; try more nodes (nodes.policies), more branches "
        "(branches.n), a weight for unknown branches (judge.unknown), or the vulnerable versions "
        "(branches.sources=[opponent,vulnerable])"
    )


class _Growing:
    def __init__(self, progress: Progress, task: TaskID) -> None:
        self.progress, self.task, self.drawn = progress, task, 0

    def tokens(self, count: int) -> None:
        self.drawn += count
        self.progress.update(self.task, note=f"trees {self.drawn} tokens")

    def tree(self) -> None:
        self.progress.advance(self.task, 1)


class Likelihood:
    """Warns once when golden paths become less likely than under the opponent: a margin won by lowering both sides."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.recent: list[float] = []
        self.warned = False

    def __call__(self, metrics: dict[str, float]) -> None:
        if "chosen" not in metrics or self.warned:
            return
        self.recent = [*self.recent[1 - WINDOW :], metrics["chosen"]]
        mean = sum(self.recent) / len(self.recent)
        if len(self.recent) == WINDOW and mean < -FALL:
            self.warned = True
            self.console.print(
                f"  [yellow]warning:[/yellow] golden continuations are {-mean:.1f} nats less likely than under the "
                "opponent: the margin grows by lowering both sides; raise loss.nll or loss.dpop, or lower optim.lr"
            )
