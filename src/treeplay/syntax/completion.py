"""Where an answer's code ends: at the closing fence, or at the end of the function it continues."""

from __future__ import annotations

from typing import NamedTuple

from treeplay.syntax.functions import function_end

FENCE = "```"


class Completion(NamedTuple):
    """An answer's code."""

    text: str
    is_ended: bool
    "Whether a fence or the function's end closed it, rather than the end of what was written."


def cut_completion(prefix: str, answer: str, language: str) -> Completion:
    """The part of an answer that completes a prefix; without one it is a whole program, which only a fence ends.

    >>> cut_completion("def f():\\n", "    return 1\\n\\nprint(f())", "python")
    Completion(text='    return 1\\n', is_ended=True)
    """
    fenced, mark, _ = answer.partition(FENCE)
    if not prefix:
        return Completion(fenced, bool(mark))
    end = function_end(prefix + fenced, language, len(prefix)) - len(prefix)
    return Completion(fenced[:end], bool(mark) or end < len(fenced))


def may_end(text: str, piece: str) -> bool:
    """Whether the last piece of an answer can be the one that shows its end, so that looking closely is worth it.

    It can if it begins a line, or holds a brace or fence.
    """
    line = text[text.rfind("\n") + 1 :]
    return "\n" in piece or "`" in piece or "}" in piece or line.strip() == piece.strip()
