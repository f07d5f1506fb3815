"""The report of a run: one HTML file that opens offline, runs no script and shows generated code only escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from treeplay import __version__
from treeplay.bench.statistics import Estimate
from treeplay.files import write_whole
from treeplay.locks import locked
from treeplay.report import svg
from treeplay.report.drawing import branches_at, draw
from treeplay.report.gather import RunRecord, ShownTree, SuiteRecord, gather

HEADLINE = (
    ("func_sec@1", "works and is secure"),
    ("spr_strict@1", "secure, broken counted as failed"),
    ("func@1", "works"),
    ("sec_given_func@1", "secure among what works"),
    ("spr@1", "not flagged among what parses (the paper's SPR@1)"),
    ("parse_rate", "parses"),
    ("unknown_rate", "undecided"),
    ("mean_tokens", "tokens an answer"),
    ("repetition", "repeated lines"),
)
PAIRED = ("func_sec@1", "spr_strict@1", "func@1", "sec_given_func@1")
_CURVES = (
    ("loss", ("loss",)),
    ("margin", ("margin",)),
    ("golden path: -log-likelihood a token", ("nll",)),
    ("log-ratio to the opponent, chosen and rejected", ("chosen", "rejected")),
)


def write_report(folder: Path) -> Path:
    """Writes `report.html` into a run's folder and returns its path.

    Raises:
        RunError: the folder holds no run.
        BusyError: another process is writing a report there.
    """
    path = folder / "report.html"
    page = render(gather(folder))
    with locked(folder, "report"):  # beside a run that goes on: a report only reads what that writes
        write_whole(path, page)
    return path


def render(record: RunRecord) -> str:
    """The page of a run as text."""
    filters: dict[str, Callable[..., Any]] = {
        "estimate": _estimate,
        "card": _card,
        "paired": _paired,
        "cwe_bars": _cwe_bars,
    }
    return template("report.html", filters).render(
        run=record,
        version=__version__,
        headline=HEADLINE,
        curves=_curves(record),
        forests=_forests(record),
        trees=[_TreeView(shown) for shown in record.trees],
        settings=record.manifest.get("settings", {}),
    )


def template(name: str, filters: Mapping[str, Callable[..., Any]]) -> Template:
    """A page's template: everything that it is given is escaped, and a name that it lacks is an error."""
    environment = Environment(
        loader=PackageLoader("treeplay.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= filters
    return environment.get_template(name)


def _estimate(value: Estimate | None, name: str) -> Markup:
    if value is None:
        return Markup('<td class="none">–</td>')
    scale = 1 if name == "mean_tokens" else 100
    low, middle, high = (f"{scale * x:.1f}" for x in (value.low, value.value, value.high))
    unit = "" if name == "mean_tokens" else " %"
    return Markup("<td><b>{}</b>{}<br><small>{} to {}, n = {}</small></td>").format(middle, unit, low, high, value.n)


def _card(value: Estimate | None, model: str) -> Markup:
    if value is None:
        return Markup('<p>{}</p><p class="big">–</p><p><small>not measured</small></p>').format(model)
    low, middle, high = (f"{100 * x:.1f}" for x in (value.low, value.value, value.high))
    return Markup('<p>{}</p><p class="big">{} %</p><p><small>works and is secure; {} to {}, n = {}</small></p>').format(
        model, middle, low, high, value.n
    )


def _paired(record: SuiteRecord) -> list[dict[str, Any]]:
    """The last model against each other one, metric by metric, in points."""
    rows = []
    for baseline, comparison in record.paired.items():
        for model, differences in comparison.differences.items():
            for name in PAIRED:
                if name in differences:
                    found = differences[name]
                    rows.append(
                        {
                            "who": f"{model} − {baseline}",
                            "metric": name,
                            "diff": 100 * found.diff,
                            "low": 100 * found.low,
                            "high": 100 * found.high,
                            "is_noise": found.low <= 0 <= found.high,
                        }
                    )
    return rows


def _curves(record: RunRecord) -> list[Markup]:
    plots = []
    for title, keys in _CURVES:
        series: dict[str, list[tuple[float, float]]] = {}
        for line in record.steps:
            for key in keys:
                if key in line:
                    name = line["phase"] if len(keys) == 1 else f"{line['phase']}: {key}"
                    series.setdefault(name, []).append((line["step"], line[key]))
        plots.append(svg.lines(title, series))
    return [plot for plot in plots if plot]


def _forests(record: RunRecord) -> list[dict[str, Any]]:
    counts = {"early": 0, "elsewhere": 0}  # which runs of before do not have
    return [{**counts, **line, "share": 100 * line["vulnerable_share"]} for line in record.forests]


def _cwe_bars(record: SuiteRecord) -> Markup:
    cwes = sorted({cwe for groups in record.by_cwe.values() for cwe in groups})
    found: list[svg.Bar] = []
    for cwe in cwes:
        for number, name in enumerate(record.models):
            value = record.by_cwe.get(name, {}).get(cwe, {}).get("func_sec@1")
            if value:
                low, high = 100 * value["low"], 100 * value["high"]
                title = f"{name}: {100 * value['value']:.0f} % ({low:.0f} to {high:.0f}), n = {value['n']}"
                found.append(
                    svg.Bar(cwe if number == 0 else "", value["value"], value["low"], value["high"], number, title)
                )
    return svg.bars("works and is secure, by weakness", found, record.models)


class _TreeView:
    """A tree as the page draws it: the golden program line by line, branches under the line of their node."""

    def __init__(self, shown: ShownTree) -> None:
        self.task, self.tree, self.round = shown.task, shown.tree, shown.round
        self.picture = draw(shown.tree, len((shown.task.prefix + shown.task.golden).splitlines()))
        self.lines = [
            {"number": number, "text": text, "nodes": self._nodes(number)}
            for number, text in enumerate((shown.task.prefix + shown.task.golden).splitlines(), start=1)
        ]

    def _nodes(self, line: int) -> list[dict[str, Any]]:
        return [
            {"node": node, "branches": self._branches(index)}
            for index, node in enumerate(self.tree.nodes)
            if node.line == line
        ]

    def _branches(self, node: int) -> Sequence[dict[str, Any]]:
        """Branches of a node, each with the code that leaves the golden path, the worst first."""
        golden = self.task.golden
        return [
            {"branch": branch, "code": _departure(golden, branch.text), "logp": sum(branch.logps[: branch.reject])}
            for branch in branches_at(self.tree, node)
        ]


def _departure(golden: str, text: str) -> str:
    """A branch's lines from the first that differs from the golden path."""
    ours, theirs = golden.splitlines(), text.splitlines()
    same = 0
    while same < min(len(ours), len(theirs)) and ours[same] == theirs[same]:
        same += 1
    return "\n".join(theirs[same : same + 8]) or "(ends here)"
