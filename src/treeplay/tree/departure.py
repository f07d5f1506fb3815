"""Where a branch leaves the golden path: the first id that is another, and where that stands in the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from treeplay.tree.codec import Codec
from treeplay.tree.pack import parting
from treeplay.tree.path import GoldenPath
from treeplay.tree.schema import Node


@dataclass(frozen=True)
class Departure:
    """The first id of a branch that the golden path does not have there."""

    index: int
    "Counted from the node."
    place: range
    "Its characters in the program; where they begin, the golden program is the same."
    program: str
    "The golden program up to the node, then the branch."


def departure(path: GoldenPath, node: Node, ids: Sequence[int], codec: Codec) -> Departure | None:
    """Where a branch leaves the golden path; None if one is the start of the other.

    Args:
        ids: the branch, from its node on.
    """
    index = parting(path.golden_ids[node.position - len(path.prompt_ids) :], ids)
    if index is None:
        return None
    begin, ends = path.start_of(node.position), [0, *codec.ends(ids)]
    place = range(begin + ends[index], begin + ends[index + 1])
    return Departure(index, place, path.code[:begin] + codec.decode(ids))
