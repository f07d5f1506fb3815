"""How much room an array has, and how much a call writes into it: the two numbers, where both are written down.

Known are arrays that the function declares with a size in numbers (`char name[16]`). A call may write as much as
its bound says (`snprintf(b, 66, ...)`), or as the longest text that its format makes (`sprintf(b, "%d.%d", ...)`, of
which numbers are counted by their type and texts of unknown length not at all: they are another rule's matter).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from tree_sitter import Node

from treeplay.judge.static.events import Argument, Event, text_of

_DECLARATION = re.compile(r"\b(?:(?:un)?signed\s+)?(?:char|u?int8_t|u8|BYTE)\s+([^;(){}]{0,300})[;=]")
_ARRAY = re.compile(r"(\w+)\s*\[([\s\d+*\-]+)\]")
_SUM = re.compile(r"\d+(?:\s*[-+*]\s*\d+)*")
_DIRECTIVE = re.compile(r"%([-+ #0]*)(\d*)(?:\.(\d+))?(hh|h|ll|l|z|j|t|L|q)?([diouxXcsp%])")
_DIGITS = {("", "d"): 11, ("", "u"): 10, ("", "x"): 8, ("", "o"): 11, ("hh", "d"): 4, ("h", "d"): 6, ("hh", "u"): 3}
_DIGITS |= {("h", "u"): 5, ("hh", "x"): 2, ("h", "x"): 4}
_LONG = {"d": 20, "u": 20, "x": 16, "o": 22}


def arrays(scope: Node) -> dict[str, int]:
    """The character arrays that a function declares, with their sizes; of those declared twice, the larger."""
    sizes: dict[str, int] = {}
    for declaration in _DECLARATION.finditer(text_of(scope)):
        for name, size in _ARRAY.findall(declaration.group(1)):
            if number := _number(size):
                sizes[name] = max(sizes.get(name, 0), number)
    return sizes


def overflows(event: Event, sizes: Mapping[str, int]) -> bool:
    """Whether a call writes more into an array than it has room for."""
    writes = _WRITERS.get(event.name.removeprefix("std::"))
    if writes is None or not event.arguments:
        return False
    room = sizes.get(event.arguments[0].code)
    return room is not None and writes(event.arguments) > room


def longest(template: str) -> int:
    """The length of the longest text that a format of `printf` makes, its end included.

    >>> longest("v%d.%02x"), longest("%s!")
    (22, 2)
    """
    length = len(_DIRECTIVE.sub("", template)) + 1
    return length + sum(_width(*each.groups(default="")) for each in _DIRECTIVE.finditer(template))


def _width(_: str, width: str, precision: str, size: str, kind: str) -> int:
    least = int(width or 0)
    if kind in "%c":
        return max(least, 1)
    if kind in "sp":
        return least
    kind = {"i": "d", "X": "x"}.get(kind, kind)
    digits = _DIGITS.get((size, kind)) or _DIGITS.get(("", kind), 0)
    return max(least, int(precision or 0), digits if size in ("", "h", "hh") else _LONG[kind])


def _number(code: str) -> int:
    """The value of a sum or product of numbers; 0 if it is none."""
    code = code.strip()
    if not _SUM.fullmatch(code) or len(code) > 30:
        return 0
    total = 0
    for sign, product in re.findall(r"([-+]?)\s*(\d+(?:\s*\*\s*\d+)*)", code):
        value = 1
        for factor in product.split("*"):
            value *= int(factor)
        total += -value if sign == "-" else value
    return max(total, 0)


def _by_format(arguments: Sequence[Argument]) -> int:
    return longest(arguments[1].value.text) if len(arguments) > 1 and arguments[1].value.kind == "str" else 0


def _by_bound(at: int) -> Callable[[Sequence[Argument]], int]:
    return lambda arguments: _number(arguments[at].code) if len(arguments) > at else 0


_WRITERS: Mapping[str, Callable[[Sequence[Argument]], int]] = {
    "sprintf": _by_format,
    "snprintf": _by_bound(1),
    "vsnprintf": _by_bound(1),
    "fgets": _by_bound(1),
    "strncpy": _by_bound(2),
    "strlcpy": _by_bound(2),
    "memcpy": _by_bound(2),
    "memmove": _by_bound(2),
    "memset": _by_bound(2),
}
