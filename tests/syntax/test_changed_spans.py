"""Where two versions of a program differ."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treeplay.syntax import changed_spans

# Old and new, then the texts of the changed spans, pairwise.
CASES = {
    "word": ("a = md5(x)\n", "a = sha256(x)\n", [("md5", "sha256")]),
    "nothing": ("a\n", "a\n", []),
    "line put in": ("a(1)\nb\n", "a(1)\nc(2)\nb\n", [("", "c(2)\n")]),
    "line put in before its like": ("x\nf(2)\ng\n", "x\nf(1)\nf(2)\ng\n", [("", "f(1)\n")]),
    "line taken out": ("a\ncheck(x)\nb\n", "a\nb\n", [("check(x)\n", "")]),
    "argument taken out": ("run(c, shell=True)\n", "run(c)\n", [(", shell=True", "")]),
    "put in at the end": ("a\n", "a\nb\n", [("", "b\n")]),
    "all": ("a", "b", [("a", "b")]),
    "from nothing": ("", "a b", [("", "a b")]),
    "joined over punctuation": ("x = a.b(c)\n", "x = d.e(c)\n", [("a.b", "d.e")]),
    "apart over a word": ("a(keep, b)\n", "c(keep, d)\n", [("a", "c"), ("b", "d")]),
    "apart over a line": ("a\n(\nb\n", "c\n(\nd\n", [("a", "c"), ("b", "d")]),
    "indentation": ("if a:\n  b\n", "if a:\n    b\n", [("b", "  b")]),
    "not ascii": ("é = 'ö'\n", "é = 'ü'\n", [("ö", "ü")]),
}


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_changed_spans_are_these(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    changes = changed_spans(old, new)
    pairs = zip(changes.old_spans, changes.new_spans, strict=True)
    assert [(old[a:b], new[c:d]) for (a, b), (c, d) in pairs] == expected


def test_changed_spans_of_a_deletion_name_its_place_in_the_new_text() -> None:
    assert changed_spans("a\ncheck(x)\nb\n", "a\nb\n").new_spans == ((2, 2),)


LINES = st.lists(
    st.sampled_from(["a = 1\n", "    f(a, b)\n", "\n", "  ", "é.x", "a", "(", "# no\n", "\t"]), max_size=12
)


@settings(max_examples=150, deadline=None)
@given(old=LINES.map("".join), new=LINES.map("".join))
def test_changed_spans_put_into_the_old_text_make_the_new(old: str, new: str) -> None:
    changes = changed_spans(old, new)
    made, at = "", 0
    for (a, b), (c, d) in zip(changes.old_spans, changes.new_spans, strict=True):
        assert at <= a <= b and c <= d and (a, c) != (b, d)
        made += old[at:a] + new[c:d]
        at = b
    assert made + old[at:] == new
