"""Whether a branch leaves the golden path with something wrong, or with something right too early.

Many a secure version differs from the vulnerable one by a check, an import or a conversion that comes first; after it
both go on alike. Of such a branch the token at which it leaves, `return` in place of `if`, is right a line later.
"""

from __future__ import annotations

from collections.abc import Sequence

from treeplay.syntax.statements import statements
from treeplay.tree.codec import Codec
from treeplay.tree.departure import departure
from treeplay.tree.path import GoldenPath
from treeplay.tree.schema import Node


def comes_early(path: GoldenPath, node: Node, ids: Sequence[int], codec: Codec) -> bool:
    """Whether the token at which a branch leaves the golden path begins a statement, and a later one there, too.

    Args:
        ids: the branch, from its node on.

    Raises:
        ConfigError: Treeplay carries no grammar for the language.
    """
    left = departure(path, node, ids, codec)
    if left is None:
        return False
    if not any(statement.start in left.place for statement in statements(left.program, path.task.language)):
        return False
    return ids[left.index] in _beginnings(path, after=node.position + left.index)


def _beginnings(path: GoldenPath, after: int) -> set[int]:
    """The ids that begin a statement of the golden path past a position."""
    places = (path.position_of(statement.start) for statement in statements(path.code, path.task.language))
    return {path.golden_ids[place - len(path.prompt_ids)] for place in places if place and place > after}
