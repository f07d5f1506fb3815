"""Whether a branch leaves the golden path with something wrong, or with something right too early.

Many a secure version differs from the vulnerable one by a check, an import or a conversion that comes first; after it
both go on alike. Of such a branch the token at which it leaves, `return` in place of `if`, is right a line later.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from treeplay.syntax.statements import statements
from treeplay.tree.codec import Codec
from treeplay.tree.pack import parting
from treeplay.tree.path import GoldenPath
from treeplay.tree.schema import Node


def comes_early(path: GoldenPath, node: Node, ids: Sequence[int], codec: Codec) -> bool:
    """Whether the token at which a branch leaves the golden path begins a statement, and a later one there, too.

    Args:
        ids: the branch, from its node on.

    Raises:
        ConfigError: Treeplay carries no grammar for the language.
    """
    shared = parting(path.golden_ids[node.position - len(path.prompt_ids) :], ids)
    if shared is None:
        return False
    begin = path.start_of(node.position)
    first, last = list(pairwise((0, *codec.ends(ids))))[shared]
    program = statements(path.code[:begin] + codec.decode(ids), path.task.language)
    if not any(begin + first <= statement.start < begin + last for statement in program):
        return False
    return ids[shared] in _beginnings(path, after=node.position + shared)


def _beginnings(path: GoldenPath, after: int) -> set[int]:
    """The ids that begin a statement of the golden path past a position."""
    places = (path.position_of(statement.start) for statement in statements(path.code, path.task.language))
    return {path.golden_ids[place - len(path.prompt_ids)] for place in places if place and place > after}
