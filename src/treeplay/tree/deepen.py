"""Deep trees: a judged branch branches again at nodes of its own.

A branch with the golden path before its node is a path like the golden one: its nodes are chosen, and what leaves
it there is drawn, cut and compared, by the same code. What is learned from it is told by `treeplay.tree.recovery`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from treeplay.tree.codec import Codec
from treeplay.tree.grow import GrowSettings, Sprout, grow
from treeplay.tree.nodes import NodeSettings, choose_nodes
from treeplay.tree.path import GoldenPath
from treeplay.tree.sampling import Drawer
from treeplay.tree.schema import Branch, Node, Tree

TOGETHER = 64
"Branches whose own branches are drawn together; each has its path in the cache."


def deepen(
    trees: Sequence[Tree],
    paths: Sequence[GoldenPath],
    nodes: NodeSettings,
    settings: GrowSettings,
    drawer: Drawer,
    codec: Codec,
    *,
    stream: str,
    progress: Callable[[int], None] = lambda tokens: None,
) -> list[Tree]:
    """Trees whose branches have nodes and branches of their own.

    Args:
        trees: judged. Branches that the opponent drew branch again, but for those of which the judge could not tell.
        paths: the golden path of each tree.
        nodes: how nodes inside a branch are chosen.
        stream, progress: as for `grow`.

    Returns: the trees in their order; the new branches have no verdict yet.
    """
    sprouts: dict[tuple[int, int], Sprout] = {}
    for number, (tree, path) in enumerate(zip(trees, paths, strict=True)):
        for index, branch in enumerate(tree.branches):
            if branch.source == "opponent" and branch.verdict != "unknown":
                begin = tree.nodes[branch.node]
                along = branch_path(path, begin, branch, f"{path.task.id}/{begin.position}/{index}", codec)
                chosen = choose_nodes(along, nodes, after=begin.position).nodes
                if chosen:
                    sprouts[number, index] = Sprout(along, chosen)
    settings = replace(settings, sources=("opponent",))
    grown: list[Tree] = []
    for first in range(0, len(sprouts), TOGETHER):
        part = list(sprouts.values())[first : first + TOGETHER]
        grown += grow(part, settings, drawer, codec, stream=stream, progress=progress)
    found = dict(zip(sprouts, grown, strict=True))
    return [_with_branches(tree, number, found) for number, tree in enumerate(trees)]


def branch_path(path: GoldenPath, node: Node, branch: Branch, name: str, codec: Codec) -> GoldenPath:
    """A branch as a path that can be left: the golden path before its node, then the branch.

    Args:
        name: the id of the path's task, whose golden code is the branch's completion.
    """
    told = {"id": name, "golden": branch.text, "vulnerable": None, "annotations": ()}
    task = path.task.model_copy(update=told)
    shared = node.position - len(path.prompt_ids)
    begin, size = path.start_of(node.position), len(task.prefix) + len(branch.text)
    ends = [min(begin + end, size) for end in (0, *codec.ends(branch.ids))]
    return GoldenPath(
        task=task,
        prompt_ids=path.prompt_ids,
        golden_ids=path.golden_ids[:shared] + branch.ids,
        spans=(*path.spans[:shared], *pairwise(ends)),
    )


def _with_branches(tree: Tree, number: int, found: dict[tuple[int, int], Tree]) -> Tree:
    branches = [
        branch.model_copy(
            update={"nodes": found[number, index].nodes, "branches": found[number, index].branches}
            if (number, index) in found
            else {}
        )
        for index, branch in enumerate(tree.branches)
    ]
    return tree.model_copy(update={"branches": tuple(branches)})
