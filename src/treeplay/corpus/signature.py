"""Where a function's signature ends and its body begins, by counting brackets line by line.

Public pair sets hold single functions cut out of their files: methods with their indentation, callbacks that
start in the middle of an expression, C with macros. A scan that gives up where it is not sure (no signature)
serves them better than a parser that needs a whole file; nothing is lost then, the body is the whole text.
"""

from __future__ import annotations

import re

_STRINGS = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|`[^`]*`")
_COMMENTS = {
    "python": re.compile(r"#.*"),
    "ruby": re.compile(r"#.*"),
}
_SLASHES = re.compile(r"/\*.*?\*/|//.*|/\*.*")
_STARTS = {"python": re.compile(r"\s*(?:async\s+)?def\b"), "ruby": re.compile(r"\s*def\b")}
_BODY_BRACE = re.compile(r"(?:=>|[\w\])>])\s*\{$|^\{$")
_MAX_LINES = 40


def split_signature(code: str, language: str) -> tuple[str, str]:
    """Divides a function into its signature lines and the rest.

    Args:
        code: one function, with or without decorators or comments above it.
        language: one of the names in `corpus.schema.Language`.

    Returns:
        `(signature, body)`, which joined give `code`; the signature ends with a line break, and is empty
        where none was found or no body would be left.

    >>> split_signature("def f(a,\\n      b):\\n    return a\\n", "python")
    ('def f(a,\\n      b):\\n', '    return a\\n')
    >>> split_signature("x = 1\\n", "python")
    ('', 'x = 1\\n')
    """
    lines = code.split("\n")
    depth = 0
    started = language not in _STARTS
    for number, line in enumerate(lines[:_MAX_LINES]):
        text = _bare(line, language)
        started = started or bool(_STARTS[language].match(text))
        if not started:
            continue
        depth += sum(text.count(opened) for opened in "([") - sum(text.count(closed) for closed in ")]")
        if _is_last(text, depth, language):
            head, body = "\n".join(lines[: number + 1]) + "\n", "\n".join(lines[number + 1 :])
            return (head, body) if body.strip() else ("", code)
        if _is_statement(text, depth, language):
            break
    return "", code


def common_signature(first: str, second: str, language: str) -> str:
    """The signature that two versions of a function share to the letter, or nothing."""
    ours, _ = split_signature(first, language)
    theirs, _ = split_signature(second, language)
    return ours if ours == theirs else ""


def _bare(line: str, language: str) -> str:
    """The line without strings, comments and outer blanks, so that only code is counted."""
    return _COMMENTS.get(language, _SLASHES).sub("", _STRINGS.sub("''", line)).rstrip()


def _is_last(text: str, depth: int, language: str) -> bool:
    if language == "python":
        return depth <= 0 and text.endswith(":")
    if language == "ruby":
        return depth <= 0 and bool(text)
    return bool(_BODY_BRACE.search(text.strip()))


def _is_statement(text: str, depth: int, language: str) -> bool:
    """Whether this line is one that no signature holds: a function on one line, or code before any body."""
    if language == "python":
        return depth <= 0 and bool(text)
    return depth <= 0 and text.endswith((";", "}"))
