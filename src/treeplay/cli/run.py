"""`treeplay run`: everything in one command: train, measure base, SFT and hardened model, report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from treeplay.cli.train import OVERRIDES, PRESET, RUNS

if TYPE_CHECKING:
    from rich.console import Console

    from treeplay.bench.metrics import Scored
    from treeplay.bench.suites import Suite
    from treeplay.config.run import RunSettings
    from treeplay.train.folder import RunFolder
    from treeplay.train.rounds import Trained


def run(
    preset: str = PRESET,
    overrides: list[str] | None = OVERRIDES,
    runs: Path = RUNS,
) -> None:
    """Train, measure and report: the whole way from secure examples to a page of figures.

    Base model, SFT with as many gradient tokens, and hardened model answer the same held-out tasks; the table
    says what is outside noise. Takes a model and tasks with a secure and a vulnerable version; leaves the folder
    `<runs>/<name>` with models, trees, samples, `summary.json` and `report.html`. Interrupt it whenever you like; the
    same command goes on where it was.

        treeplay run quickstart
        treeplay run default name=mine corpus.source=pairs:mine.jsonl

    Next: open `report.html`; `treeplay tree show` draws what the model learned from.
    """
    from rich.console import Console

    from treeplay.bench.suites import load
    from treeplay.cli.progress import Terminal
    from treeplay.config.load import load_settings
    from treeplay.locks import locked
    from treeplay.report.page import write_report
    from treeplay.train.folder import RunFolder
    from treeplay.train.rounds import train

    console = Console()
    settings = load_settings(preset, overrides or ())
    suite = load(settings.bench.suite)  # before hours of training, after which a mistyped name would be told
    folder = RunFolder(runs / settings.name)
    with locked(folder.path, "run"):
        trained = train(settings, folder, Terminal(console))
        summary = _measure(settings, folder, suite, trained, console)
        page = write_report(folder.path)
    _print_table(summary, console)
    if settings.model.path == "bundled" and summary["reading"].get("tsp-sft") == "within noise":
        note = "self-play beside SFT where there is a habit to lose: `treeplay study habit-folds`, docs/results.md"
        console.print(note, highlight=False)
    console.print(f"report: {page}", highlight=False, soft_wrap=True)


def _arms(settings: RunSettings, trained: Trained) -> dict[str, str]:
    """Base model, the SFT it is fair to compare with, and the player; and what both started from if it is neither."""
    arms = {"base": settings.model.path}
    if trained.start != settings.model.path:
        arms["start" if settings.warm_start.learn == "vulnerable" else "sft"] = trained.start
    if trained.control:
        arms["sft"] = trained.control
    arms = {name: model for name, model in arms.items() if model != trained.player}
    return {**arms, settings.loss.name: trained.player}


def _measure(
    settings: RunSettings, folder: RunFolder, suite: Suite, trained: Trained, console: Console
) -> dict[str, Any]:
    from functools import partial

    from treeplay.bench.arms import Measure, measure_arm, summarise_arms
    from treeplay.cli.progress import counting
    from treeplay.corpus.audit import audit
    from treeplay.files import cache_folder
    from treeplay.judge.judge import Judge
    from treeplay.models.generate import LocalGenerator
    from treeplay.train.material import taught

    with Judge(
        cache=cache_folder() / "judgements.sqlite",
        unsafe=settings.unsafe_no_sandbox,
        detectors=settings.judge.detectors,
    ) as judge:
        generator = partial(LocalGenerator.with_settings, trained_as=settings.model)
        measure = Measure(
            suite, settings.bench, settings.seed, judge, judge.tools, generator, partial(counting, console)
        )
        arms: dict[str, list[Scored]] = {
            name: measure_arm(folder.path, name, model, measure) for name, model in _arms(settings, trained).items()
        }
    overlap = audit(taught(settings), against=list(suite.tasks))
    facts = {"gradient_tokens": trained.gradient_tokens, "audit": overlap.crossing()}
    return summarise_arms(folder.path, suite.name, arms, facts)


def _print_table(summary: dict[str, Any], console: Console) -> None:
    from rich.table import Table

    names = ("func_sec@1", "spr_strict@1", "func@1", "sec_given_func@1", "parse_rate")
    table = Table(title=f"{summary['suite']}: {summary['tasks']} {_held_out(summary['audit'])}, % with 95 % interval")
    table.add_column("model")
    for name in names:
        table.add_column(name, justify="right")
    for arm, metrics in summary["arms"].items():
        table.add_row(arm, *(_cell(metrics.get(name)) for name in names))
    console.print(table)
    for pair, found in summary["paired"].items():
        value = found.get("func_sec@1")
        if value:
            console.print(
                f"{pair}: func_sec@1 {100 * value['diff']:+.1f} points "
                f"({100 * value['low']:+.1f} to {100 * value['high']:+.1f}), {summary['reading'][pair]}",
                highlight=False,
            )


def _held_out(crossing: dict[str, int]) -> str:
    """What the tasks that were asked are: held out, or how far training holds them too."""
    known = {
        "exact": "in training in one version or the other",
        "near": "nearly so",
        "families": "families on both sides",
    }
    found = [f"{crossing[kind]} {what}" for kind, what in known.items() if crossing[kind]]
    return f"tasks ({', '.join(found)})" if found else "held-out tasks"


def _cell(value: dict[str, float] | None) -> str:
    if value is None:
        return "–"
    return f"{100 * value['value']:.1f} ({100 * value['low']:.0f}–{100 * value['high']:.0f})"
