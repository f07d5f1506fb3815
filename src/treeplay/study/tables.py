"""A study in the terminal: figures, differences, what they cost, and how much they can show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from rich.table import Table
from rich.text import Text

from treeplay.study.figures import PAIRED

Part = Table | Text


def study_tables(results: Mapping[str, Any]) -> Iterator[Part]:
    """What to print of `results.json`: each suite's figures and differences, then cost and what is missing."""
    yield Text(f"{results['study']}: {results['question']}")
    for name, found in suites_of(results).items():
        yield from _suite(name, found, results)
    yield _cost(results["cost"])
    if results["missing"]:
        yield Text(f"not finished: {', '.join(results['missing'])}", style="yellow")
    if results["unrun"]:
        yield Text(unrun_note(results["unrun"]), style="yellow")


def unrun_note(counts: Mapping[str, int]) -> str:
    """What is said of answers whose tests could not be run."""
    arms = ", ".join(f"{arm} {count}" for arm, count in counts.items())
    return f"answers whose tests could not be run, counted as not working: {arms}; run the study again"


def weakness_tables(results: Mapping[str, Any], width: int = 80) -> Iterator[Part]:
    """Each suite's figures weakness by weakness: what works and is secure, of what works, for every arm.

    Args:
        width: columns of the terminal; arms that do not fit beside each other follow in a table of their own.
    """
    for name, found in suites_of(results).items():
        arms = list(found["arms"])
        beside = max(1, (width - 20) // (3 + max(9, *map(len, arms))))
        for at in range(0, len(arms), beside):
            yield _weaknesses(f"{name}: % that works and is secure / % that works", found, arms[at : at + beside])


def _weaknesses(title: str, found: Mapping[str, Any], arms: Sequence[str]) -> Table:
    table = Table(title=Text(title), title_justify="left")
    for heading in ("weakness", "tasks", *arms):
        table.add_column(heading, justify="left" if heading == "weakness" else "right", no_wrap=True)
    for cwe, own in found["by_cwe"].items():
        table.add_row(cwe, str(own["tasks"]), *(_two(own["arms"].get(arm, {})) for arm in arms))
    return table


def _two(value: Mapping[str, Any]) -> str:
    """Two shares; nothing where the weakness has no tests."""
    if "func_sec@1" not in value:
        return "–"
    return f"{100 * value['func_sec@1']['value']:.0f} / {100 * value['func@1']['value']:.0f}"


def suites_of(results: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Every suite's figures, the main one's first."""
    main = {results["suite"]: results} if "arms" in results else {}
    return {**main, **results["suites"]}


def _suite(name: str, found: Mapping[str, Any], results: Mapping[str, Any]) -> Iterator[Part]:
    metrics = [metric for metric in PAIRED if any(metric in arm for arm in found["arms"].values())]
    audit = results["audit"].get(name, {})
    shared = ", ".join(f"{audit.get(kind, 0)} {kind}" for kind in ("exact", "near", "families"))
    title = (
        f"{name}: {found['tasks']} tasks, {results['seeds']} seed(s); % with 95 % interval; in training too: {shared}"
    )
    yield _table(
        title, "arm", metrics, {arm: [_figure(own.get(m)) for m in metrics] for arm, own in found["arms"].items()}
    )
    if found["paired"]:
        rows = {pair: [_difference(own.get(m)) for m in metrics] for pair, own in found["paired"].items()}
        yield _table("differences in points, paired by task; * p < 0.05 by Holm over this table", "pair", metrics, rows)
        for note in (family_note(found), power_note(found)):
            if note:
                yield Text(note)


def family_note(found: Mapping[str, Any], metric: str = "func_sec@1") -> str | None:
    """The differences with families drawn in place of tasks; none where every task is a family of its own."""
    cells = {pair: own[metric] for pair, own in found.get("by_family", {}).items() if metric in own}
    count = max((value["families"] for value in cells.values()), default=found["tasks"])
    if count == found["tasks"]:
        return None
    values = ", ".join(f"{pair} {_points(value)}" for pair, value in cells.items())
    return f"{metric} with families drawn in place of tasks (here are {count}): {values}"


def power_note(found: Mapping[str, Any], metric: str = "func_sec@1") -> str | None:
    """How many tasks would show 5 points, beside how many there are."""
    needed = {pair: own[metric] for pair, own in found["power"].items() if metric in own}
    if not needed:
        return None
    counts = ", ".join(f"{value['tasks_for_5_points']} for {pair}" for pair, value in needed.items())
    return f"{metric}: tasks needed to see 5 points four times out of five: {counts}; here are {found['tasks']}"


def _cost(cost: Mapping[str, Any]) -> Table:
    table = Table(title="cost, all seeds", title_justify="left")
    for heading in ("arm", "gradient tokens a run", "sampled: branches", "answers", "training", "measuring", "memory"):
        table.add_column(heading, justify="left" if heading == "arm" else "right")
    for arm, own in cost["arms"].items():
        tokens = list(own["gradient_tokens"].values())
        table.add_row(
            arm,
            f"{sum(tokens) // len(tokens):,}" if tokens else "–",
            f"{own['sampled_tokens']['branches']:,}",
            f"{own['sampled_tokens']['answers']:,}",
            f"{own['train']['cpu_s']:,.0f} CPU s",
            f"{own['measure']['cpu_s']:,.0f} CPU s",
            f"{max(own['train']['peak_memory_gib'], own['measure']['peak_memory_gib']):.1f} GiB",
        )
    whole = cost["total"]
    time = timedelta(seconds=round(whole["wall_s"]))
    gpu = f"{whole['gpu_s']:,.0f} GPU s ({whole['peak_gpu_gib']:.1f} GiB), " if whole["gpu_s"] else ""
    table.caption = f"in all {whole['cpu_s']:,.0f} CPU s, {gpu}{time} of time"
    return table


def _table(title: str, first: str, metrics: list[str], rows: Mapping[str, list[str]]) -> Table:
    table = Table(title=Text(title), title_justify="left")
    table.add_column(first)
    for metric in metrics:
        table.add_column(metric, justify="right")
    for name, cells in rows.items():
        table.add_row(name, *cells)
    return table


def _figure(value: Mapping[str, float] | None) -> str:
    if value is None:
        return "–"
    return f"{100 * value['value']:.1f} ({100 * value['low']:.0f} to {100 * value['high']:.0f}; n={value['n']})"


def _difference(value: Mapping[str, float] | None) -> str:
    if value is None:
        return "–"
    return _points(value) + (" *" if value["p_holm"] < 0.05 else "")


def _points(value: Mapping[str, float]) -> str:
    return f"{100 * value['diff']:+.1f} ({100 * value['low']:+.1f} to {100 * value['high']:+.1f})"
