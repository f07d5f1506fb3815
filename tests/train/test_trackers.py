"""What trackers call runs."""

from __future__ import annotations

from pathlib import Path

from treeplay.train.metrics import tracked_as


def test_trackers_tell_seeds_of_an_arm_apart_and_know_a_run_again(tmp_path: Path) -> None:
    one, other = (tmp_path / "arms" / "tsp" / seed for seed in ("seed-0", "seed-1"))
    assert tracked_as(one, "tsp").startswith("tsp-seed-0-")
    assert tracked_as(one, "tsp") == tracked_as(one / ".." / "seed-0", "tsp") != tracked_as(other, "tsp")
    assert tracked_as(tmp_path / "mine", "mine").count("mine") == 1
