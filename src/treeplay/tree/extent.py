"""How much of a branch is the decision: the tokens that make its statement or block at the node.

The loss rejects these and not what the opponent wrote after them, which may be as good as the golden path.
"""

from __future__ import annotations

from collections.abc import Sequence

from treeplay.syntax.statements import Extent, statement_extent

__all__ = ["Extent", "rejected_tokens"]


def rejected_tokens(before: str, text: str, ends: Sequence[int], language: str, extent: Extent) -> int:
    """How many of a branch's tokens, from the first, belong to the statement or block at its node.

    A token belongs if it begins before the extent's end. The token with the line break that ends a statement
    therefore belongs: to stop there was decided too. Where the extent reaches the end of the text, so does the
    id that ended the branch.

    Args:
        before: the code before the node.
        text: the branch's text.
        ends: for each token of the branch, the length of `text` up to and with it.
        extent: `statement`, `block`, `function` or, for all tokens, `tokens`.

    Returns:
        At least 1 and at most the number of tokens.

    Raises:
        ConfigError: Treeplay carries no grammar for the language.
    """
    size = statement_extent(before + text, language, len(before), extent) - len(before)
    if size >= len(text):
        return len(ends)
    return max(1, sum(start < size for start in (0, *ends[:-1])))
