"""The golden program with the branch's first other token, the languages' own way of counting tokens."""

from __future__ import annotations

import pytest
from worded import ROOT, parted

from treeplay.tree.swap import swapped

PREFIX = "def f(path):\n   "


def swap(golden: str, branch: str, *, language: str = "python", prefix: str = PREFIX) -> str | None:
    """What `swapped` makes of a branch at the root."""
    path, ids, codec = parted(golden, branch, language, prefix)
    return swapped(path, ROOT, ids, codec)


@pytest.mark.parametrize(
    ("golden", "branch", "expected"),
    [
        # Another call: that token alone, not what follows it.
        (" return yaml.safe_load(path)\n", " return yaml.load(path, Loader)\n", " return yaml.load(path)\n"),
        # A name that begins to be used here is another name wherever it stands, in f-strings too.
        (
            ' out = run(path)\n    log(f"out {out}", "out")\n    return out\n',
            " result = shell(path)\n",
            ' result = run(path)\n    log(f"out {result}", "out")\n    return result\n',
        ),
        # Not so a name that was there before, nor where the new one has a meaning already.
        (" return path\n", " return eval(path)\n", " return eval\n"),
        (" out = path\n    return out\n", " path = out\n", " path = path\n    return out\n"),
        # Other quotes.
        (' return f(["a", "b"])\n', " return f(['a'])\n", " return f(['a', \"b\"])\n"),
        # A keyword in place of a keyword; the judge says what that is worth.
        (" if path:\n        return 1\n", " return 1\n", " return path:\n        return 1\n"),
        # A comment says nothing, whoever writes it.
        (" return 1\n", " # All of it.\n    return 2\n", " return 1\n"),
        (" # All of it.\n    return 1\n", " return 2\n", " # All of it.\n    return 1\n"),
    ],
)
def test_the_token_at_which_a_branch_leaves_stands_in_the_golden_program(
    golden: str, branch: str, expected: str
) -> None:
    assert swap(golden, branch) == expected


@pytest.mark.parametrize(
    ("golden", "branch"),
    [
        (" return 1\n", " return 1\n"),  # does not leave
        (" return 1\n", " return"),  # breaks off
        (" if path:\n        path = 1\n    return 1\n", " if path:\n    return 1\n"),  # leaves by white space
    ],
)
def test_there_is_no_such_program(golden: str, branch: str) -> None:
    assert swap(golden, branch) is None


@pytest.mark.parametrize(
    ("language", "prefix", "golden", "branch", "expected"),
    [
        ("javascript", "function f(x) {", " const a = g(x); return `${a}`; }", " const b = x; }",
         " const b = g(x); return `${b}`; }"),
        ("go", "func f(x int) int {", " a := g(x)\n return a\n}", " b := x\n}", " b := g(x)\n return b\n}"),
        ("c", "int f(int x) {", " int a = g(x); return a; }", " int b = x; }", " int b = g(x); return b; }"),
    ],
)  # fmt: skip
def test_languages_with_braces(language: str, prefix: str, golden: str, branch: str, expected: str) -> None:
    assert swap(golden, branch, language=language, prefix=prefix) == expected
