"""What a node inside a branch teaches."""

from __future__ import annotations

from treeplay.judge.policy import JudgePolicy
from treeplay.judge.schema import Verdict
from treeplay.train.forest import Forest
from treeplay.train.lessons import is_mastered
from treeplay.tree.pack import Extent
from treeplay.tree.recovery import Preference, recoveries
from treeplay.tree.schema import Branch, Node, Tree
from treeplay.tree.weigh import weigh


def way(ids: tuple[int, ...], verdict: Verdict, *, count: int = 1) -> Branch:
    return Branch(node=0, ids=ids, text="", source="opponent", reject=1, verdict=verdict, count=count)


def a_tree(verdict: Verdict, *inner: Branch, rejected: Extent = "statement", sampled: int = 4) -> Tree:
    """One branch of ids 7 8 9 10 with a node at the 9."""
    node = Node(position=5, end=6, policy="risk", sampled=sampled)
    branch = way((7, 8, 9, 10), verdict).model_copy(update={"nodes": (node,), "branches": inner})
    root = Node(position=3, end=4, policy="diff", sampled=1)
    tree = Tree(task_id="t", prompt_ids=(1, 2), golden_ids=(3, 4), nodes=(root,), branches=(branch,))
    return weigh(tree, JudgePolicy(), rejected=rejected)


def preferences(tree: Tree) -> list[Preference]:
    return [each for one in recoveries(tree.branches[0], 3) for each in one.preferences]


def test_a_secure_sibling_is_preferred_to_the_mistake_and_to_its_siblings() -> None:
    tree = a_tree("vulnerable", way((20, 1), "secure"), way((30, 1), "vulnerable", count=2), way((40, 1), "broken"))
    assert preferences(tree) == [Preference(1, 0, 1.0), Preference(1, 2, 2.0)]


def test_a_secure_branch_is_preferred_to_a_mistake_inside_it() -> None:
    tree = a_tree("secure", way((30, 1), "vulnerable"))
    assert preferences(tree) == [Preference(0, 1, 1.0)]
    assert not is_mastered(tree)


def test_a_rejected_way_is_shared_over_the_secure_ones_by_their_count() -> None:
    tree = a_tree("broken", way((20, 1), "secure", count=3), way((21, 1), "secure"), way((30, 1), "vulnerable"))
    assert preferences(tree) == [Preference(1, 3, 0.75), Preference(2, 3, 0.25)]


def test_without_a_secure_or_a_rejected_way_nothing_is_taught() -> None:
    for verdict, inner in (("vulnerable", way((30, 1), "unknown")), ("broken", way((20, 1), "secure"))):
        tree = a_tree(verdict, inner)  # type: ignore[arg-type]
        assert preferences(tree) == []
    assert is_mastered(tree)


def test_ways_that_begin_with_the_same_statement_do_not_part_at_the_node() -> None:
    """(20, …) ends secure once and vulnerable once: it is rejected by half, but never against itself."""
    tree = a_tree("broken", way((20, 1), "secure"), way((20, 2), "vulnerable"), way((21, 1), "secure"))
    (found,) = recoveries(tree.branches[0], 3)
    assert found.preferences == (Preference(3, 2, 1.0),)
    assert found.samples == 2  # so that its weight is a half


def test_summary_counts_what_was_led_back() -> None:
    erring = a_tree("vulnerable", way((20, 1), "secure", count=2), way((30, 1), "broken"))
    fine = a_tree("secure", way((20, 1), "secure"))
    found = Forest((erring, fine)).summary()
    # After the mistake four were drawn, two of them ended secure; one stayed on the branch.
    assert (found["deep_nodes"], found["deep_sampled"], found["recovered_share"]) == (2, 8, 0.5)
    assert (found["deep_nodes_with_pairs"], found["deep_pairs"]) == (1, 1)


def test_trees_of_before_are_still_read() -> None:
    record = {
        "task_id": "t", "prompt_ids": [1], "golden_ids": [2],
        "nodes": [{"position": 1, "end": 2, "policy": "diff"}],
        "branches": [{"node": 0, "ids": [3], "text": "", "source": "opponent", "reject": 1}],
    }  # fmt: skip
    tree = Tree.model_validate(record)
    assert tree.branches[0].branches == ()
    assert tree.model_dump(mode="json", exclude_defaults=True) == record
