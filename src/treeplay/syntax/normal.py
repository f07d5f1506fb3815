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
    """The code's tokens without comments and docstrings; line breaks stay where they may
    end a statement (not in C and C++), and in Python the nesting of lines too.

    Applying it twice changes nothing more.

    Raises:
        ConfigError: Treeplay carries no grammar for the language.
    """
    layout = language_of(language).layout
    if layout == "indent":
        return "\n".join(_python_lines(code))
    return _joined(token for token in tokens(code, language) if token.kind != "break" or layout == "newline")


def _python_lines(code: str) -> Iterable[str]:
    columns: list[int] = []
    for line in logical_lines(code):
        if all(token.kind == "string" for token in line.tokens if token.text != "\\"):
            continue
        while columns and columns[-1] > line.column:
            columns.pop()
        if not columns or columns[-1] < line.column:
            columns.append(line.column)
        text = _joined(line.tokens)
        if text:
            yield _INDENT * (len(columns) - 1) + text


def _joined(stream: Iterable[Token]) -> str:
    """Tokens with one space between, or a line break where there was one or only one keeps two tokens apart."""
    text, broken = "", False
    for token in stream:
        if token.kind == "break":
            broken = True
        elif token.kind != "comment" and token.text != "\\":
            if text:
                text += "\n" if broken or token.kind == "directive" else " "
            text += token.text.strip() if token.kind == "directive" else token.text
            broken = token.kind == "directive" or (token.kind == "string" and not _is_closed(token.text))
    return text


def _is_closed(string: str) -> bool:
    """Whether a string ends with the quote it began with; when in doubt it does not, which costs a line break."""
    opening = next((index for index, char in enumerate(string) if char in "\"'`"), None)
    if string[0] == "/" or opening is None:
        return True
    return len(string) > opening + 1 and string[-1] == string[opening] and string[-2] != "\\"
