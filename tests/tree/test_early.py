"""Which branches leave the golden path with something right too early: a token a word, with the blank before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

import pytest

from treeplay.corpus.schema import Task
from treeplay.tree.early import comes_early
from treeplay.tree.path import GoldenPath
from treeplay.tree.schema import Node

PROMPT = (0, 1)
WORDS = re.compile(r"\s*\n(?: *(?= ))?| ?(?:\w+|[^\w\s])|\t")


class Codec:
    """Ids in the order in which words turn up."""

    def __init__(self) -> None:
        self.words: list[str] = ["<a>", "<b>"]

    def encode(self, text: str) -> tuple[int, ...]:
        found = WORDS.findall(text)
        assert "".join(found) == text
        self.words += [word for word in dict.fromkeys(found) if word not in self.words]
        return tuple(self.words.index(word) for word in found)

    def decode(self, ids: Sequence[int]) -> str:
        return "".join(self.words[one] for one in ids)

    def ends(self, ids: Sequence[int]) -> list[int]:
        return list(accumulate(len(self.words[one]) for one in ids))


def early(golden: str, branch: str, *, language: str = "python", prefix: str = "def f(x):\n   ") -> bool:
    """Whether a branch at the root comes early."""
    codec = Codec()
    task = Task(id="t", language=language, instruction="Do.", prefix=prefix, golden=golden)
    ids = codec.encode(golden)
    ends = [len(prefix) + end for end in codec.ends(ids)]
    path = GoldenPath(task, PROMPT, ids, tuple(zip([len(prefix), *ends], ends, strict=False)))
    return comes_early(path, Node(position=2, end=3, policy="root"), codec.encode(branch), codec)


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
