"""What is known of places before and after an event, and of the room of arrays."""

from __future__ import annotations

import contextlib

import pytest
from tree_sitter import Node

from treeplay.judge.detector import ScanError
from treeplay.judge.rules_detector import RulesDetector
from treeplay.judge.static.places import Places, touches
from treeplay.judge.static.room import arrays, longest
from treeplay.syntax.languages import Parsed


def parsed(body: str) -> Node:
    return Parsed("int f(struct s *p, int n) {\n" + body + "\n}\n", "c").root


def node_at(root: Node, code: str) -> Node:
    """The first node with this code."""
    waiting = [root]
    while waiting:
        node = waiting.pop(0)
        if (node.text or b"").decode() == code:
            return node
        waiting = node.named_children + waiting
    raise AssertionError(f"no {code}")


NEXT = {
    "follows": ("free(p); g(p->a);", "dereferenced"),
    "returns first": ("if (n) { free(p); return 1; } g(p->a);", None),
    "leaves the loop": ("while (n) { free(p); break; } return 0;", None),
    "other branch": ("if (n) free(p); else g(p->a);", None),
    "behind the branch": ("if (n) { free(p); } g(p->a);", "dereferenced"),
    "head of the loop": ("for (; n; p = p->next) free(p);", "dereferenced"),
    "checked": ("free(p); if (p) g(p->a);", "checked"),
    "assigned": ("free(p); p = h(); g(p->a);", "assigned"),
    "given an address": ("free(p); h(&p); g(p->a);", "assigned"),
    "another place": ("free(p); g(q->a);", None),
    "in the return": ("return free(p); g(p->a);", None),
    "next case": ("switch (n) { case 1: free(p); case 2: g(p->a); }", None),
    "text function": ("free(p); strlen(p);", "dereferenced"),
}


@pytest.mark.parametrize(("body", "expected"), NEXT.values(), ids=NEXT.keys())
def test_next_touch_is_what_runs_next(body: str, expected: str | None) -> None:
    root = parsed(body)
    kinds = frozenset({"assigned", "checked", "dereferenced"})
    assert Places(root).next_touch(node_at(root, "free(p)"), "p", kinds) == expected  # type: ignore[arg-type]


BOUNDED = {
    "compared": ("if (n > 3) return 0; g(t[n]);", True),
    "compared afterwards": ("g(t[n]); if (n > 3) return 0;", False),
    "never": ("g(t[n]);", False),
    "loop": ("for (n = 0; n < 3; n++) g(t[n]);", True),
    "remainder": ("n = h() % 8; g(t[n]);", True),
    "of what was compared": ("if (m < 8) n = m; g(t[n]);", True),
    "function that checks": ("assert_index(n); g(t[n]);", True),
    "from elsewhere": ("n = h(m); g(t[n]);", False),
}


@pytest.mark.parametrize(("body", "expected"), BOUNDED.values(), ids=BOUNDED.keys())
def test_is_bounded_if_asked_about_before(body: str, expected: bool) -> None:
    root = parsed(body)
    index = node_at(root, "t[n]").named_children[-1]
    assert Places(root).is_bounded(index, index) is expected


def test_touches_come_in_the_order_of_happening() -> None:
    found = [(each.place, each.kind) for each in touches(parsed("n = p->a + 1;")) if each.place in ("n", "p", "p->a")]
    assert found[-3:] == [("p", "dereferenced"), ("p->a", "used"), ("n", "assigned")]


def test_arrays_are_known_by_numbers_only() -> None:
    code = parsed("char a[8], *q, b[2*4+1]; char c[N]; unsigned char d[16] = {0}; int e[4];")
    assert arrays(code) == {"a": 8, "b": 9, "d": 16}


@pytest.mark.parametrize(
    ("template", "length"),
    [
        ("", 1),
        ("abc", 4),
        ("%d", 12),
        ("%5c|%%", 8),
        ("%02x", 9),
        ("%hhu.%hu", 10),
        ("%lu", 21),
        ("%s", 1),
        ("%20s", 21),
    ],
)
def test_longest_text_of_a_format_by_hand(template: str, length: int) -> None:
    assert longest(template) == length


@pytest.mark.parametrize(
    "code",
    [
        "void f(int n) { p = malloc(" + "min" * 30_000 + "); memcpy(a, b, " + "min" * 30_000 + "x); }",
        'void f(void) { sprintf(b, "%d", 1); ' + "char " * 18_000 + "}",
        "void f(void) { " + "".join(f"free(p{i});" for i in range(3_000)) + " }",
    ],
    ids=["long name", "no declaration", "many statements"],
)
def test_hostile_program_is_read_in_reasonable_time(code: str) -> None:
    """Each would take minutes if a search began anew at every place."""
    with contextlib.suppress(ScanError):
        RulesDetector().scan(code, "c")
