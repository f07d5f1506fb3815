"""What conditions say of a number or a pointer, and where in the function it holds.

A comparison holds in the branch that it opens. Behind the branch the contrary holds, if the branch leaves (returns,
jumps, throws) or gives the number a new value. In a loop it holds for what the loop moves, and says only of the bound
that it is not below. What a function whose name says that it checks is asked about holds from there on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from treeplay.judge.static import tables
from treeplay.judge.static.events import text_of
from treeplay.judge.static.names import name_of

_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
_CONTRARY = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "==": "!=", "!=": "==", "set": "unset", "unset": "set"}
_NULL = re.compile(r"\(*\s*(\([\w *]+\)\s*)?(0|NULL|nullptr)\s*\)*")
_LEAVING = re.compile(
    r"\b(return|goto|break|continue|throw|_?exit|abort|longjmp|siglongjmp)\b|"
    r"\b\w*(?i:throw|panic|bail|fatal|die|abort|raise|_error|errx?|fail)\w*\s*\(|"
    r"\b[A-Z_]*(RETURN|THROW|FAIL|ERROR|BAIL|GOTO|EXIT|ABORT)[A-Z_]*\b"
)
"What leaves a branch, by the words that say so."
_CHECKING = re.compile(
    r"(?i)_*\w*(assert|check|valid|verify|ensure|require|overflow|contain|bug_on|warn_on|return_if|within|bound|range|"
    r"is_|has_|can_)\w*"
)
"Functions and macros that ask about what they are given."
_LIKELY = re.compile(r"(?i)_*(un)?likely|__builtin_expect")
_NUMBER = re.compile(r"\(*\s*(\d{1,6})[uUlL]*\s*\)*")


@dataclass(frozen=True)
class Limit:
    """What a condition says of a place between two bytes of the code."""

    start: int
    end: int
    sign: str
    "As the place stands to the other side: a comparison, `set` or `unset` (of pointers), `?` for what a function asks."
    other: Node | None = None
    "What it is compared with."
    stays: bool = False
    "It is the branch of an `if` that does not leave, so that the way goes on where the condition did not hold."

    @property
    def is_upper(self) -> bool:
        """It keeps a number from being large."""
        return self.sign in ("<", "<=", "==", "?")

    def reaches(self, least: int) -> bool:
        """It keeps a number from being below `least`; what it is compared with may not be a number, and is believed."""
        if self.sign not in (">", ">=", "==", "?"):
            return False
        number = _NUMBER.fullmatch(text_of(self.other)) if self.other is not None else None
        return number is None or int(number.group(1)) + (self.sign == ">") >= least


def limits_of(place: Node) -> Iterator[Limit]:
    """What the conditions around one mention of a place say of it."""
    comparison = _Comparison(place)
    node = place
    while (parent := node.parent) is not None and parent.type not in tables.FUNCTIONS:
        if parent.type in tables.BRANCHES or parent.type in ("conditional_expression", "ternary_expression"):
            yield from _of_branch(parent, node, comparison)
            return
        if parent.type.endswith(("statement", "declaration")):
            return
        yield from comparison.within(parent, node)
        if comparison.is_over:
            return
        node = parent


class _Comparison:
    """The comparison that a place stands in, as it is met on the way from the place outwards."""

    def __init__(self, place: Node) -> None:
        self.name = text_of(place)
        self.is_over = False
        self._sign = ""
        self._other: Node | None = None
        self._is_flipped = False
        self._is_hidden = False

    def within(self, parent: Node, node: Node) -> Iterator[Limit]:
        """Takes one step outwards; yields what holds in the rest of an expression."""
        operator = operator_of(parent)
        if operator in _MIRRORED:
            self._compare(parent, node, operator)
        elif operator in ("-", "/") and node == parent.child_by_field_name("right"):
            self._is_flipped = not self._is_flipped
        elif operator == "!":
            self._sign = _CONTRARY.get(self.sign, self.sign)
        elif operator in ("&&", "||"):
            self._sign = self.sign
            if node == parent.child_by_field_name("left"):
                yield self.between(node.end_byte, parent.end_byte, is_so=operator == "&&")
        elif parent.type in ("argument_list", "arguments"):
            yield from self._asked_of_function(parent, node)
        elif not self._sign and parent.type in (*tables.MEMBERS, "subscript_expression", "assignment_expression"):
            self.is_over = True  # the condition is about another place
        elif not self._sign and (operator or parent.type in ("pointer_expression", "sizeof_expression")):
            self._is_hidden = True  # `if (n - 1)` does not ask whether n is there

    @property
    def sign(self) -> str:
        """What is said of the place; a place that is not compared is asked whether it is there."""
        return self._sign or ("" if self._is_hidden else "set")

    def between(self, start: int, end: int, *, is_so: bool = True, stays: bool = False) -> Limit:
        """That the comparison, or its contrary, holds between two bytes."""
        sign = self.sign if is_so else _CONTRARY.get(self.sign, self.sign)
        return Limit(start, end, sign, self._other, stays)

    def _compare(self, parent: Node, node: Node, operator: str) -> None:
        if self._sign:
            return
        is_left = node == parent.child_by_field_name("left")
        self._other = parent.child_by_field_name("right" if is_left else "left")
        if operator in ("==", "!=") and self._other is not None and _NULL.fullmatch(text_of(self._other)):
            self._sign = "unset" if operator == "==" else "set"
        else:
            self._sign = operator if is_left != self._is_flipped else _MIRRORED[operator]

    def _asked_of_function(self, arguments: Node, node: Node) -> Iterator[Limit]:
        call = arguments.parent
        callee = name_of(call.child_by_field_name("function")) if call is not None else ""
        if _LIKELY.fullmatch(callee):
            return
        if not _CHECKING.fullmatch(callee.rpartition(".")[2]):
            self.is_over = True
            return
        self._sign = self._sign or "?"
        yield self.between(node.end_byte, _end_of_block(arguments))


def _of_branch(branch: Node, part: Node, comparison: _Comparison) -> Iterator[Limit]:
    if part != branch.child_by_field_name("condition"):
        return
    if branch.type == "switch_statement":
        yield Limit(part.end_byte, branch.end_byte, "?")
    elif branch.type in tables.LOOPS:
        limit = comparison.between(part.end_byte, branch.end_byte)
        is_counter = limit.sign == "!=" and _moves(comparison.name, branch)
        yield Limit(limit.start, limit.end, "<", limit.other) if is_counter else limit
    else:
        yield from _of_choice(branch, comparison)


def _of_choice(branch: Node, comparison: _Comparison) -> Iterator[Limit]:
    """What an `if` or `?:` says in its branches, and behind them."""
    for name, is_so in (("consequence", True), ("alternative", False)):
        part = branch.child_by_field_name(name)
        if part is None:
            continue
        is_statement = branch.type == "if_statement"
        leaves = is_statement and _leaves(part, comparison.name)
        stays = is_statement and not leaves
        yield comparison.between(part.start_byte, part.end_byte, is_so=is_so, stays=stays)
        if leaves:
            yield comparison.between(branch.end_byte, _end_of_block(branch), is_so=not is_so)


def _leaves(branch: Node, name: str) -> bool:
    """Whether a branch is left for good, or gives the place a new value."""
    code = text_of(branch)
    return _LEAVING.search(code) is not None or re.search(rf"{re.escape(name)}\s*[-+]?=[^=]", code) is not None


def _moves(name: str, loop: Node) -> bool:
    name = re.escape(name)
    return re.search(rf"{name}\s*(--|\+\+|-=|\+=|=[^=])|(--|\+\+)\s*{name}", text_of(loop)) is not None


def _end_of_block(node: Node) -> int:
    while (parent := node.parent) is not None and node.type not in tables.FUNCTIONS:
        node = parent
        if node.type in tables.BLOCKS or node.type in tables.CASES:
            break
    return node.end_byte


def operator_of(node: Node) -> str:
    """The operator of an expression; empty if it has none."""
    sign = node.child_by_field_name("operator") if node.type.endswith(("_expression", "_operator")) else None
    return text_of(sign) if sign is not None else ""
