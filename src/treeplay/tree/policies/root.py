"""`root`: the first golden token, as in SPIN (arXiv 2401.01335); the whole answer is one decision."""

from __future__ import annotations

from treeplay.tree.policies.place import Found, Golden, Place


def places(golden: Golden) -> Found:
    """The one place from which everything can go wrong."""
    return Found((Place(None, golden.task.cwe, "the first token"),))
