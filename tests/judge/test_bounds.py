"""What conditions say of a number, and where it holds."""

from __future__ import annotations

import pytest

from treeplay.judge.static.bounds import Bounds
from treeplay.judge.static.places import Places
from treeplay.syntax.languages import Parsed


def is_limited(body: str) -> bool:
    """Whether `n` is limited in the last call of `use` in a function of this body."""
    root = Parsed("void f(int n, int m, struct s *s) { " + body + " }", "c").root
    scope = root.named_children[0]
    waiting, calls = [scope], []
    while waiting:
        node = waiting.pop()
        if node.type == "call_expression" and (node.text or b"").startswith(b"use("):
            calls.append(node)
        waiting.extend(node.named_children)
    last = max(calls, key=lambda each: each.start_byte)
    return Bounds(scope, Places(scope)).is_limited(last.named_children[1].named_children[0])


@pytest.mark.parametrize(
    "body",
    [
        "if (n > 8) return; use(n);",
        "if (n < 8) use(n);",
        "if (n < 0 || n > m) goto out; use(n); out: ;",
        "if (n > 8) n = 8; use(n);",
        "if (n < 8) g(); else return; use(n);",
        "n < 8 && use(n);",
        "m > n ? use(n) : g();",
        "while (n < 8) { use(n); n++; }",
        "assert(n < 8); use(n);",
        "n = m & 7; use(n);",
        "n = 4; use(n);",
        "if (m > 8) return; n = m + 2; use(n);",
        "int sum = n + 2; if (sum > m) return; use(n);",
        "if (8 / m < n) return; use(n);",
        "use(sizeof(n));",
    ],
)
def test_limited(body: str) -> None:
    assert is_limited(body)


@pytest.mark.parametrize(
    "body",
    [
        "use(n);",
        "if (n > 8) g(); use(n);",
        "if (n < 8) { g(); } use(n);",
        "if (n < 8) return; use(n);",
        "if (n > 8) use(n);",
        "if (n == 0) return; use(n);",
        "if (m) { if (n > 8) return; } use(n);",
        "for (int i = 0; i < n; i++) g(); use(n);",
        "if (n > 8) return; n = read_int(s); use(n);",
        "if (n > 8) return; n = s->n; use(n);",
        "int i = n > 8 ? 1 : 2; use(n);",
        "if (send(n) < 0) return; use(n);",
        "n = 0; FETCH(n, s); use(n);",
    ],
)
def test_not_limited(body: str) -> None:
    assert not is_limited(body)
