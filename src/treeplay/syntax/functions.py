"""Where the function that a model was asked for ends, when it writes on and on.

A completion is cut there before it is judged. What counts is the outermost function around the place, so that a
closure or a callback inside it is not the end; a class around it is only its container.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from treeplay.syntax.braces import significant
from treeplay.syntax.languages import Language, language_of
from treeplay.syntax.layout import Line, column_of, logical_lines
from treeplay.syntax.lexer import Token, tokens

_CLOSERS = re.compile(r"[ \t]*[)\]]*[ \t]*;?(?:[^\S\n]*(?://[^\n]*|/\*[^\n]*?\*/))?[^\S\n]*\n?")
_BEGINNING = re.compile(
    r"^[ \t]*(?P<word>```|#include\b|(?:package|import|class|func)\b"
    r"|(?:export\s+|async\s+)*function\b|(?:int|void)\s+main\s*\()",
    re.MULTILINE,
)
_CONTROL = frozenset(["if", "for", "while", "switch", "catch", "with", "do", "else", "try", "select", "synchronized"])
_BEFORE_VALUE = frozenset(["=", "(", ",", "[", ":", "?", "return"])


def function_end(code: str, language: str, at: int) -> int:
    """Offset just past the outermost function that is open at a place, with the rest of its last line if that is empty.

    Where no function is open, the innermost open class is meant; where none is open either, the first function or
    class that begins after the place.

    Args:
        code: any text; it may break off or not parse.
        at: a place in it, usually where a completion begins.

    Returns:
        At least `at`; the length of the code as long as nothing in it shows that the function has ended. In Python
        that is a line, not blank and not a comment, at or left of the column of `def`; else the closing brace.

    Raises:
        ConfigError: Treeplay carries no grammar for the language.
    """
    described = language_of(language)
    end = _python_end(code, at) if described.layout == "indent" else _braced_end(code, language, at)
    return max(at, end)


def _python_end(code: str, at: int) -> int:
    lines = logical_lines(code)
    first = _python_owner(lines, at)
    if first is None:
        return len(code)
    column = lines[first].column
    for index in range(first + 1, len(lines)):
        if lines[index].column <= column and lines[index].start >= at:
            return _past_line(code, lines[index - 1].end)
    return len(code)


def _python_owner(lines: list[Line], at: int) -> int | None:
    """Index of the line that opens what must end: outermost open `def`, else innermost open class, else the next."""
    opened: list[int] = []
    for index, line in enumerate(lines):
        if line.start >= at:
            break
        while opened and lines[opened[-1]].column >= line.column:
            opened.pop()
        if line.kind in ("def", "class"):
            opened.append(index)
    functions = [index for index in opened if lines[index].kind == "def"]
    if opened:
        return functions[0] if functions else opened[-1]
    return next((i for i, line in enumerate(lines) if line.start >= at and line.kind in ("def", "class")), None)


def _past_line(code: str, at: int) -> int:
    """Past a comment and the line break after a place; `at` itself where code follows on the line."""
    line_end = code.find("\n", at)
    line_end = len(code) if line_end < 0 else line_end
    rest = code[at:line_end].strip()
    return min(line_end + 1, len(code)) if not rest or rest.startswith("#") else at


@dataclass(frozen=True)
class _Brace:
    """An opening brace, and whether what it opens is a function."""

    index: int
    is_function: bool


def _braced_end(code: str, language: str, at: int) -> int:
    described = language_of(language)
    stream = _without_empty_types(significant(list(tokens(code, language))), described)
    owner = _braced_owner(stream, described, at)
    if owner is None:
        return len(code)
    depth = 0
    for token in stream[owner:]:
        if token.text in ("{", "}") and token.kind in ("open", "close"):
            depth += 1 if token.text == "{" else -1
        if depth == 0:
            closers = _CLOSERS.match(code, token.end)
            return closers.end() if closers else token.end
    return _next_beginning(code, stream[owner], at)


def _without_empty_types(stream: list[Token], described: Language) -> list[Token]:
    """Go's `interface{}` and `struct{}` without their braces, which open nothing."""
    kept: list[Token] = []
    empty = False
    for index, token in enumerate(stream):
        opens = token.text == "{" and index + 1 < len(stream) and stream[index + 1].text == "}"
        closes, empty = empty, bool(opens and kept and kept[-1].text in described.containers)
        if not (empty or closes):
            kept.append(token)
    return kept


def _next_beginning(code: str, brace: Token, at: int) -> int:
    """Where a brace is never closed: the next line that begins something else at or left of the brace's line."""
    line_start = code.rfind("\n", 0, brace.start) + 1
    indent = len(code[line_start:]) - len(code[line_start:].lstrip(" \t"))
    column = column_of(code, line_start + indent)
    starts = (match.start("word") for match in _BEGINNING.finditer(code, max(at, brace.end)))
    found = next((start for start in starts if column_of(code, start) <= column), None)
    return len(code) if found is None else code.rfind("\n", 0, found) + 1


def _braced_owner(stream: list[Token], described: Language, at: int) -> int | None:
    opened: list[_Brace] = []
    header = 0
    for index, token in enumerate(stream):
        if token.kind == "open" and token.text == "{":
            brace = _Brace(index, _opens_function(stream[header:index], described))
            if token.start < at:
                opened.append(brace)
            elif not opened and (brace.is_function or _opens_container(stream[header:index], described)):
                return index
        elif token.kind == "close" and token.text == "}" and token.start < at and opened:
            opened.pop()
        if token.start >= at and opened:
            break
        if token.text in ("{", "}", ";") or token.kind == "directive":
            header = index + 1
    if not opened:
        return None
    functions = [brace for brace in opened if brace.is_function]
    return functions[0].index if functions else opened[-1].index


def _opens_function(header: list[Token], described: Language) -> bool:
    """Whether the tokens before a brace, from the last brace or semicolon on, are the head of a function."""
    texts = [token.text for token in header]
    if not texts or set(texts) & described.functions or texts[-1] == "=>":
        return bool(texts)
    if texts[0] in _CONTROL or texts[-1] in _BEFORE_VALUE or _opens_container(header, described):
        return False
    return "(" in texts and "func" not in described.functions


def _opens_container(header: list[Token], described: Language) -> bool:
    texts = [token.text for token in header]
    return bool(set(texts) & described.containers) and ("(" not in texts or "class" in texts)
