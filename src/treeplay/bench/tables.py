"""Tables for the terminal: figures with their intervals and denominators, never a number alone."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from treeplay.bench.compare import Comparison
from treeplay.bench.results import Results
from treeplay.bench.statistics import Difference, Estimate

_NOT_A_SHARE = frozenset({"mean_tokens"})
_LEVEL = 0.05


def results_table(results: Results) -> Table:
    """One model's figures."""
    table = Table(title=Text(f"{results.model} on {results.suite}"), title_justify="left")
    table.add_column("metric")
    for heading in ("value", "95% interval", "samples", "tasks"):
        table.add_column(heading, justify="right")
    for name, found in results.metrics.items():
        interval = f"{_number(name, found.low)} to {_number(name, found.high)}"
        table.add_row(name, _number(name, found.value), interval, str(found.n), str(found.tasks))
    return table


def comparison_tables(comparison: Comparison) -> Sequence[Table]:
    """All models' figures, and their differences to the baseline where there is more than one model."""
    names = list(dict.fromkeys(name for found in comparison.metrics.values() for name in found))
    figures = _table(f"{comparison.suite}: {comparison.tasks} tasks, 95% intervals", comparison.metrics)
    for name in names:
        cells = [found.get(name) for found in comparison.metrics.values()]
        figures.add_row(name, *(_figure(name, cell) if cell else "–" for cell in cells))
    if not comparison.differences:
        return [figures]
    differences = _table(
        f"difference to {comparison.baseline}, paired by task; p by Holm over the models", comparison.differences
    )
    for name in names:
        rows = [found.get(name) for found in comparison.differences.values()]
        differences.add_row(name, *(_difference(name, cell) if cell else "–" for cell in rows))
    return [figures, differences]


def left_out_note(comparison: Comparison) -> str | None:
    """What to say where the models did not answer the same tasks."""
    if not any(comparison.left_out.values()):
        return None
    counts = ", ".join(f"{count} of {model}" for model, count in comparison.left_out.items() if count)
    return f"compared on the {comparison.tasks} tasks that all models answered; left out: {counts}"


def _table(title: str, models: dict[str, dict[str, Estimate]] | dict[str, dict[str, Difference]]) -> Table:
    table = Table(title=Text(title), title_justify="left")
    table.add_column("metric")
    for model in models:
        table.add_column(Text(model), justify="right")
    return table


def _figure(name: str, found: Estimate) -> str:
    span = f"{_number(name, found.low)} to {_number(name, found.high)}"
    return f"{_number(name, found.value)} ({span}; n={found.n})"


def _difference(name: str, found: Difference) -> str:
    span = f"{_number(name, found.low, sign=True)} to {_number(name, found.high, sign=True)}"
    p = found.p if found.p_holm is None else found.p_holm
    mark = " *" if p < _LEVEL else ""
    return f"{_number(name, found.diff, sign=True)} ({span}; p={p:.3g}){mark}"


def power_note(comparison: Comparison, metric: str = "func_sec@1") -> str | None:
    """Where a difference is noise: how many tasks like these would show one of 5 points."""
    found = {model: own[metric] for model, own in comparison.differences.items() if metric in own}
    needed = {model: value.tasks_needed() for model, value in found.items() if value.is_noise and value.spread}
    if not needed:
        return None
    counts = ", ".join(f"{count} tasks for {model}" for model, count in needed.items())
    return f"{metric}: to see 5 points four times out of five takes {counts}; here are {comparison.tasks}"


def _number(name: str, value: float, *, sign: bool = False) -> str:
    form = "+.1f" if sign else ".1f"
    return format(value, form) if name in _NOT_A_SHARE else format(100 * value, form) + "%"
