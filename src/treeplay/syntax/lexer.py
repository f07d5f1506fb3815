"""Words, strings, comments and brackets of any text, however broken: the ground that never gives way.

Most of what a model writes on and on does not parse as a whole. A parser's error recovery then drops or invents
statements; a lexer cannot. Its tokens are enough to find where statements and functions end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, cast

from treeplay.syntax.languages import language_of

Kind = Literal["word", "number", "string", "comment", "directive", "open", "close", "mark", "break"]


class Token(NamedTuple):
    """One token of the text; `break` is a line break outside strings and comments."""

    kind: Kind
    start: int
    end: int
    text: str


_DOUBLE = r'"(?:\\.|[^"\\\n])*(?:"|(?=\n)|\\?\Z)'
_SINGLE = r"'(?:\\.|[^'\\\n])*(?:'|(?=\n)|\\?\Z)"
_BACKQUOTED = r"`(?:\\.|[^`\\])*(?:`|\\?\Z)"
_BLOCK_COMMENT = r"/\*.*?(?:\*/|\Z)"

_PYTHON_COMMENT = r"\#[^\n]*"
_PYTHON_STRING = (
    r"(?:[rRbBuUfFtT]{1,2}(?=[\"']))?"
    rf'(?:"""(?:\\.|[^\\])*?(?:"""|\\?\Z)|\'\'\'(?:\\.|[^\\])*?(?:\'\'\'|\\?\Z)|{_DOUBLE}|{_SINGLE})'
)
_SLASH_COMMENT = rf"//[^\n]*|{_BLOCK_COMMENT}"
_C_STRING = rf"(?:u8|[uUL])?(?:{_DOUBLE}|{_SINGLE})"
_CPP_STRING = rf'R"(?P<delimiter>[^()\s\\"]{{0,16}})\(.*?(?:\)(?P=delimiter)"|\Z)|{_C_STRING}'
_GO_STRING = rf"`[^`]*(?:`|\Z)|{_DOUBLE}|{_SINGLE}"
_JAVASCRIPT_STRING = rf"{_BACKQUOTED}|{_DOUBLE}|{_SINGLE}"
_DIRECTIVE = r"^[ \t]*\#(?:\\\r?\n|[^\n])*"
_NEVER = r"(?!)"


def _pattern(string: str, comment: str, directive: str = _NEVER) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<directive>{directive})|(?P<comment>{comment})|(?P<string>{string})"
        r"|(?P<joint>\\[ \t\r]*\n)|(?P<break>\n)"
        r"|(?P<number>\d(?:'?[\w.])*)|(?P<word>(?:[^\W\d]|\$)[\w$]*)"
        r"|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<mark>=>|===?|!==?|<=|>=|\+\+|--|[^\s])",
        re.DOTALL | re.MULTILINE,
    )


_PATTERNS: dict[str, re.Pattern[str]] = {
    "python": _pattern(_PYTHON_STRING, _PYTHON_COMMENT),
    "javascript": _pattern(_JAVASCRIPT_STRING, _SLASH_COMMENT),
    "go": _pattern(_GO_STRING, _SLASH_COMMENT),
    "c": _pattern(_C_STRING, _SLASH_COMMENT, _DIRECTIVE),
    "cpp": _pattern(_CPP_STRING, _SLASH_COMMENT, _DIRECTIVE),
}

_REGEX = re.compile(r"/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/\w*")
_BEFORE_REGEX = frozenset(
    ["return", "typeof", "case", "in", "of", "do", "else", "void", "delete", "throw", "new", "instanceof"]
)


def tokens(code: str, language: str) -> Iterator[Token]:
    """The tokens of a text in order, comments and line breaks among them; white space lies between.

    A string that is not closed ends at its line break, or at the text's end if it may span lines.

    Raises:
        ConfigError: Treeplay carries no grammar for the language.
    """
    joins_lines = language_of(language).layout != "newline"
    pattern = _PATTERNS[language]
    at, before = 0, None
    while (match := pattern.search(code, at)) is not None:
        kind, end = cast(Kind, match.lastgroup), match.end()
        if language == "javascript" and match.group() == "/" and _may_hold_regex(before):
            regex = _REGEX.match(code, match.start())
            kind, end = ("string", regex.end()) if regex else (kind, end)
        at = end
        if match.lastgroup == "joint":
            if joins_lines:
                continue
            kind = "break"
        token = Token(kind, match.start(), end, code[match.start() : end])
        if kind not in ("comment", "break"):
            before = token
        yield token


def _may_hold_regex(before: Token | None) -> bool:
    if before is None:
        return True
    if before.kind == "word":
        return before.text in _BEFORE_REGEX
    return before.kind in ("mark", "open") and before.text not in ("++", "--")
