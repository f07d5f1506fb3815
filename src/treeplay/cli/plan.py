"""The table that `treeplay train --dry-run` prints."""

from __future__ import annotations

from datetime import timedelta

from rich.console import Console
from rich.table import Table

from treeplay.config.run import RunSettings


def print_plan(settings: RunSettings, console: Console) -> None:
    """Plans a run and prints what it will take."""
    from treeplay.train.plan import plan

    found = plan(settings)
    table = Table(title=f"{settings.name}: what it will take (an estimate; nothing was trained)", show_header=False)
    source = "its own tokenizer" if found.has_tokenizer else "the length of the text; its tokenizer is not here"
    table.add_row(
        "model",
        f"{settings.model.path}, {found.parameters / 1e6:,.0f}M parameters, {found.trainable / 1e6:,.1f}M trained",
    )
    table.add_row("learns from", f"{found.tasks} tasks, {found.nodes} decision nodes (counted with {source})")
    drawn = f"each samples about {found.sampled_tokens:,} tokens" if found.sampled_tokens else "nothing is sampled"
    table.add_row("self-play", f"{settings.rounds} round{'s' if settings.rounds != 1 else ''}, {drawn}")
    for phase, count in found.gradient_tokens.items():
        steps = f", {found.steps[phase]} optimiser steps" if phase in found.steps else ""
        table.add_row(phase, f"about {count:,} gradient tokens{steps}")
    memory = f"about {found.memory_gib:.1f} GiB beside Python's own; this machine has {found.machine_gib:.1f}"
    table.add_row("memory", f"[yellow]{memory}[/yellow]" if found.memory_gib > found.machine_gib else memory)
    table.add_row("this machine", f"{found.flops_per_s / 1e9:,.0f} GFLOP/s on a matrix product")
    for stage, seconds in found.seconds.items():
        table.add_row(f"time, {stage}", str(timedelta(seconds=round(seconds))))
    table.add_row(
        "time in all", f"{timedelta(seconds=round(sum(found.seconds.values())))}, without judging and measuring"
    )
    console.print(table)
