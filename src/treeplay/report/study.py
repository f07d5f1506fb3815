"""The report of a study: one HTML file that opens offline and runs no script, made of `results.json` alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from markupsafe import Markup

from treeplay import __version__
from treeplay.files import dump_json, parse_json, write_whole
from treeplay.locks import locked
from treeplay.report import svg
from treeplay.report.page import HEADLINE, template
from treeplay.study.figures import BY_TASK, PAIRED
from treeplay.study.tables import power_note, suites_of, unrun_note


def write_study_report(folder: Path, results: Mapping[str, Any]) -> Path:
    """Writes `report.html` into a study's folder and returns its path.

    Raises:
        BusyError: another process is writing a report there.
    """
    path = folder / "report.html"
    settings = folder / "study.json"
    page = render(results, parse_json(settings.read_bytes(), where=str(settings)))
    with locked(folder, "report", patience_s=60):
        write_whole(path, page)
    return path


def render(results: Mapping[str, Any], settings: Mapping[str, Any]) -> str:
    """The page of a study as text."""
    filters: dict[str, Callable[..., Any]] = {
        "percent": _percent,
        "points": _points,
        "duration": _duration,
        "shares": shares,
        "forest": _forest,
        "bars": _bars,
    }
    return template("study.html", filters).render(
        title=results["study"],
        results=results,
        suites=suites_of(results),
        meaning=dict(HEADLINE),
        paired=PAIRED,
        by_task=BY_TASK,
        power=power_note,
        unrun=unrun_note,
        settings=dump_json(settings, indent=2),
        version=__version__,
    )


def _percent(value: Mapping[str, Any] | None) -> Markup:
    if value is None:
        return Markup('<td class="none">–</td>')
    low, middle, high = (f"{100 * value[name]:.1f}" for name in ("low", "value", "high"))
    return Markup("<td><b>{}</b> %<br><small>{} to {}, n = {}</small></td>").format(middle, low, high, value["n"])


def shares(value: Mapping[str, Any]) -> Markup:
    """A bar of what works, and within it of what is secure too; the numbers beside it."""
    if "func_sec@1" not in value:
        return Markup('<td class="none">–</td>')
    secure, works = (100 * value[name]["value"] for name in ("func_sec@1", "func@1"))
    bar = Markup('<span style="width:{:.0f}%"></span><b style="width:{:.0f}%"></b>').format(works, secure)
    return Markup('<td><span class="share">{}</span>{:.0f} / {:.0f}</td>').format(bar, secure, works)


def _points(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:+.1f}"


def _duration(seconds: float) -> str:
    return str(timedelta(seconds=round(seconds)))


def _bars(found: Mapping[str, Any], metric: str) -> Markup:
    """One metric of all arms, with intervals."""
    bars = [
        svg.Bar(
            arm,
            own[metric]["value"],
            own[metric]["low"],
            own[metric]["high"],
            number,
            f"{arm}: {100 * own[metric]['value']:.1f} %",
        )
        for number, (arm, own) in enumerate(found["arms"].items())
        if metric in own
    ]
    return svg.bars(metric, bars, ())


def _forest(found: Mapping[str, Any], metric: str) -> Markup:
    """The differences of one metric with their intervals, around 0."""
    rows = [
        svg.Gap(pair, own[metric]["diff"], own[metric]["low"], own[metric]["high"])
        for pair, own in found["paired"].items()
        if metric in own
    ]
    return svg.gaps(f"difference in points: {metric}", rows)
