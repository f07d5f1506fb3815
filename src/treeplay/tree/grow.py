"""Growing: the opponent writes branches at the decision nodes of golden paths.

All branches of all nodes of several trees are drawn together. A branch runs on to the end of the function, since only
a whole program can be judged; what training rejects is its first statement or block (`treeplay.tree.branches`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from treeplay.syntax.completion import may_end
from treeplay.tree.branches import BranchMaker, completion_at, distinct, golden_changed
from treeplay.tree.codec import Codec
from treeplay.tree.extent import Extent
from treeplay.tree.path import GoldenPath
from treeplay.tree.sampling import Drawer, Drawn, Request, Sampling
from treeplay.tree.schema import BranchSource, Node, Tree


@dataclass(frozen=True)
class GrowSettings:
    """How branches are drawn and cut."""

    sources: tuple[BranchSource, ...] = ("opponent",)
    n: int = 4
    "Branches drawn at a node."
    extent: Extent = "statement"
    "How far a branch is rejected."
    sampling: Sampling = field(default_factory=Sampling)


@dataclass(frozen=True)
class Sprout:
    """A golden path with the nodes chosen on it."""

    path: GoldenPath
    nodes: tuple[Node, ...]
    unmatched: int = 0
    vulnerable_ids: tuple[int, ...] = ()
    "The same task's vulnerable completion as ids; empty if it has none."


def grow(
    sprouts: Sequence[Sprout],
    settings: GrowSettings,
    drawer: Drawer,
    codec: Codec,
    *,
    stream: str,
    progress: Callable[[int], None] = lambda tokens: None,
) -> list[Tree]:
    """Grows a tree from each sprout.

    Args:
        stream: names the random numbers; the same name gives the same branches.
        progress: called with the tokens each step drew.

    Returns: trees whose branches have no verdict yet, in the order of the sprouts.
    """
    drawn: list[list[tuple[int, Drawn]]] = [[] for _ in sprouts]
    if "opponent" in settings.sources:
        places = _places(sprouts, settings.n)
        requests = [
            Request(tree, sprouts[tree].nodes[node].position, _name(stream, sprouts[tree], node, number))
            for tree, node, number in places
        ]
        trunks = [sprout.path.prompt_ids + sprout.path.golden_ids for sprout in sprouts]
        stop = _stop_rule(sprouts, places, codec)
        found = drawer.draw(trunks, requests, settings.sampling, stop, progress)
        for (tree, node, _), one in zip(places, found, strict=True):
            drawn[tree].append((node, one))
    return [_tree(sprout, mine, settings, codec) for sprout, mine in zip(sprouts, drawn, strict=True)]


Place = tuple[int, int, int]
"A branch to draw: sprout, node and number."


def _places(sprouts: Sequence[Sprout], n: int) -> list[Place]:
    return [
        (tree, node, number)
        for tree, sprout in enumerate(sprouts)
        for node in range(len(sprout.nodes))
        for number in range(n)
    ]


def _name(stream: str, sprout: Sprout, node: int, number: int) -> str:
    return f"{stream}/{sprout.path.task.id}/{sprout.nodes[node].position}/{number}"


def _stop_rule(sprouts: Sequence[Sprout], places: list[Place], codec: Codec) -> Callable[[int, list[int]], bool]:
    def is_complete(index: int, ids: list[int]) -> bool:
        text = codec.decode(ids)
        if not may_end(text, codec.decode(ids[-1:])):
            return False
        tree, node, _ = places[index]
        return completion_at(sprouts[tree].path, sprouts[tree].nodes[node], text).is_ended

    return is_complete


def _tree(sprout: Sprout, drawn: list[tuple[int, Drawn]], settings: GrowSettings, codec: Codec) -> Tree:
    path = sprout.path
    maker = BranchMaker(path, sprout.nodes, settings.extent, codec)
    draws = Counter(node for node, _ in drawn)
    branches, same_as_golden = distinct([maker.sampled(node, one) for node, one in drawn])
    if "vulnerable" in settings.sources:
        branches += maker.vulnerable(sprout.vulnerable_ids)
    return Tree(
        task_id=path.task.id,
        cwe=path.task.cwe,
        language=path.task.language,
        prompt_ids=path.prompt_ids,
        golden_ids=path.golden_ids,
        golden_changed=golden_changed(path),
        nodes=tuple(
            _with_line(path, node).model_copy(update={"sampled": draws[index]})
            for index, node in enumerate(sprout.nodes)
        ),
        branches=tuple(branches),
        same_as_golden=same_as_golden,
        unmatched=sprout.unmatched,
    )


def _with_line(path: GoldenPath, node: Node) -> Node:
    code = path.task.prefix + path.task.golden
    start = path.start_of(node.position)
    start += len(code[start:]) - len(code[start:].lstrip())
    return node.model_copy(update={"line": code.count("\n", 0, start) + 1})
