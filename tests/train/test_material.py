"""What the warm start learns from and what self-play meets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from treeplay.corpus.schema import Task
from treeplay.train.material import divide
from treeplay.tree.path import GoldenPath


def a_path(number: int, family: str) -> GoldenPath:
    return GoldenPath(Task(id=f"t{number}", instruction="Do it.", family=family), (1,), (), ())


@given(families=st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=40), share=st.floats(0.05, 0.95))
def test_divide_keeps_families_whole_and_loses_no_task(families: list[str], share: float) -> None:
    paths = [a_path(number, family) for number, family in enumerate(families)]
    learned, unseen = divide(paths, share)
    if len(learned) == len(unseen) == len(paths):
        return  # could not be divided: one side would be empty
    assert sorted(p.task.id for p in (*learned, *unseen)) == sorted(p.task.id for p in paths)
    assert not {p.task.family for p in learned} & {p.task.family for p in unseen}
    assert len(learned) <= share * len(paths)


def test_divide_at_1_or_of_one_family_gives_everything_to_both() -> None:
    paths = [a_path(0, "a"), a_path(1, "a"), a_path(2, "b")]
    assert divide(paths, 1.0) == (paths, paths)
    assert divide(paths[:2], 0.5) == (paths[:2], paths[:2])
    assert divide(paths, 0.7) == (paths[:2], paths[2:])
