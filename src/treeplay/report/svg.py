"""Plots as inline SVG: nothing is loaded, nothing runs, and they print well.

Colours come from the page's style sheet by class name, so light and dark pages both stay readable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 420, 190, 46, 26, 12


@dataclass(frozen=True)
class Bar:
    """One bar with its interval, all in [0, 1]."""

    label: str
    value: float
    low: float
    high: float
    series: int
    title: str


@dataclass(frozen=True)
class Gap:
    """One difference with its interval, all in [-1, 1]."""

    label: str
    diff: float
    low: float
    high: float


def lines(title: str, series: Mapping[str, Sequence[tuple[float, float]]]) -> Markup:
    """A line plot: points (x, y) by series name; empty if no series has two points."""
    shown = {name: list(points) for name, points in series.items() if len(points) > 1}
    if not shown:
        return Markup("")
    xs = [x for points in shown.values() for x, _ in points]
    ys = [y for points in shown.values() for _, y in points]
    x_low, x_high, y_low, y_high = min(xs), max(xs), min(ys), max(ys)
    x_scale = (WIDTH - LEFT - 8) / ((x_high - x_low) or 1)
    y_scale = (HEIGHT - TOP - BOTTOM) / ((y_high - y_low) or 1)

    def place(x: float, y: float) -> str:
        return f"{LEFT + (x - x_low) * x_scale:.1f},{HEIGHT - BOTTOM - (y - y_low) * y_scale:.1f}"

    parts = [_frame(title), _tick(HEIGHT - BOTTOM, y_low), _tick(TOP, y_high)]
    parts.append(Markup('<text class="axis" x="{}" y="{}">{}</text>').format(LEFT, HEIGHT - 10, f"{x_low:g}"))
    parts.append(
        Markup('<text class="axis" x="{}" y="{}" text-anchor="end">{}</text>').format(
            WIDTH - 8, HEIGHT - 10, f"{x_high:g}"
        )
    )
    for number, (name, points) in enumerate(shown.items()):
        path = " ".join(place(x, y) for x, y in points)
        parts.append(
            Markup('<polyline class="line s{}" points="{}"><title>{}</title></polyline>').format(number % 6, path, name)
        )
    return _svg(parts, HEIGHT) + _legend(list(shown))


def bars(title: str, groups: Sequence[Bar], names: Sequence[str]) -> Markup:
    """Horizontal bars with intervals, one row a bar; `names` are the series."""
    if not groups:
        return Markup("")
    row, left = 15, 110
    height = TOP + 14 + row * len(groups)
    parts = [_frame(title)]
    scale = WIDTH - left - 12
    for number, bar in enumerate(groups):
        y = TOP + 10 + row * number
        parts.append(
            Markup('<text class="axis" x="{}" y="{}" text-anchor="end">{}</text>').format(left - 6, y + 9, bar.label)
        )
        parts.append(
            Markup('<rect class="bar s{}" x="{}" y="{}" width="{:.1f}" height="10"><title>{}</title></rect>').format(
                bar.series % 6, left, y, max(bar.value * scale, 0.5), bar.title
            )
        )
        parts.append(
            Markup('<line class="whisker" x1="{:.1f}" x2="{:.1f}" y1="{}" y2="{}"/>').format(
                left + bar.low * scale, left + bar.high * scale, y + 5, y + 5
            )
        )
    return _svg(parts, height) + _legend(names)


def gaps(title: str, rows: Sequence[Gap]) -> Markup:
    """Differences with intervals around a line at 0, one row each."""
    if not rows:
        return Markup("")
    row, left = 16, 130
    height, width = TOP + 26 + row * len(rows), WIDTH - left - 12
    reach = max(0.01, *(abs(bound) for gap in rows for bound in (gap.low, gap.high)))

    def place(value: float) -> str:
        return f"{left + width * (0.5 + value / reach / 2):.1f}"

    bottom = height - 14
    parts = [_frame(title)]
    for value in (-reach, 0.0, reach):
        parts.append(
            Markup(
                '<line class="grid" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>'
                '<text class="axis" x="{0}" y="{3}" text-anchor="middle">{4}</text>'
            ).format(place(value), TOP + 6, bottom, height - 4, f"{100 * value:+.0f}" if value else "0")
        )
    for number, gap in enumerate(rows):
        y = TOP + 16 + row * number
        parts.append(
            Markup(
                '<text class="axis" x="{}" y="{}" text-anchor="end">{}</text>'
                '<line class="whisker" x1="{}" x2="{}" y1="{}" y2="{}"/>'
                '<circle class="bar s3" cx="{}" cy="{}" r="3.2"><title>{}</title></circle>'
            ).format(
                left - 6,
                y + 3,
                gap.label,
                place(gap.low),
                place(gap.high),
                y,
                y,
                place(gap.diff),
                y,
                f"{gap.label}: {100 * gap.diff:+.1f} ({100 * gap.low:+.1f} to {100 * gap.high:+.1f})",
            )
        )
    return _svg(parts, height)


def _svg(parts: Sequence[Markup], height: int) -> Markup:
    start = Markup('<svg viewBox="0 0 {} {}" role="img">').format(WIDTH, height)
    return start + Markup("").join(parts) + Markup("</svg>")


def _frame(title: str) -> Markup:
    return Markup('<text class="title" x="4" y="9">{}</text>').format(title)


def _tick(y: float, value: float) -> Markup:
    return Markup(
        '<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>'
        '<text class="axis" x="{}" y="{}" text-anchor="end">{}</text>'
    ).format(LEFT, WIDTH - 8, y, y, LEFT - 4, y + 3, f"{value:.3g}")


def _legend(names: Sequence[str]) -> Markup:
    spans = [Markup('<span class="key s{}">{}</span>').format(i % 6, escape(name)) for i, name in enumerate(names)]
    return Markup('<p class="legend">') + Markup(" ").join(spans) + Markup("</p>")
