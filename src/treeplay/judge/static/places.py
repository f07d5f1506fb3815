"""What happens to a place (a variable, a member, an element) before and after an event: the order of a function.

A place is known by its code without white space: `len`, `s->buf`, `rows[i].n`. Reading a function in the order of
its text, each mention of a place touches it in one way. Two questions are answered from this: was a place asked about
in a condition before it was used, and what is the first thing that happens to it after it was given or released. The
second follows blocks: what stands behind a `return` or in the other branch does not come next.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import Literal

from tree_sitter import Node

from treeplay.judge.static import tables
from treeplay.judge.static.events import text_of
from treeplay.judge.static.limits import operator_of
from treeplay.judge.static.names import name_of

TouchKind = Literal["assigned", "checked", "dereferenced", "indexes", "used"]

_PLACES = frozenset({"identifier", *tables.MEMBERS, *tables.INDEXED, "subscript_expression"}) - {"qualified_identifier"}
_AROUND = frozenset(
    ["parenthesized_expression", "cast_expression", "condition_clause", "subscript_argument_list", "expression_list"]
)
_INDICES = frozenset(["subscript_expression", "subscript_argument_list"])
_NEAR = 4
"How many nodes around a place are looked at for an element that it is the index of."
_COMPARISONS = frozenset({"==", "!=", "<", ">", "<=", ">=", "===", "!==", "in", "not in"})
_LOGICAL = frozenset({"&&", "||", "and", "or", "!", "not"})
_CHECKS = re.compile(
    r"(?i)(.*(\.|->|::))?_*(\w*(assert|check|valid|verify|ensure|require|likely|is_err|isnull|is_null|overflow)\w*|"
    r"bug_on|warn_on\w*|switch|min|max|clamp|min_t|max_t|clip\w*|\w*(min|max))"
)
"Functions that ask about what they are given."
_DEREFERENCING = re.compile(
    r"(std::)?(mem(cpy|move|set|cmp|chr)|str(n?cpy|n?cat|n?cmp|len|chr|rchr|str|dup|n?casecmp|to[lud]+|spn|cspn|tok)|"
    r"ato[ilf]|s?printf|fputs|puts|f(read|write|close|gets|scanf|printf)|isalpha|bcopy)"
)
"Functions that follow the pointers they are given."
_BOUNDING = re.compile(r"(?i)\b\w*(min|sizeof|strlen|clamp|clip)\w*\s*\(|[%?]|[^&]&[^&]|\bsizeof\b|^\(?\w*\)?\d+$")
"Ways of making a number that keep it small."
_LONGEST = 500
"How much of an expression is searched for one of them."
_MAX_DEPTH = 150
_MOST_STEPS = 2
"How many assignments back a bound is looked for."
_MOST_STATEMENTS = 400
"How many statements are looked at for what comes next."


@dataclass(frozen=True)
class Touch:
    """One mention of a place."""

    place: str
    kind: TouchKind
    node: Node
    is_holder: bool = False
    "A member or an element of the place is meant."


def is_place(node: Node) -> bool:
    """Whether a node is a variable, a member or an element."""
    return node.type in _PLACES


def place_of(node: Node) -> str:
    """The place that an expression is, without parentheses, casts, `&` and `*`; empty if it is none."""
    while node.type in _AROUND or node.type in ("pointer_expression", "reference_expression"):
        inner = node.child_by_field_name("value") or node.child_by_field_name("argument") or node.named_children[-1:]
        if not inner:
            return ""
        node = inner[0] if isinstance(inner, list) else inner
    return "".join(text_of(node).split()) if node.type in _PLACES else ""


def target_place(node: Node) -> str:
    """The place that an assignment or a declaration gives a value to."""
    target = node.child_by_field_name("left") or node.child_by_field_name("declarator")
    while target is not None and target.type.endswith("_declarator"):
        target = target.child_by_field_name("declarator")
    return place_of(target) if target is not None and target.type != "pointer_expression" else ""


def touches(node: Node) -> list[Touch]:
    """All mentions of places in a piece of code, in the order in which they happen."""
    found: list[Touch] = []
    _gather(node, _around(node), found)
    return found


def _around(node: Node) -> list[Node]:
    """The nodes around a node within its statement, the outermost first."""
    around: list[Node] = []
    while (parent := node.parent) is not None and not parent.type.endswith("block") and len(around) < _MAX_DEPTH:
        around.append(parent)
        node = parent
        if node.type.endswith("statement") or node.type in tables.FUNCTIONS:
            break
    return around[::-1]


def _gather(node: Node, around: list[Node], found: list[Touch]) -> None:
    """Adds the mentions in a node; `around` is passed along, for a tree tells a node's parent slowly."""
    if len(around) > _MAX_DEPTH:
        return
    around.append(node)
    for child in _in_order(node):
        _gather(child, around, found)
    around.pop()
    if node.type in _PLACES and not _is_member_name(node, around):
        found.append(Touch("".join(text_of(node).split()), _kind(node, around), node, _is_holder(node, around)))


def _in_order(node: Node) -> Sequence[Node]:
    """The parts of a node; what is assigned comes before what it is assigned to."""
    children = node.named_children
    if node.type in tables.ASSIGNMENTS or node.type in tables.AUGMENTED:
        return children[::-1]
    return children


def _is_member_name(node: Node, around: Sequence[Node]) -> bool:
    return bool(around) and around[-1].type in tables.MEMBERS and node != around[-1].named_children[0]


def _kind(node: Node, around: Sequence[Node]) -> TouchKind:
    if not around:
        return "used"
    if _is_followed(node, around):
        return "dereferenced"
    if _is_target(node, around[-1]):
        return "assigned"
    if _is_asked_about(node, around):
        return "checked"
    return "indexes" if any(each.type in _INDICES for each in around[-_NEAR:]) else "used"


def _is_holder(node: Node, around: Sequence[Node]) -> bool:
    """Whether a member or an element of the place is meant, not the place itself."""
    if not around or node != around[-1].named_children[0]:
        return False
    kind = around[-1].type
    return kind in tables.MEMBERS or kind in tables.INDEXED or kind == "subscript_expression"


def _is_followed(node: Node, around: Sequence[Node]) -> bool:
    """Whether the place is a pointer (or container) that is followed here."""
    if not around:
        return False
    parent = around[-1]
    if _is_holder(node, around):
        return parent.type not in tables.MEMBERS or any(child.type == "->" for child in parent.children)
    if parent.type == "pointer_expression":
        return parent.children[0].type == "*"
    if parent.type == "cast_expression":
        return _is_followed(parent, around[:-1])
    return parent.type == "argument_list" and _DEREFERENCING.fullmatch(_callee(around[:-1])) is not None


def _is_target(node: Node, parent: Node) -> bool:
    """Whether the place gets a value: it is assigned to, declared, or its address is given away."""
    if parent.type == "pointer_expression":
        return True  # `*` follows, so this is `&`
    if parent.type in tables.ASSIGNMENTS:
        return node in (parent.child_by_field_name(name) for name in ("left", "declarator", "name"))
    return parent.type.endswith("_declarator") or parent.type == "delete_expression"


def _is_asked_about(node: Node, around: Sequence[Node]) -> bool:
    """Whether a condition, or a function that checks, is about the place."""
    for at in range(len(around) - 1, -1, -1):
        parent = around[at]
        if parent.type in tables.BRANCHES or parent.type in ("conditional_expression", "ternary_expression"):
            return node in (parent.child_by_field_name("condition"), parent.child_by_field_name("value"))
        if parent.type in ("argument_list", "arguments") and _CHECKS.fullmatch(_callee(around[:at])):
            return True
        if operator_of(parent) in _COMPARISONS or operator_of(parent) in _LOGICAL:
            return True
        if parent.type.endswith(("statement", "declaration")) or parent.type in tables.FUNCTIONS:
            return False
        node = parent
    return False


def _callee(around: Sequence[Node]) -> str:
    return name_of(around[-1].child_by_field_name("function")) if around else ""


class History:
    """When one place was first asked about and what it was given, so that a question costs little in long functions."""

    def __init__(self, touched: Sequence[Touch]) -> None:
        self.first_check = min((each.node.end_byte for each in touched if each.kind == "checked"), default=math.inf)
        given: list[tuple[int, Node | None]] = []
        for each in touched:
            if (value := _assigned(each)) is not None or _may_be_assigned(each):
                given.append((each.node.end_byte, value))
        self._given = sorted(given, key=itemgetter(0))
        self._ends = [end for end, _ in self._given]

    def made_before(self, byte: int) -> Node | None:
        """What the place was given last before a byte of the code; none if that is not known."""
        at = bisect_right(self._ends, byte)
        return self._given[at - 1][1] if at else None

    def given_before(self, byte: int) -> int:
        """Where the place was given something last before a byte of the code; 0 if nowhere."""
        at = bisect_right(self._ends, byte)
        return self._ends[at - 1] if at else 0


class Places:
    """What happens in one function."""

    def __init__(self, scope: Node) -> None:
        self._scope = scope
        self._pieces: dict[int, list[Touch]] = {}
        self._children: dict[int, tuple[list[Node], dict[int, int]]] = {}
        self._touches: dict[str, list[Touch]] = {}
        self._histories: dict[str, History] = {}
        for touch in touches(scope):
            self._touches.setdefault(touch.place, []).append(touch)

    def next_touch(self, node: Node, place: str, kinds: frozenset[TouchKind]) -> TouchKind | None:
        """Of the given kinds, the way in which a place is touched first after a node; none if it is not."""
        if place not in self._touches:
            return None
        if _is_asked_about(node, _around(node)):
            return "checked"
        for piece in self.following(node):
            for touch in self._in(piece):
                if touch.kind in kinds and touch.place == place:
                    return touch.kind
        return None

    def following(self, node: Node) -> Iterator[Node]:
        """The pieces of code that run after a node, in order, until the way through the function may end.

        After the body of a loop comes its head once more, after a `goto` what stands at its label, if that is behind.
        """
        left = _MOST_STATEMENTS
        while (parent := node.parent) is not None and node.type not in tables.FUNCTIONS | tables.JUMPS:
            child, node = node, parent
            for later in self._behind(child, parent):
                yield later
                left -= 1
                if left < 0:
                    return
                if later.type in tables.JUMPS:
                    label = self._label(later)
                    if label is None:
                        return
                    yield label
                    node = label
                    break

    def _label(self, jump: Node) -> Node | None:
        name = text_of(jump.named_children[0]) if jump.type == "goto_statement" and jump.named_children else ""
        label = self._labels.get(name)
        return label if label is not None and label.start_byte > jump.start_byte else None

    @cached_property
    def _labels(self) -> dict[str, Node]:
        found, waiting = {}, [self._scope]
        while waiting:
            node = waiting.pop()
            if node.type == "labeled_statement" and node.named_children:
                found[text_of(node.named_children[0])] = node
            waiting.extend(node.named_children)
        return found

    def _behind(self, node: Node, parent: Node) -> Iterable[Node]:
        """The parts of a parent that run after one of them."""
        if parent.id not in self._children:
            children = parent.named_children
            self._children[parent.id] = children, {child.id: at for at, child in enumerate(children)}
        children, positions = self._children[parent.id]
        if parent.type in tables.ASSIGNMENTS:
            return children[:1] if node != children[0] else ()
        if node.type in tables.CASES:
            return ()
        later = islice(children, positions[node.id] + 1, None)
        return _later_in_branch(node, parent, list(later)) if parent.type in tables.BRANCHES else later

    def _in(self, piece: Node) -> list[Touch]:
        if piece.id not in self._pieces:
            self._pieces[piece.id] = touches(piece)
        return self._pieces[piece.id]

    def is_bounded(self, expression: Node, before: Node, depth: int = 0) -> bool:
        """Whether a number was asked about before a node is reached, or is bounded by the way it was made.

        Args:
            expression: what is asked for; one place in it that was asked about is enough.
            before: where the number is used.
            depth: how many assignments lie between the two.
        """
        if _BOUNDING.search(text_of(expression)[:_LONGEST]):
            return True
        places = [touch for touch in touches(expression) if not touch.is_holder]
        if not places:
            return True  # a constant
        return any(self._is_place_bounded(touch.place, before, depth) for touch in places)

    def _is_place_bounded(self, place: str, before: Node, depth: int) -> bool:
        history = self.history_of(place)
        if history.first_check <= before.start_byte:
            return True
        made = history.made_before(before.start_byte) if depth < _MOST_STEPS else None
        return made is not None and self.is_bounded(made, made, depth + 1)

    def touches_of(self, place: str) -> Sequence[Touch]:
        """Every mention of a place."""
        return self._touches.get(place, ())

    def history_of(self, place: str) -> History:
        """When a place was asked about and what it was given."""
        if place not in self._histories:
            self._histories[place] = History(self._touches.get(place, ()))
        return self._histories[place]


def _later_in_branch(node: Node, parent: Node, later: Sequence[Node]) -> Sequence[Node]:
    def parts(*names: str) -> list[Node]:
        return [part for name in names if (part := parent.child_by_field_name(name)) is not None]

    if not later or node in parts("body", "consequence"):
        return parts("update", "condition") if parent.type in tables.LOOPS else ()
    if node in parts("update"):
        return parts("condition", "body")
    return [child for child in later if child.type != "else_clause"]


def _may_be_assigned(touch: Touch) -> bool:
    """Whether a place is given to a macro that stands as a statement of its own, and may assign to it."""
    call = touch.node.parent.parent if touch.node.parent is not None else None
    if call is None or call.type != "call_expression" or call.parent is None:
        return False
    callee = name_of(call.child_by_field_name("function"))
    return len(callee) > 3 and callee.isupper() and call.parent.type == "expression_statement"


def _assigned(touch: Touch) -> Node | None:
    """What a touch assigns; none if it assigns nothing, or nothing that is to be read here."""
    parent = touch.node.parent if touch.kind == "assigned" else None
    while parent is not None:
        if parent.type in tables.ASSIGNMENTS:
            return parent.child_by_field_name("right") or parent.child_by_field_name("value")
        if not parent.type.endswith("_declarator"):
            return None
        parent = parent.parent
    return None
