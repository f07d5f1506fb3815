"""Which branches leave the golden path with something right too early."""

from __future__ import annotations

import pytest
from worded import ROOT, parted

from treeplay.tree.early import comes_early


def early(golden: str, branch: str, *, language: str = "python", prefix: str = "def f(x):\n   ") -> bool:
    """Whether a branch at the root comes early."""
    path, ids, codec = parted(golden, branch, language, prefix)
    return comes_early(path, ROOT, ids, codec)


CHECKED = " if not ok(x):\n        raise Bad\n    x = str(x)\n    return run(x)\n"


@pytest.mark.parametrize(
    ("branch", "expected"),
    [
        (" return run(x)\n", True),  # as the golden path goes on after its check
        (" return x\n", True),  # the token rejected is the same, whatever follows it
        (" x = int(x)\n", True),
        (" raise Bad\n", True),  # inside the golden statement that it leaves
        (" y = x\n    return run(x)\n", False),  # nothing there begins with y
        (" if x:\n        return run(x)\n", False),  # leaves inside the condition, where no statement begins
        (" if not ok(x):\n        return None\n", True),
        (" if not ok(x):\n        x = None\n", True),
        (" if not ok(x):\n        pass\n", False),
        (CHECKED, False),  # does not leave at all
    ],
)
def test_a_branch_is_early_where_its_first_other_token_begins_a_later_statement(branch: str, expected: bool) -> None:
    assert early(CHECKED, branch) is expected


def test_what_only_came_before_is_not_early() -> None:
    assert not early(" x = str(x)\n    return run(x)\n", " x = str(x)\n    x = run(x)\n")


@pytest.mark.parametrize(
    ("language", "golden"),
    [
        ("c", " if (! ok(x)) { stop(); } return run(x); }"),
        ("javascript", " if (! ok(x)) { stop(); } return run(x); }"),
        ("go", " if ! ok(x) { stop() }\n return run(x)\n}"),
    ],
)
def test_languages_with_braces(language: str, golden: str) -> None:
    prefix = {"c": "int f(int x) {", "javascript": "function f(x) {", "go": "func f(x int) int {"}[language]
    assert early(golden, " return run(x); }", language=language, prefix=prefix)
    assert not early(golden, " if (x) { return run(x); } }", language=language, prefix=prefix)
    assert not early(golden, " y = run(x); }", language=language, prefix=prefix)
