"""How many tokens of a branch are the decision."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treeplay.tree.extent import Extent, rejected_tokens

BEFORE = "def f(x):\n    a = 1\n"


def ends_of(pieces: list[str]) -> list[int]:
    return [sum(map(len, pieces[: i + 1])) for i in range(len(pieces))]


@pytest.mark.parametrize(
    ("pieces", "extent", "expected"),
    [
        (["    return", " x", "\n", "    y", "\n"], "statement", 3),
        (["    return", " x", "\n    ", "y"], "statement", 3),
        (["    # no", "\n\n", "    return", " x", "\n", "    y"], "statement", 5),
        (["    g(", "x", ")\n    ", "h", "\n", "z"], "block", 5),
        (["    g(", "x", ")\n", "\n", "z = 1"], "function", 3),
        (["    g(", "x", ")\n", "\n", "z = 1"], "tokens", 5),
        (["    return", " x", ""], "statement", 3),
        (["    return", " x", "\n", ""], "statement", 4),
        (["    g(", "x"], "statement", 2),
        (["    re", "turn x; ", "y", "\n"], "statement", 2),
    ],
    ids=[
        "its line break belongs",
        "merged line break",
        "comment first",
        "block",
        "function",
        "tokens",
        "end of turn ends it",
        "end of turn after it",
        "cut off",
        "crossing token",
    ],
)
def test_rejected_tokens_are_so_many(pieces: list[str], extent: Extent, expected: int) -> None:
    assert rejected_tokens(BEFORE, "".join(pieces), ends_of(pieces), "python", extent) == expected


def test_rejected_tokens_of_a_branch_without_code_is_at_least_one() -> None:
    assert rejected_tokens("function f() {\n", "}\n", [1, 2], "javascript", "statement") >= 1


@given(
    text=st.text(alphabet="ab(\n ='#:", min_size=1, max_size=30),
    extent=st.sampled_from(["statement", "block", "function"]),
)
def test_rejected_tokens_lie_between_one_and_all(text: str, extent: Extent) -> None:
    pieces = re.findall(r"\s*\S|\s+$", text)
    assert 1 <= rejected_tokens(BEFORE, text, ends_of(pieces), "python", extent) <= len(pieces)
