"""What is left of code when comments, docstrings and the choice of white space are taken away.

Two branches with the same normal form are one branch. The form is for comparing, not for running: tokens are joined by
one space. It is made from the tokens, so text that does not parse has one too.
"""

from __future__ import annotations

from collections.abc import Iterable

from treeplay.syntax.languages import language_of
from treeplay.syntax.layout import logical_lines
from treeplay.syntax.lexer import Token, tokens

_INDENT = "    "


def normal_form(code: str, language: str) -> str:
    """The code's tokens without comments and docstrings; Python keeps its lines and their nesting.

    Applying it twice changes nothing more.

    Raises:
        ConfigError: Treeplay carries no grammar for the language.
    """
    if language_of(language).layout == "indent":
        return "\n".join(_python_lines(code))
    return _joined(tokens(code, language))


def _python_lines(code: str) -> Iterable[str]:
    columns: list[int] = []
    for line in logical_lines(code):
        if all(token.kind == "string" for token in line.tokens):
            continue
        while columns and columns[-1] > line.column:
            columns.pop()
        if not columns or columns[-1] < line.column:
            columns.append(line.column)
        text = _joined(line.tokens)
        if text:
            yield _INDENT * (len(columns) - 1) + text


def _joined(stream: Iterable[Token]) -> str:
    """Tokens with one space between; a line break where only it ends the token before, or begins the one after."""
    text = ""
    for token in stream:
        if token.kind in ("comment", "break") or token.text == "\\":
            continue
        if text:
            text += "\n" if ends_open or token.kind == "directive" else " "
        text += token.text.strip() if token.kind == "directive" else token.text
        ends_open = token.kind == "directive" or (token.kind == "string" and not _is_closed(token.text))
    return text


def _is_closed(string: str) -> bool:
    """Whether a string ends with a quote; when in doubt it does not, which costs a line break."""
    return len(string) > 1 and string[-1] in "\"'`/" and string[-2] != "\\"
