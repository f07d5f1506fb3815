"""Prompts that are begun code: cut at the last line break, because a prefix ends with one."""

from __future__ import annotations

from typing import NamedTuple

from treeplay.corpus.readers.languages import WRITTEN
from treeplay.corpus.schema import Language


class Begun(NamedTuple):
    """Code that is given, and the words that ask to go on."""

    instruction: str
    prefix: str


def begun(code: str, language: Language, about: str = "") -> Begun:
    """A prompt made of code that breaks off anywhere.

    A line that breaks off in its middle is not given but named in the instruction: what is written starts with a line
    of its own, so that no token holds both the end of the prompt and the start of the answer.

    Args:
        about: what the code is to do, in a sentence; without it, what the comments in the code say.

    >>> begun("def get(key):\\n    return db.execute(", "python")
    Begun(instruction='Complete this Python code as its comments say. The next line begins with \
`return db.execute(`.', prefix='def get(key):\\n')
    """
    text = code.lstrip("\n")
    head, broken, last = text.rpartition("\n")
    prefix = head + broken
    asked = about.strip() or f"Complete this {WRITTEN[language]} code as its comments say."
    if last.strip() and not _is_whole(last, language):
        return Begun(f"{asked} The next line begins with `{last.strip()}`.", prefix)
    return Begun(asked, text.rstrip(" \t") + "\n" if last.strip() else prefix)


def _is_whole(line: str, language: Language) -> bool:
    """Whether a line can be left as it is: it opens a block, ends a statement, a docstring or a comment."""
    text = line.strip()
    if text.startswith(("#", "//", "@")) or text.endswith(("{", "}", ";", '"""', "'''", "*/")):
        return True
    return language in ("python", "ruby") and text.endswith(":")
