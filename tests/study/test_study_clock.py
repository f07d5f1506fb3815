"""The time that is left of a study: what is planned, at the pace of all who work at it."""

from __future__ import annotations

import time

import pytest

from treeplay.cli.study import _Clock


def test_time_left_follows_the_pace_of_all_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    clock = _Clock({"before": 50.0, "mine": 10.0, "another's": 30.0, "last": 40.0})
    assert clock.left({"mine", "another's", "last"}) == 80.0  # nothing is measured yet: the plan's seconds
    now = 105.0
    assert clock.left({"mine", "another's", "last"}) == 80.0
    now = 120.0  # 40 planned seconds took 20, since another process did a part
    assert clock.left({"last"}) == 20.0
    assert clock.left(set()) == 0.0
