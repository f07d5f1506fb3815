"""`treeplay train`: from secure examples to a hardened model."""

from __future__ import annotations

from pathlib import Path

import typer

PRESET = typer.Argument("default", help="A preset's name (`treeplay config list`) or a YAML file.")
OVERRIDES = typer.Argument(None, help="Dotted overrides, e.g. `optim.lr=1e-4 nodes.policies=[diff]`.")
RUNS = typer.Option(Path("runs"), "--runs", help="Where runs lie; this one is the folder `<runs>/<name>`.")


def train(
    preset: str = PRESET,
    overrides: list[str] | None = OVERRIDES,
    runs: Path = RUNS,
    dry_run: bool = typer.Option(False, "--dry-run", help="Print tokens, steps, memory and time; train nothing."),
) -> None:
    """Train a model: warm start on the golden paths, then rounds of self-play.

    Takes a model (model.path) and tasks (corpus.source); leaves the hardened model in
    `<runs>/<name>/rounds/<last>/model`, beside `metrics.jsonl` and each round's `trees.jsonl`. Interrupt it whenever
    you like; the same command goes on where it was.

        treeplay train default
        treeplay train default name=lora8 adapter.rank=8 rounds=3
        treeplay train paper --dry-run

    Next: `treeplay bench generate --model` with that folder, then `treeplay report`. `treeplay config show` explains
    every setting.
    """
    from rich.console import Console

    from treeplay.config.load import load_settings

    settings = load_settings(preset, overrides or ())
    console = Console()
    if dry_run:
        from treeplay.cli.plan import print_plan

        print_plan(settings, console)
        return
    from treeplay.cli.progress import Terminal
    from treeplay.train.folder import RunFolder
    from treeplay.train.rounds import train as run_training

    folder = RunFolder(runs / settings.name)
    trained = run_training(settings, folder, Terminal(console))
    console.print(f"player: {trained.player}", highlight=False, soft_wrap=True)
