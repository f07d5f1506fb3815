"""What an expression may hold: where its data comes from, what was done to it, and the text it is built around.

A flow is a set of tags: one source (`param`, `input`, `outer`), `+` if the data was put into a longer string, `list`
if it stands in a container, and the name of each function that it passed. A rule fires on a flow that has what it
looks for and none of its sanitizers; so one walk over the code serves every rule.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Literal

Flow = frozenset[str]
Kind = Literal["str", "num", "list", "?"]

PARAM, INPUT, OUTER, BUILT, LISTED = "param", "input", "outer", "+", "list"
HOLE, OUTER_HOLE = "\x00", "\x01"
"Stand in a text for data of parameters and inputs, and for data of unknown origin."

_MAX_FLOWS = 12
_MAX_TEXT = 2000
_PERCENT = re.compile(r"%(?:\((\w+)\))?[-+ #0]*(?:\d+|\*)?(?:\.\d+)?(?:[hlLqjzt]*)([a-zA-Z%])")
_BRACES = re.compile(r"\{\{|\}\}|\{(\w*)[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Value:
    """An expression's flows, its text with holes where data goes, and its kind."""

    flows: frozenset[Flow] = frozenset()
    text: str = ""
    kind: Kind = "?"

    def tagged(self, *tags: str) -> frozenset[Flow]:
        """The flows with more tags."""
        return frozenset(flow.union(tags) for flow in self.flows)

    def hole(self) -> str:
        """What stands for the value in a longer text."""
        if not self.flows:
            return self.text
        if self.text and self.kind in ("str", "list"):
            return self.text
        return self.data()

    def data(self) -> str:
        """The mark of its data, whatever its text."""
        return OUTER_HOLE if all(OUTER in flow for flow in self.flows) else HOLE


NOTHING = Value()


def literal(text: str) -> Value:
    """A string constant."""
    return Value(frozenset(), text[:_MAX_TEXT], "str")


def source(kind: str) -> Value:
    """Data of a source."""
    return Value(frozenset({frozenset({kind})}), OUTER_HOLE if kind == OUTER else HOLE)


def either(values: Sequence[Value]) -> Value:
    """One of several; its text is the longest, for that says most."""
    if len(values) == 1:
        return values[0]
    flows = _limited(frozenset().union(*(each.flows for each in values)))
    longest = max(values, key=lambda each: len(each.text), default=NOTHING)
    return Value(flows, longest.text, longest.kind)


def passed(values: Sequence[Value], name: str) -> Value:
    """The result of a function of which nothing is known but its name."""
    flows = frozenset().union(*(each.tagged(name) for each in values))
    if not flows:
        return Value(frozenset({frozenset({OUTER, name})}), OUTER_HOLE)
    return Value(_limited(flows), Value(flows).hole())


def listed(values: Sequence[Value]) -> Value:
    """A container of values."""
    flows = frozenset().union(*(each.tagged(LISTED) for each in values))
    return Value(_limited(flows), " ".join(each.hole() for each in values)[:_MAX_TEXT], "list")


def element(value: Value) -> Value:
    """What is taken out of a container; a string stays as it is."""
    flows = frozenset(flow - {LISTED} for flow in value.flows)
    if value.kind == "str":
        return Value(flows, value.text, "str")
    return Value(flows, value.data() if flows else value.text)


def joined(value: Value) -> Value:
    """The elements of a container, one after another."""
    return Value(element(value).flows, value.text, "str") if value.kind == "list" else value


def concatenated(values: Sequence[Value]) -> Value:
    """Strings one after another."""
    flows = frozenset().union(*(element(each).tagged(BUILT) for each in values))
    return Value(_limited(flows), "".join(each.hole() for each in values)[:_MAX_TEXT], "str")


def added(left: Value, right: Value) -> Value:
    """The operator `+`, which adds numbers, joins lists or builds strings."""
    kinds = {left.kind, right.kind}
    if "list" in kinds:
        flows = left.tagged(LISTED) | right.tagged(LISTED)
        return Value(_limited(flows), f"{left.hole()} {right.hole()}"[:_MAX_TEXT], "list")
    if "str" in kinds or "num" not in kinds:
        return concatenated([left, right])
    return Value(_limited(left.flows | right.flows), "", "num" if kinds == {"num"} else "?")


def formatted(template: Value, places: Sequence[Value], names: Mapping[str, Value], *, braces: bool) -> Value:
    """A template with its places filled: `%s` as in Python and C, or `{}`."""
    values = [*places, *names.values()]
    flows = frozenset().union(
        element(template).tagged(BUILT) if template.flows else frozenset(),
        *(element(each).tagged(BUILT) for each in values),
    )
    rest = either([element(each) for each in values]).hole() if values else OUTER_HOLE
    waiting = list(places)

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        if name is None and (match.group() in ("{{", "}}", "%%")):
            return match.group()[0]
        if name and name.isdigit() and int(name) < len(places):
            return element(places[int(name)]).hole()
        if name and name in names:
            return element(names[name]).hole()
        return element(waiting.pop(0)).hole() if waiting and not name else rest

    text = (_BRACES if braces else _PERCENT).sub(fill, template.text)
    return Value(_limited(flows), text[:_MAX_TEXT], "str")


def merged(values: Sequence[Value]) -> Value:
    """All flows of several values, without a text."""
    flows: frozenset[Flow] = reduce(lambda known, each: known | each.flows, values, frozenset())
    return Value(_limited(flows), "")


def _limited(flows: frozenset[Flow]) -> frozenset[Flow]:
    if len(flows) <= _MAX_FLOWS:
        return flows
    return frozenset(sorted(flows, key=lambda flow: (len(flow), sorted(flow)))[:_MAX_FLOWS])
