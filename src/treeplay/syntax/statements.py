"""The statements of a program, and where the one at a given place ends.

`statements` describes whole programs; `statement_extent` answers for text that may break off or turn to nonsense at
any point, as a model's does. Both read Python by its layout; for languages with braces the first asks tree-sitter,
the second the tokens.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tree_sitter import Node

from treeplay.syntax.braces import Braced, significant
from treeplay.syntax.functions import function_end
from treeplay.syntax.languages import Parsed, language_of
from treeplay.syntax.layout import Line, compound_end, kind_of, logical_lines
from treeplay.syntax.lexer import Token, tokens

Extent = Literal["statement", "block", "function", "tokens"]

_REST_OF_LINE = re.compile(r"[^\S\n]*(?:;[^\S\n]*\n|;|\n)")
_BLOCKS = frozenset(
    [
        "program",
        "source_file",
        "translation_unit",
        "statement_block",
        "compound_statement",
        "block",
        "statement_list",
        "class_body",
        "switch_case",
        "switch_default",
        "case_statement",
        "declaration_list",
        "field_declaration_list",
        "labeled_statement",
        "preproc_if",
        "preproc_ifdef",
        "preproc_else",
        "preproc_elif",
    ]
)
_NO_STATEMENTS = frozenset({"comment", "ERROR", "package_clause", "access_specifier", *_BLOCKS}) - {"labeled_statement"}
_HEADS = frozenset({"for_clause"})
_HEAD_FIELDS = ("initializer", "condition", "increment", "update", "value", "label", "name")


class _Span(NamedTuple):
    start: int
    end: int
    header_end: int
    kind: str


@dataclass(frozen=True)
class Statement:
    """One statement, simple or compound."""

    start: int
    "Offset of its first character."
    end: int
    "Offset just past its last character, nested statements included."
    header_end: int
    "Offset just past the colon or brace that opens its body; `end` for a simple statement."
    line: int
    "Line of its first character, from 1."
    kind: str
    "Its keyword, or what its grammar calls it, without the word `statement`."
    depth: int
    "How many statements it is nested in."


def statements(code: str, language: str) -> tuple[Statement, ...]:
    """Every statement in the order of the text, nested ones after the one that holds them.

    Where the program does not parse, the statements that can still be told apart are there.

    Raises:
        ConfigError: Treeplay carries no grammar for the language.
    """
    if language_of(language).layout == "indent":
        found = list(_python_statements(logical_lines(code)))
    else:
        found = list(_tree_statements(Parsed(code, language)))
    breaks = [index for index, char in enumerate(code) if char == "\n"]
    result: list[Statement] = []
    open_ends: list[int] = []
    for start, end, header_end, kind in sorted(set(found), key=lambda span: (span.start, -span.end)):
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        line = bisect_right(breaks, start - 1) + 1
        result.append(Statement(start, end, header_end, line, kind, len(open_ends)))
        open_ends.append(end)
    return tuple(result)


def statement_extent(code: str, language: str, at: int, extent: Extent) -> int:
    """Offset just past what is decided at a place: the first statement that starts at or after it, or more.

    Comments and blank lines before the statement belong to it, and so does the line break or semicolon after it, since
    ending there is part of the decision. A compound statement ends with its body and clauses.

    Args:
        code: any text; it may break off or not parse.
        at: where to look from; inside a statement, the rest of that statement is meant.
        extent: `statement`; `block`, the statement and those after it to the end of the enclosing block;
            `function`, to the end of the function; `tokens`, to the end of the text.

    Raises:
        ConfigError: Treeplay carries no grammar for the language.
    """
    if extent == "tokens":
        return len(code)
    if extent == "function":
        return function_end(code, language, at)
    end = _python_end(code, at, extent) if language == "python" else _braced_end(code, language, at, extent)
    rest = _REST_OF_LINE.match(code, end)
    return rest.end() if rest else end


def _python_statements(lines: list[Line]) -> Iterator[_Span]:
    decorated = False
    for index, line in enumerate(lines):
        if not line.is_clause and not decorated and line.kind != "case":
            last = compound_end(lines, index)
            head = next((other for other in lines[index:last] if other.kind != "decorator"), line)
            if head.is_compound:
                yield _Span(line.start, lines[last - 1].end, _header_end(head), head.kind)
        for part in _simple_parts(line):
            yield _Span(part[0].start, part[-1].end, part[-1].end, kind_of(part[0].text))
        decorated = line.kind == "decorator"


def _header_end(line: Line) -> int:
    depth = 0
    lambdas = 0
    for token, after in zip(line.tokens, (*line.tokens[1:], None), strict=True):
        depth += (token.kind == "open") - (token.kind == "close")
        lambdas += depth == 0 and token.text == "lambda"
        is_walrus = after is not None and after.start == token.end and after.text.startswith("=")
        if depth == 0 and token.text == ":" and not is_walrus:
            if not lambdas:
                return token.end
            lambdas -= 1
    return line.end


def _simple_parts(line: Line) -> list[list[Token]]:
    """A line's simple statements: what semicolons divide, without a compound header before them."""
    if line.kind == "decorator":
        return []
    after = _header_end(line) if line.is_compound else line.start
    parts: list[list[Token]] = [[]]
    depth = 0
    for token in line.tokens:
        depth += (token.kind == "open") - (token.kind == "close")
        if depth == 0 and token.text == ";":
            parts.append([])
        elif token.start >= after:
            parts[-1].append(token)
    return [part for part in parts if part]


def _python_end(code: str, at: int, extent: Extent) -> int:
    lines = logical_lines(code)
    index = next((index for index, line in enumerate(lines) if line.end > at), None)
    if index is None:
        return len(code)
    line = lines[index]
    is_header = line.is_compound or line.kind == "decorator"
    if extent == "statement" and (line.start < at or not is_header):
        return next((part[-1].end for part in _simple_parts(line) if part[-1].end > at), line.end)
    if line.start < at:
        return line.end
    if extent == "block":
        last = next((i for i in range(index + 1, len(lines)) if lines[i].column < line.column), len(lines))
        return lines[last - 1].end
    return lines[compound_end(lines, index) - 1].end


def _braced_end(code: str, language: str, at: int, extent: Extent) -> int:
    stream = significant(list(tokens(code, language)))
    index = next((index for index, token in enumerate(stream) if token.end > at), None)
    if index is None:
        return len(code)
    braced = Braced(code, stream, language_of(language))
    last = braced.block_end(index) if extent == "block" else braced.statement_end(index)
    return stream[last - 1].end


def _tree_statements(parsed: Parsed) -> Iterator[_Span]:
    for node in parsed.walk():
        if node.is_named and _is_statement(node):
            start, end = parsed.start(node), parsed.end(node)
            if end > start:
                yield _Span(start, end, _body_start(parsed, node, end), node.type.removesuffix("_statement"))


def _is_statement(node: Node) -> bool:
    parent = node.parent
    if parent is None or node.type in _NO_STATEMENTS or parent.type in _HEADS:
        return False
    if any(parent.child_by_field_name(part) == node for part in _HEAD_FIELDS):
        return False
    if node.type.endswith("_statement"):
        return True
    if parent.type not in _BLOCKS and parent.type != "ERROR":
        return False
    if parent.type == "ERROR":
        return node.type.endswith(("_declaration", "_definition"))
    return True


def _body_start(parsed: Parsed, node: Node, end: int) -> int:
    body = node.child_by_field_name("body") or node.child_by_field_name("consequence")
    brace = next((child for child in (body or node).children if child.type == "{"), None)
    if brace is not None:
        return parsed.end(brace)
    return parsed.start(body) if body is not None else end
