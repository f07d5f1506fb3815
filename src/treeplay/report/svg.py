"""Plots as inline SVG: nothing is loaded, nothing runs, and they print well.

Colours come from the page's style sheet by class name, so light and dark pages both stay readable.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 460, 210, 42, 28, 8


@dataclass(frozen=True)
class Bar:
    """One share with its interval, all in [0, 1]."""

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
    """A line plot over optimiser steps: points (x, y) by series name; empty if no series has two points."""
    shown = {name: list(points) for name, points in series.items() if len(points) > 1}
    if not shown:
        return Markup("")
    xs = [x for points in shown.values() for x, _ in points]
    ys = [y for points in shown.values() for _, y in points]
    across, up = ticks(min(xs), max(xs)), ticks(min(ys), max(ys))
    x_low, x_high, y_low, y_high = min(xs), max(xs), min(up[0], *ys), max(up[-1], *ys)
    x_scale = (WIDTH - LEFT - 8) / ((x_high - x_low) or 1)
    y_scale = (HEIGHT - TOP - BOTTOM) / ((y_high - y_low) or 1)

    def column(x: float) -> float:
        return LEFT + (x - x_low) * x_scale

    def row(y: float) -> float:
        return HEIGHT - BOTTOM - (y - y_low) * y_scale

    parts = [_tick(row(value), value) for value in up]
    parts += [
        Markup('<text class="axis" x="{:.1f}" y="{}" text-anchor="middle">{:g}</text>').format(
            column(value), HEIGHT - 13, value
        )
        for value in across
        if x_low <= value <= x_high
    ]
    parts.append(Markup('<text class="axis" x="{}" y="{}" text-anchor="end">step</text>').format(WIDTH - 8, HEIGHT - 2))
    for number, (name, points) in enumerate(shown.items()):
        path = " ".join(f"{column(x):.1f},{row(y):.1f}" for x, y in points)
        parts.append(
            Markup('<polyline class="line s{}" points="{}"><title>{}</title></polyline>').format(number % 6, path, name)
        )
    return _caption(title) + _svg(parts, HEIGHT) + _legend(list(shown))


def ticks(low: float, high: float) -> list[float]:
    """Three to seven round values that cover a range.

    >>> ticks(0.07, 3.9)
    [0.0, 1.0, 2.0, 3.0, 4.0]
    """
    if high <= low:
        low, high = low - 1, high + 1
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(each * power for each in (1, 2, 5, 10) if each * power >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 12) for number in range(first, last + 1)]


def bars(title: str, groups: Sequence[Bar], names: Sequence[str]) -> Markup:
    """Shares with their intervals on a scale from 0 to 100 %, one row each; a label begins a group."""
    if not groups:
        return Markup("")
    row, gap, left = 13, 7, 84
    scale = WIDTH - left - 22
    ys: list[int] = []
    for bar in groups:
        ys.append(ys[-1] + row + (gap if bar.label else 0) if ys else 12)
    bottom = ys[-1] + 10
    parts = [
        Markup(
            '<line class="grid" x1="{0:.1f}" x2="{0:.1f}" y1="4" y2="{1}"/>'
            '<text class="axis" x="{0:.1f}" y="{2}" text-anchor="middle">{3} %</text>'
        ).format(left + share * scale, bottom, bottom + 12, round(100 * share))
        for share in (0, 0.25, 0.5, 0.75, 1)
    ]
    for y, bar in zip(ys, groups, strict=True):
        parts.append(
            Markup(
                '<g><title>{}</title><text class="axis" x="{}" y="{}" text-anchor="end">{}</text>'
                '<line class="whisker s{}" x1="{:.1f}" x2="{:.1f}" y1="{}" y2="{}"/>'
                '<circle class="bar s{}" cx="{:.1f}" cy="{}" r="3.6"/></g>'
            ).format(
                bar.title,
                left - 8,
                y + 3,
                bar.label,
                bar.series % 6,
                left + bar.low * scale,
                left + bar.high * scale,
                y,
                y,
                bar.series % 6,
                left + bar.value * scale,
                y,
            )
        )
    return _caption(title) + _svg(parts, bottom + 18) + _legend(names)


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
    parts = []
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
    return _caption(title) + _svg(parts, height)


def _svg(parts: Sequence[Markup], height: int) -> Markup:
    start = Markup('<svg viewBox="0 0 {} {}" role="img">').format(WIDTH, height)
    return start + Markup("").join(parts) + Markup("</svg>")


def _caption(title: str) -> Markup:
    return Markup('<p class="caption">{}</p>').format(title)


def _tick(y: float, value: float) -> Markup:
    return Markup(
        '<line class="grid" x1="{}" x2="{}" y1="{:.1f}" y2="{:.1f}"/>'
        '<text class="axis" x="{}" y="{:.1f}" text-anchor="end">{}</text>'
    ).format(LEFT, WIDTH - 8, y, y, LEFT - 5, y + 3, f"{value:.4g}")


def _legend(names: Sequence[str]) -> Markup:
    spans = [Markup('<span class="key s{}">{}</span>').format(i % 6, escape(name)) for i, name in enumerate(names)]
    return Markup('<p class="legend">') + Markup(" ").join(spans) + Markup("</p>")
