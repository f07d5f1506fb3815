"""`treeplay study`: arms × seeds from one file, on equal terms; its report; the studies that are shipped."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from typer.core import TyperGroup

if TYPE_CHECKING:
    from treeplay.config.study import StudySettings
    from treeplay.study.estimate import Estimate, StudyPlan
    from treeplay.study.stages import Stage
    from treeplay.train.watch import Watcher

RUNS = typer.Option(Path("runs"), "--runs", help="Where runs lie; the study is the folder `<runs>/<name>`.")


class _RunByDefault(TyperGroup):
    """`treeplay study rq1` is `treeplay study run rq1`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        known = {*self.commands, *self.get_help_option_names(ctx)}
        if args and args[0] not in known:
            args = ["run", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_RunByDefault,
    no_args_is_help=True,
    help="""Compare methods on equal terms: arms × seeds from one file.

    All arms share model, data, gradient tokens and evaluation; what they share is trained and measured once. Interrupt
    a study whenever you like: the same command goes on where it was.

        treeplay study list
        treeplay study rq1 --dry-run
        treeplay study rq1
        treeplay study report rq1
    """,
)


@app.command()
def run(
    study: str = typer.Argument(..., help="A shipped study (`treeplay study list`) or a YAML file."),
    overrides: list[str] | None = typer.Argument(None, help="Dotted overrides: `base.model.path=DIR budget=200000`."),
    runs: Path = RUNS,
    seeds: str | None = typer.Option(None, "--seeds", help="Instead of the study's own, e.g. `0,1,2`."),
    jobs: int = typer.Option(1, "--jobs", min=1, help="Processes that share the stages, on one GPU or many cores."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Print stages, tokens, memory and time; train nothing."),
) -> None:
    """Run a study: train every arm with every seed, measure all of them, report.

    `study STUDY` is short for `study run STUDY`. Takes one file; leaves `<runs>/<name>` with a run an arm and seed,
    `results.json`, `cost.json` and `report.html`. Where this command runs several times at once, in other terminals or
    on other machines that share the folder, the processes share the stages; `--jobs` starts them.

        treeplay study rq1 --seeds 0
        treeplay study rq1 --jobs 2
        treeplay study rq1 base.preset=paper-qwen-7b --dry-run
        treeplay study mine.yaml data=~/datasets arms.tsp.optim.lr=1e-4

    Next: `treeplay study report` prints the tables again, also while it runs.
    """
    from treeplay.config.study import load_study
    from treeplay.study.estimate import estimate

    settings = load_study(study, [*(overrides or ()), *([f"seeds=[{seeds}]"] if seeds else [])])
    console, plan = Console(), estimate(settings)
    if dry_run:
        _print_plan(settings, plan, console)
        return
    from treeplay.judge.toolchains import unrunnable
    from treeplay.study.run import run_study, suites_of
    from treeplay.study.siblings import follow, siblings
    from treeplay.study.stages import StudyFolder

    follow()
    for note in unrunnable(task for suite in suites_of(settings).values() for task in suite.tasks):
        console.print(f"note: {note}", markup=False, highlight=False, soft_wrap=True)
    folder = StudyFolder(runs / settings.name)
    same = ["study", "run", study, *(overrides or ()), "--runs", str(runs), *(["--seeds", seeds] if seeds else [])]
    with siblings(jobs - 1, same, folder.path):
        run_study(settings, folder, _Screen(console, plan))
    _report(folder, console)


@app.command()
def report(
    study: str = typer.Argument(..., help="The study's name below --runs, its YAML file, or its folder."),
    runs: Path = RUNS,
    by_cwe: bool = typer.Option(False, "--by-cwe", help="Print what each arm does weakness by weakness, too."),
    json: bool = typer.Option(False, "--json", help="Print results.json instead of tables."),
) -> None:
    """Sum a study up from what is there: tables, `results.json`, `cost.json` and one offline `report.html`.

    Takes a study's folder, finished or not.

        treeplay study report rq1
        treeplay study report rq1 --by-cwe

    Next: open `report.html`; docs/studies.md says how to read it.
    """
    from treeplay.config.study import name_of
    from treeplay.study.stages import StudyFolder

    place = Path(study) if (Path(study) / "study.json").exists() else runs / name_of(study)
    _report(StudyFolder(place), Console(), by_cwe=by_cwe, json=json)


@app.command("list")
def list_studies() -> None:
    """List the shipped studies with what each asks.

    Takes nothing.

        treeplay study list

    Next: `treeplay study NAME --dry-run`.
    """
    from treeplay.config.load import note, shipped

    console = Console()
    names = shipped("study")
    width = max(len(name) for name in names)
    for name in names:
        console.print(f"[bold]{name:<{width}}[/bold] {note('study', name)}", highlight=False, soft_wrap=True)


def _report(folder: Any, console: Console, *, by_cwe: bool = False, json: bool = False) -> None:
    from treeplay.files import dump_json
    from treeplay.report.study import write_study_report
    from treeplay.study.results import write_results
    from treeplay.study.tables import study_tables, weakness_tables

    results = write_results(folder)
    page = write_study_report(folder.path, results)
    if json:
        typer.echo(dump_json(results))
        return
    for part in (*study_tables(results), *(weakness_tables(results, console.width) if by_cwe else ())):
        console.print(part)
    console.print(f"report: {page}", highlight=False, soft_wrap=True)


class _Screen:
    """What a study shows while it runs: the stage, the bars of its work, and the time that is left."""

    def __init__(self, console: Console, plan: StudyPlan) -> None:
        from treeplay.cli.progress import Terminal

        self.watcher: Watcher = Terminal(console)
        self._console = console
        self._clock = _Clock({one.stage.name: one.seconds for one in plan.stages})

    def stage(self, number: int, all_of_them: int, stage: Stage, left: Collection[str]) -> None:
        """Says which stage begins."""
        seconds = self._clock.left(left)
        note = f"about {_time(seconds)} left in all" if stage.name in left else "done before"
        self._console.print(f"[bold]stage {number} of {all_of_them}[/bold] · {stage.name} · {note}", highlight=False)

    def waiting(self, stages: int) -> None:
        """Says that other processes have what could be done now."""
        self._console.print(f"waiting for other processes, {stages} stages are left", highlight=False)

    def bar(self, description: str, total: int, done: int) -> AbstractContextManager[Callable[[int], None]]:
        """A bar of the terminal."""
        from treeplay.cli.progress import counting

        return counting(self._console, description, total, done)


class _Clock:
    """The time that is left: the plan's, scaled by the pace at which all processes of the study finished stages."""

    def __init__(self, planned: Mapping[str, float]) -> None:
        self._planned = planned
        self._began: tuple[float, float] | None = None
        "When the first stage began, and the planned seconds that were left."

    def left(self, stages: Collection[str]) -> float:
        """Seconds left when these stages are not finished."""
        now, planned = time.monotonic(), sum(self._planned[name] for name in stages)
        began, all_of_it = self._began = self._began or (now, planned)
        finished = all_of_it - planned
        return planned * (now - began) / finished if finished > 0 else planned


def _print_plan(study: StudySettings, plan: StudyPlan, console: Console) -> None:
    from rich.table import Table

    console.print(f"{study.name}: {study.question}", highlight=False, markup=False)
    source = "its own tokenizer" if plan.has_tokenizer else "the length of the text; its tokenizer is not here"
    table = Table(title="what it will take (an estimate; nothing was trained)", title_justify="left")
    for heading in ("arm", "stages", "gradient tokens", "sampled: branches", "answers", "training", "measuring"):
        table.add_column(heading, justify="left" if heading == "arm" else "right")
    for arm, parts in _by_arm(plan).items():
        table.add_row(arm, *_row(parts))
    table.add_section()
    table.add_row("in all", *_row(plan.stages))
    console.print(table)
    asked = ", ".join(f"{name} {count}" for name, count in plan.asked.items())
    console.print(
        f"time in all about {_time(sum(one.seconds for one in plan.stages))}; memory about {plan.memory_gib:.1f} GiB\n"
        f"{study.base.model.path}, {plan.parameters / 1e6:,.0f}M parameters; {plan.tasks} tasks to learn from; "
        f"tasks asked: {asked}\n"
        f"{plan.flops_per_s / 1e9:,.0f} GFLOP/s here on a matrix product; tokens counted with {source}",
        highlight=False,
        markup=False,
    )


def _by_arm(plan: StudyPlan) -> dict[str, list[Estimate]]:
    rows: dict[str, list[Estimate]] = {}
    for one in plan.stages:
        rows.setdefault(one.stage.arm, []).append(one)
    return rows


def _row(parts: Sequence[Estimate]) -> list[str]:
    """What several stages take, all seeds together."""
    measures = [one for one in parts if one.stage.kind == "measure"]
    trains = [one for one in parts if one.stage.kind != "measure"]
    return [
        str(len(parts)),
        f"{sum(one.gradient_tokens for one in parts):,}",
        f"{sum(one.sampled_tokens for one in trains):,}",
        f"{sum(one.sampled_tokens for one in measures):,}",
        _time(sum(one.seconds for one in trains)),
        _time(sum(one.seconds for one in measures)),
    ]


def _time(seconds: float) -> str:
    return str(timedelta(seconds=round(seconds)))
