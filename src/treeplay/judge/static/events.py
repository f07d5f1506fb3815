"""What happens in a program, in order: calls, assignments, pairs of a literal, returns, each with its values."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from tree_sitter import Node

from treeplay.judge.static.values import Value

EventKind = Literal["call", "assign", "pair", "return", "node"]


@dataclass(frozen=True)
class Argument:
    """One argument of a call, or the one value of another event."""

    name: str
    node: Node
    value: Value

    @cached_property
    def code(self) -> str:
        """Its text."""
        return text_of(self.node)


@dataclass(frozen=True)
class Event:
    """One thing that happens."""

    kind: EventKind
    name: str
    "The function called, the target assigned, the key of a pair, the type of a node."
    node: Node
    arguments: tuple[Argument, ...] = ()
    receiver: Value | None = None
    scope: Node | None = field(default=None, repr=False)
    "The outermost function around it, or the whole program."

    @property
    def line(self) -> int:
        """From 1."""
        return self.node.start_point[0] + 1


def text_of(node: Node) -> str:
    """A node's code."""
    return (node.text or b"").decode("utf-8", "replace")
