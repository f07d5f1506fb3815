"""Which rules fire on which events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from treeplay.judge.static import tables
from treeplay.judge.static.bounds import Bounds
from treeplay.judge.static.events import Argument, Event, text_of
from treeplay.judge.static.places import Places, TouchKind, place_of, target_place
from treeplay.judge.static.room import arrays, overflows
from treeplay.judge.static.rules import Match, Rule, ValueTest
from treeplay.judge.static.values import BUILT, LISTED, NOTHING, OUTER, Flow, Value


class RuleSet:
    """The rules of one language, ready to be asked which of them concern an event of a name."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._pairs = [(rule, match) for rule in rules for match in rule.match]
        self._by_name: dict[tuple[str, str], list[tuple[Rule, Match]]] = {}
        self.node_types = frozenset(
            kind for _, match in self._pairs if match.event == "node" and match.name for kind in _words(match.name)
        )

    def concerning(self, event: Event) -> list[tuple[Rule, Match]]:
        """The rules whose match asks for such an event."""
        key = (event.kind, event.name)
        if key not in self._by_name:
            if len(self._by_name) > 50_000:
                self._by_name.clear()
            self._by_name[key] = [
                (rule, match)
                for rule, match in self._pairs
                if match.event == event.kind and (match.name is None or match.name.fullmatch(event.name))
            ]
        return self._by_name[key]

    def findings(self, events: Sequence[Event]) -> Iterator[tuple[Rule, Event]]:
        """Every rule that fires, with its event."""
        guards, order = Guards(), Order()
        for event in events:
            for rule, match in self.concerning(event):
                if _matches(rule, match, event) and order.holds(match, event) and not guards.hold(rule, event):
                    yield rule, event


def _words(pattern: re.Pattern[str]) -> list[str]:
    return re.findall(r"\w+", pattern.pattern)


def _matches(rule: Rule, match: Match, event: Event) -> bool:
    count = len(event.arguments)
    if count < match.at_least or (match.at_most is not None and count > match.at_most):
        return False
    if (match.lacks or match.keywords) and not _keywords_hold(match, event):
        return False
    if (match.code or match.not_code) and not _code_holds(match, text_of(event.node)):
        return False
    if match.value is None:
        return True
    chosen = event.arguments if match.argument is None else _chosen(match.argument, event)
    return any(_value_holds(rule, match.value, each) for each in chosen)


def _keywords_hold(match: Match, event: Event) -> bool:
    named = {each.name: each for each in event.arguments if each.name}
    if not named:
        return not match.keywords
    if any(name in named for name in match.lacks):
        return False
    return all(name in named and code.search(named[name].code) for name, code in match.keywords.items())


_PLACE = re.compile(r"@(name|value|index|holder|[0-9])@")
_LONGEST_PLACE = 120
_MOST_SEARCHED = 20_000_000
"Characters in which guards are looked for in one program; a function of 5,000 with fifty events takes 2 million."


def _code_holds(test: Match | ValueTest, code: str) -> bool:
    if test.code is not None and not test.code.search(code):
        return False
    return test.not_code is None or not test.not_code.search(code)


def _chosen(which: int | str, event: Event) -> Sequence[Argument]:
    if which == "receiver":
        return [Argument("receiver", event.node, event.receiver)] if event.receiver is not None else []
    if which == "any":
        return event.arguments
    if which == "rest":
        return event.arguments[1:]
    if which in ("holder", "index"):
        inner = event.node.named_children
        return [Argument(which, inner[0 if which == "holder" else -1], NOTHING)] if inner else []
    if isinstance(which, str):
        return [each for each in event.arguments if each.name == which]
    places = [each for each in event.arguments if not each.name]
    return places[which : which + 1] if which >= 0 else places[which:][:1]


def _value_holds(rule: Rule, test: ValueTest, argument: Argument) -> bool:
    value = argument.value
    if test.flows and not value.flows:  # most values, and the quickest to tell
        return False
    if test.kind is not None and value.kind != test.kind:
        return False
    if not _text_holds(test, value):
        return False
    if (test.code or test.not_code) and not _code_holds(test, argument.code):
        return False
    if test.through is not None and not any(test.through.fullmatch(tag) for flow in value.flows for tag in flow):
        return False
    return not test.flows or any(_counts(rule, test, flow) for flow in value.flows)


def _text_holds(test: ValueTest, value: Value) -> bool:
    if test.text is not None and not test.text.search(value.text):
        return False
    return test.not_text is None or not test.not_text.search(value.text)


def _counts(rule: Rule, test: ValueTest, flow: Flow) -> bool:
    if OUTER in flow and not test.outer:
        return False
    if (test.built and BUILT not in flow) or (LISTED in flow and not test.listed):
        return False
    return not rule.is_harmless(flow)


_DECISIVE: frozenset[TouchKind] = frozenset({"assigned", "checked", "dereferenced"})


class Order:
    """Tells what happens to places before and after the events of one program."""

    def __init__(self) -> None:
        self._places: dict[int, Places] = {}
        self._bounds: dict[int, Bounds] = {}
        self._arrays: dict[int, dict[str, int]] = {}

    def holds(self, match: Match, event: Event) -> bool:
        """Whether what a match asks of the function around the event is so."""
        if match.overflows and not overflows(event, self._arrays_of(event)):
            return False
        if not match.asks_of_places:
            return True
        chosen = event.arguments if match.argument is None else _chosen(match.argument, event)
        return any(self._holds(match, event, each.node) for each in chosen)

    def _holds(self, match: Match, event: Event, argument: Node) -> bool:
        if match.unbounded and self._of(event).is_bounded(argument, argument):
            return False
        if not self._is_open(match, event, argument):
            return False
        if not match.then:
            return True
        place = target_place(event.node) if event.kind == "assign" else place_of(argument)
        return bool(place) and self._of(event).next_touch(event.node, place, _DECISIVE | match.then) in match.then

    def _is_open(self, match: Match, event: Event, argument: Node) -> bool:
        """Whether nothing that holds at the event bounds the argument in the ways that the match asks for."""
        if not (match.unlimited or match.unmeasured or match.doubted):
            return True
        bounds = self._bounds_of(event)
        if match.unlimited and bounds.is_limited(argument):
            return False
        if match.unmeasured and not bounds.is_unmeasured(argument, event.node):
            return False
        return not match.doubted or bounds.is_doubted(argument)

    def _bounds_of(self, event: Event) -> Bounds:
        scope = event.scope or event.node
        if scope.id not in self._bounds:
            self._bounds[scope.id] = Bounds(scope, self._of(event))
        return self._bounds[scope.id]

    def _arrays_of(self, event: Event) -> dict[str, int]:
        scope = event.scope or event.node
        if scope.id not in self._arrays:
            self._arrays[scope.id] = arrays(scope)
        return self._arrays[scope.id]

    def _of(self, event: Event) -> Places:
        scope = event.scope or event.node
        if scope.id not in self._places:
            self._places[scope.id] = Places(scope)
        return self._places[scope.id]


class TooMuch(Exception):
    """The program has so much code to look for guards in that the search is given up."""


class Guards:
    """Looks for guards in the functions of one program, each pattern once in each function."""

    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._found: dict[tuple[int, str], bool] = {}
        self._left = _MOST_SEARCHED

    def hold(self, rule: Rule, event: Event) -> bool:
        """Whether a guard of the rule, or the lack of what it asks for, keeps the event from counting."""
        if not all(self._finds(each, event) for each in rule.where):
            return True
        return any(self._finds(each, event) for each in rule.unless)

    def _finds(self, pattern: re.Pattern[str], event: Event) -> bool:
        scope = event.scope or event.node
        text = _in_terms_of(pattern.pattern, event)
        key = (scope.id, text)
        if key not in self._found:
            if scope.id not in self._codes:
                self._codes[scope.id] = without_comments(scope)
            code = self._codes[scope.id]
            self._left -= len(code)
            if self._left < 0:
                raise TooMuch
            self._found[key] = re.search(text, code) is not None
        return self._found[key]


def _in_terms_of(pattern: str, event: Event) -> str:
    """The pattern with its places (`@name@`, `@0@`, `@index@`) filled by the event's code, escaped."""
    return _PLACE.sub(lambda place: _loose(_in_place(place.group(1), event)), pattern) if "@" in pattern else pattern


def _in_place(place: str, event: Event) -> str:
    if place == "name":
        return event.name
    if place in ("index", "holder"):
        inner = event.node.named_children
        return text_of(inner[0 if place == "holder" else -1]).strip("[] ") if inner else ""
    at = 0 if place == "value" else int(place)
    return event.arguments[at].code if at < len(event.arguments) else ""


def _loose(code: str) -> str:
    """Code as a pattern that does not mind white space; code that is long or not there fits nothing."""
    if len(code) > _LONGEST_PLACE:
        return r"(?!)"
    return r"\s*".join(re.escape(word) for word in re.findall(r"\w+|[^\w\s]", code)) or r"(?!)"


def without_comments(scope: Node) -> str:
    """A scope's code without its comments, which must not act as guards."""
    data, start = scope.text or b"", scope.start_byte
    pieces, at = [], 0
    waiting, comments = [scope], []
    while waiting:
        node = waiting.pop()
        if node.type in tables.COMMENTS:
            comments.append((node.start_byte - start, node.end_byte - start))
        else:
            waiting.extend(node.named_children)
    for first, last in sorted(comments):
        pieces.append(data[at:first])
        at = last
    return b" ".join([*pieces, data[at:]]).decode("utf-8", "replace")
