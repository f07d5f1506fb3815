"""The golden program with the one word, literal or sign at which a branch leaves it: is that to blame?

A branch may leave the golden path by calling a variable something else, or by other quotes, and go wrong a line later.
To reject the token at which it leaves would be to reject a name. So the golden program is judged with that token alone
put in place of its own: where it stays secure, the mistake is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treeplay.syntax.lexer import Token, tokens
from treeplay.tree.codec import Codec
from treeplay.tree.departure import departure
from treeplay.tree.path import GoldenPath
from treeplay.tree.schema import Node

_HOLES = re.compile(r"\{[^{}]*\}")
"What a string computes: Python's f-strings, JavaScript's templates."


def swapped(path: GoldenPath, node: Node, ids: Sequence[int], codec: Codec) -> str | None:
    """The golden completion with the branch's first other token, as the language reads it, in place of its own.

    A name that the golden path first uses where the branch has another is changed wherever it stands. Where the branch
    leaves inside a comment this is the golden completion itself. None if the branch does not leave, or leaves by white
    space.

    Args:
        ids: the branch, from its node on.

    Raises:
        ConfigError: Treeplay carries no grammar for the language.
    """
    left = departure(path, node, ids, codec)
    if left is None:
        return None
    language, prefix = path.task.language, len(path.task.prefix)
    if any(_in_comment(left.place, code, language) for code in (left.program, path.code)):
        return path.task.golden
    first = _first_other(path.code, left.program, language)
    if first is None or first.golden.start < prefix:
        return None
    if not (_meet(first.golden, left.place) and _meet(first.branch, left.place)):
        return None
    return _with(first, path.code, language, prefix)


@dataclass(frozen=True)
class _Other:
    golden: Token
    branch: Token


def _first_other(golden: str, branch: str, language: str) -> _Other | None:
    both = zip(_significant(golden, language), _significant(branch, language), strict=False)
    return next((_Other(right, wrong) for right, wrong in both if right.text != wrong.text), None)


def _significant(code: str, language: str) -> Iterator[Token]:
    return (token for token in tokens(code, language) if token.kind not in ("comment", "break"))


def _meet(token: Token, place: range) -> bool:
    return token.start < place.stop and token.end > place.start


def _in_comment(place: range, code: str, language: str) -> bool:
    """Whether what a place holds, white space aside, lies in a comment."""
    text = code[place.start : place.stop]
    inner = range(place.stop - len(text.lstrip()), place.start + len(text.rstrip()))
    comments = (token for token in tokens(code, language) if token.kind == "comment")
    return bool(inner) and any(token.start <= inner.start and inner.stop <= token.end for token in comments)


def _with(other: _Other, code: str, language: str, prefix: int) -> str:
    """The golden completion with the branch's token, everywhere if it is a name that begins to be used there."""
    old, new = other.golden, other.branch
    words = [token for token in _significant(code, language) if token.kind == "word"]
    taken = any(word.text == new.text or (word.text == old.text and word.start < old.start) for word in words)
    if old.kind == new.kind == "word" and not taken:
        return _renamed(code, language, prefix, old.text, new.text)
    return code[prefix : old.start] + new.text + code[old.end :]


def _renamed(code: str, language: str, prefix: int, old: str, new: str) -> str:
    name = re.compile(rf"(?<![\w$]){re.escape(old)}(?![\w$])")
    parts, at = [], prefix
    for token in tokens(code, language):
        if token.start < prefix:
            continue
        parts.append(code[at : token.start])
        text = token.text
        if token.kind == "string":
            text = _HOLES.sub(lambda hole: name.sub(new, hole.group()), text)
        parts.append(new if token.kind == "word" and text == old else text)
        at = token.end
    return "".join(parts) + code[at:]
