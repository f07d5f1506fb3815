"""The languages whose grammar Treeplay carries, and the one question asked of every program: does it parse?

A language is one line in `LANGUAGES`. Its grammar is a wheel of its own (`tree-sitter-<name>`), loaded when first
needed. Tree-sitter speaks of bytes; here and in all of `treeplay.syntax` an offset is an index into a Python `str`.
"""

from __future__ import annotations

import ast
import warnings
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Literal

from tree_sitter import Language as Grammar
from tree_sitter import Node, Parser

from treeplay.errors import ConfigError, unknown_name


@dataclass(frozen=True)
class Language:
    """What sets one language apart from the others, for reading code that may be broken."""

    grammar: str
    "Python module of its tree-sitter grammar."
    layout: Literal["indent", "semicolon", "newline"]
    "What ends a statement: indentation as in Python, always a semicolon, or a line break as well."
    functions: frozenset[str] = frozenset()
    "Words that open a function."
    containers: frozenset[str] = frozenset()
    "Words that open something which holds functions."


_C_CONTAINERS = frozenset({"struct", "union", "enum", "extern", "namespace", "class"})

LANGUAGES: dict[str, Language] = {
    "python": Language("tree_sitter_python", "indent"),
    "javascript": Language("tree_sitter_javascript", "newline", frozenset({"function"}), frozenset({"class"})),
    "go": Language("tree_sitter_go", "newline", frozenset({"func"}), frozenset({"struct", "interface"})),
    "c": Language("tree_sitter_c", "semicolon", containers=_C_CONTAINERS - {"namespace", "class"}),
    "cpp": Language("tree_sitter_cpp", "semicolon", containers=_C_CONTAINERS),
}

_WITHOUT_GRAMMAR = frozenset({"java", "ruby"})


def has_grammar(language: str) -> bool:
    """Whether the functions of `treeplay.syntax` know the language."""
    return language in LANGUAGES


def language_of(name: str) -> Language:
    """The language of a name.

    Raises:
        ConfigError: Treeplay carries no grammar for it.
    """
    if name in _WITHOUT_GRAMMAR:
        known = ", ".join(sorted(LANGUAGES))
        raise ConfigError(f"Treeplay carries no grammar for {name}; leave its tasks out, or use one of {known}")
    if name not in LANGUAGES:
        raise unknown_name("language", name, LANGUAGES)
    return LANGUAGES[name]


def parses(code: str, language: str) -> bool:
    """Whether a program is well-formed: by `ast` for Python, else no ERROR and no MISSING node in its tree.

    Raises:
        ConfigError: Treeplay carries no grammar for the language.
    """
    if language == "python":
        return _python_parses(code)
    return not Parsed(code, language).root.has_error


class Parsed:
    """A program's syntax tree, with its offsets turned from bytes to characters."""

    def __init__(self, code: str, language: str) -> None:
        data = code.encode("utf-8", "replace")
        self.code = code
        self.root: Node = _parser(language_of(language).grammar).parse(data).root_node
        self._chars = None if len(data) == len(code) else _char_of_byte(code)

    def start(self, node: Node) -> int:
        """Offset of a node's first character."""
        return node.start_byte if self._chars is None else self._chars[node.start_byte]

    def end(self, node: Node) -> int:
        """Offset just past a node's last character."""
        return node.end_byte if self._chars is None else self._chars[node.end_byte]

    def text(self, node: Node) -> str:
        """A node's code."""
        return self.code[self.start(node) : self.end(node)]

    def walk(self) -> Iterator[Node]:
        """Every node, parents before children, in the order of the text."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


def _python_parses(code: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # generated code is full of invalid escapes; they are not our user's concern
        try:
            ast.parse(code)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True


@cache
def _parser(grammar: str) -> Parser:
    return Parser(Grammar(import_module(grammar).language()))


def _char_of_byte(code: str) -> array[int]:
    chars = array("L")
    for index, char in enumerate(code):
        chars.extend([index] * len(char.encode("utf-8", "replace")))
    chars.append(len(code))
    return chars
