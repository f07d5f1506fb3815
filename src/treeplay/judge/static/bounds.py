"""Whether a function keeps a number, a pointer or what a parameter points to within bounds where it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from tree_sitter import Node

from treeplay.judge.static import tables
from treeplay.judge.static.events import text_of
from treeplay.judge.static.limits import Limit, limits_of, operator_of
from treeplay.judge.static.names import name_of, parameter_nodes
from treeplay.judge.static.places import Places, is_place, place_of, target_place

_MEASURING = re.compile(r"(?i)(std::)?\w*(min|sizeof|strlen|clamp|clip|_len)\w*")
"Functions whose result is no larger than something that is there."
_SMALL = frozenset({"&", "%", ">>", "&&", "||"})
_BYTES = re.compile(r"(?s).*\b(?:\w*char|void|\w*int8\w*|\w*[us]8|ut8|BYTE|Byte)\b[^*]*\*[^*]*?(\w+)(\[\])?")
_NUMBER = re.compile(r"(?s)[^*&]*?(\w+)")
_LENGTH = re.compile(r"(?i)\w*(len|length|size|sz|bytes|count|cnt|avail|remain|left|limit)\w*|n|l")
_INDEX = re.compile(r"\[\s*(\d{1,6})\s*\]$")
_MOST_STEPS = 2
"How many assignments back a bound is looked for."
_MOST_MENTIONS = 400
"A place that is mentioned more often is not looked at."


class Bounds:
    """The bounds that hold in one function."""

    def __init__(self, scope: Node, places: Places) -> None:
        self._scope = scope
        self._places = places
        self._limits: dict[str, tuple[Limit, ...]] = {}

    def is_limited(self, number: Node, depth: int = 0) -> bool:
        """Whether a number cannot be as large as data says: by a condition that holds where it stands, or as made.

        Args:
            number: the expression, where it is used; one part of it that is limited is enough.
            depth: how many assignments lie between it and what is asked for.
        """
        parts = list(_parts(number))
        return not parts or any(self._is_part_limited(_code(each), number.start_byte, depth) for each in parts)

    def is_unmeasured(self, pointer: Node, at: Node) -> bool:
        """Whether a parameter points to bytes whose number is a parameter too, and may be less than what is read.

        Args:
            pointer: the parameter.
            at: the node that reads; if it is an element with a number, so many must be there.
        """
        length = self._lengths.get(place_of(pointer))
        if length is None:
            return False
        found = _INDEX.search(text_of(at)[-20:])
        least = int(found.group(1)) + 1 if found else 1
        here = at.start_byte
        if any(each.start <= here < each.end and each.reaches(least) for each in self._limits_of(length)):
            return False
        return not any(self._is_asked_at(made, here) for made in self._made_of(length, 0, here))

    def is_doubted(self, pointer: Node) -> bool:
        """Whether a condition before asked if a pointer is there, and where it is followed that is not known."""
        place, here = place_of(pointer), pointer.start_byte
        known = self._known(place, here)
        if any(each.start <= here < each.end and each.sign in ("set", "?", "==", "!=") for each in known):
            return False
        return any(each.end <= here and each.sign == "set" and each.stays for each in known)

    def _is_part_limited(self, place: str, here: int, depth: int) -> bool:
        if place.isupper():
            return True  # a constant by its spelling
        if any(each.start <= here < each.end and each.is_upper for each in self._known(place, here)):
            return True
        if depth >= _MOST_STEPS:
            return False
        history = self._places.history_of(place)
        made = history.made_before(here)
        if made is not None and self.is_limited(made, depth + 1):
            return True
        later = self._made_of(place, history.given_before(here), here)
        return any(self._is_part_limited(each, here, _MOST_STEPS) for each in later)

    def _is_asked_at(self, place: str, here: int) -> bool:
        return any(each.start <= here < each.end for each in self._known(place, here))

    def _known(self, place: str, here: int) -> list[Limit]:
        """What conditions say of a place since it was given its value."""
        given = self._places.history_of(place).given_before(here)
        return [each for each in self._limits_of(place) if given <= each.start]

    def _limits_of(self, place: str) -> tuple[Limit, ...]:
        if place not in self._limits:
            touched = self._places.touches_of(place)
            few = touched if len(touched) < _MOST_MENTIONS else ()
            self._limits[place] = tuple(
                limit for each in few if each.kind != "assigned" for limit in limits_of(each.node)
            ) or ((Limit(0, self._scope.end_byte, "?"),) if len(touched) >= _MOST_MENTIONS else ())
        return self._limits[place]

    def _made_of(self, place: str, after: int, before: int) -> Iterator[str]:
        """The places that are given something made of a place, between two bytes."""
        for touch in self._places.touches_of(place):
            if after <= touch.node.start_byte < before and (made := _target(touch.node)) and made != place:
                yield made

    @cached_property
    def _lengths(self) -> dict[str, str]:
        return dict(_measured(self._scope))


def _measured(function: Node) -> Iterator[tuple[str, str]]:
    """The pointers to bytes among a function's parameters, each with the parameter that tells how many there are."""
    given = parameter_nodes(function)
    for at, each in enumerate(given):
        pointer = _BYTES.fullmatch(text_of(each))
        if pointer is None:
            continue
        for after in given[at + 1 : at + 3] or given[max(at - 1, 0) : at]:
            number = _NUMBER.fullmatch(text_of(after))
            if number and _LENGTH.fullmatch(number.group(1)):
                yield pointer.group(1), number.group(1)
                break


def _parts(node: Node) -> Iterator[Node]:
    """The places and calls of which a number is made, without what is masked, chosen or measured."""
    if node.type in tables.CALLS:
        if not _MEASURING.fullmatch(name_of(node.child_by_field_name("function"))):
            yield node
    elif is_place(node):
        yield node
    elif operator_of(node) not in _SMALL and node.type not in ("sizeof_expression", "conditional_expression"):
        for child in node.named_children:
            yield from _parts(child)


def _code(place: Node) -> str:
    return "".join(text_of(place).split())


def _target(node: Node) -> str:
    """The place that is given what is made of a node."""
    while (parent := node.parent) is not None and not parent.type.endswith(("statement", "block")):
        if parent.type in tables.ASSIGNMENTS:
            return target_place(parent)
        node = parent
    return ""
