"""Python's logical lines, read from the tokens alone, so that broken and truncated code has them too.

A line that starts with a keyword which no expression can hold (`def`, `return`, `import` …) closes every bracket left
open before it: one bracket that a model forgot then costs one statement, not the rest of the file.
"""

from __future__ import annotations

from dataclasses import dataclass

from treeplay.syntax.lexer import Token, tokens

_TAB = 8
_STARTS_A_LINE = frozenset(
    [
        "def",
        "class",
        "import",
        "return",
        "raise",
        "while",
        "with",
        "try",
        "except",
        "finally",
        "elif",
        "pass",
        "break",
        "continue",
        "del",
        "global",
        "nonlocal",
        "assert",
    ]
)
_CLOSES_BRACKETS = _STARTS_A_LINE | {"`"}  # a backquote begins the fence after the code
_CLAUSES = frozenset({"elif", "else", "except", "finally"})
_COMPOUND = frozenset(
    [
        "if",
        "elif",
        "else",
        "for",
        "while",
        "try",
        "except",
        "finally",
        "with",
        "def",
        "class",
        "async",
        "match",
        "case",
    ]
)


@dataclass(frozen=True)
class Line:
    """One logical line: its tokens without comments and line breaks, at least one."""

    column: int
    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Offset of its first character that is not white space."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset just past its last token."""
        return self.tokens[-1].end

    @property
    def words(self) -> tuple[str, ...]:
        """Its first two tokens, `async` left out: enough to know what it is."""
        texts = tuple(token.text for token in self.tokens[:3])
        return texts[1:] if texts[0] == "async" else texts[:2]

    @property
    def opens_block(self) -> bool:
        """Whether an indented block may follow it."""
        return self.tokens[-1].text == ":"

    @property
    def is_compound(self) -> bool:
        """Whether it begins a statement that can hold others; `match` and `case` only if a colon ends it."""
        word = self.words[0]
        if word in ("match", "case"):
            return self.opens_block and len(self.tokens) > 2
        return word in _COMPOUND

    @property
    def is_clause(self) -> bool:
        """Whether it goes on with the compound statement above it."""
        return self.words[0] in _CLAUSES

    @property
    def kind(self) -> str:
        """The keyword it starts with, else `expression`."""
        word = self.words[0]
        return word if self.is_compound else kind_of(word)


def kind_of(word: str) -> str:
    """What a simple statement is, by its first word."""
    if word == "@":
        return "decorator"
    return word if word in _STARTS_A_LINE else "expression"


def logical_lines(code: str) -> list[Line]:
    """The logical lines of a Python text, in order; blank lines and comments are none."""
    lines: list[Line] = []
    held: list[Token] = []
    depth = 0
    at_line_start = True
    for token in tokens(code, "python"):
        if token.kind == "break":
            at_line_start = True
            if depth == 0 and held:
                lines.append(_line(code, held))
                held = []
            continue
        if token.kind == "comment":
            continue
        if held and at_line_start and token.text in _CLOSES_BRACKETS:
            lines.append(_line(code, held))
            held, depth = [], 0
        at_line_start = False
        held.append(token)
        depth = max(0, depth + (token.kind == "open") - (token.kind == "close"))
    if held:
        lines.append(_line(code, held))
    return lines


def column_of(code: str, at: int) -> int:
    """The column of a character, tabs counted to the next multiple of eight."""
    column = 0
    for char in code[code.rfind("\n", 0, at) + 1 : at]:
        column = (column // _TAB + 1) * _TAB if char == "\t" else column + 1
    return column


def compound_end(lines: list[Line], index: int) -> int:
    """Index just past the last line of the statement that starts at line `index`, its clauses included."""
    first = lines[index]
    last = index + 1
    decorated = first.kind == "decorator"
    while last < len(lines):
        line = lines[last]
        below = line.column > first.column and (first.is_compound or decorated)
        clause = line.column == first.column and line.is_clause and first.is_compound
        definition = line.column == first.column and decorated and lines[last - 1].kind == "decorator"
        if not (below or clause or definition):
            break
        last += 1
    return last


def _line(code: str, held: list[Token]) -> Line:
    return Line(column_of(code, held[0].start), tuple(held))
