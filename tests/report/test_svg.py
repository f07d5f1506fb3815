"""Plots: round ticks that cover what is drawn, and everything inside the picture."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treeplay.report.svg import WIDTH, Bar, bars, lines, ticks


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.07, 3.9, [0, 1, 2, 3, 4]),
        (2, 2, [1, 1.5, 2, 2.5, 3]),
        (-0.92, 16, [-5, 0, 5, 10, 15, 20]),
        (1, 39, [0, 10, 20, 30, 40]),
    ],
)
def test_ticks_are_round_and_cover_the_range(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == pytest.approx(expected)


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_ticks_are_few_for_any_range(low: float, width: float) -> None:
    found = ticks(low, low + width)
    assert 3 <= len(found) <= 8
    slack = 1e-6 * width + 1e-12 * abs(low)  # a narrow range far from 0 has few numbers to round to
    assert found[0] <= low + slack and low + width <= found[-1] + slack


def test_lines_stay_inside_the_picture() -> None:
    plot = lines("loss", {"round 1": [(1, 5.0), (2, 0.3)], "control": [(1, 4.0), (30, -2.0)]})
    points = re.findall(r"([\d.]+),([\d.-]+)", " ".join(re.findall(r'points="([^"]+)"', plot)))
    assert len(points) == 4
    height = float(re.findall(r"viewBox=\"0 0 \d+ (\d+)", plot)[0])
    assert all(0 <= float(x) <= WIDTH and 0 <= float(y) <= height for x, y in points)
    assert lines("loss", {"one point": [(1, 5.0)]}) == ""


def test_bars_mark_value_and_interval_on_one_scale() -> None:
    plot = bars("by weakness", [Bar("CWE-078", 0.5, 0.25, 1.0, 0, "base")], ["base"])
    marks = {share: x for x, share in re.findall(r'<text class="axis" x="([\d.]+)"[^>]*>(\d+) %', plot)}
    assert re.findall(r'cx="([\d.]+)"', plot) == [marks["50"]]
    assert re.findall(r'whisker s0" x1="([\d.]+)" x2="([\d.]+)"', plot) == [(marks["25"], marks["100"])]
