"""A tree in the terminal."""

from __future__ import annotations

import io
from math import log
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from tokenised import decode_bytes

from treeplay.corpus.schema import Task
from treeplay.tree.schema import Branch, Node, Tree
from treeplay.tree.show import draw_tree, visible

TASK = Task(
    id="sql/lookup",
    cwe="CWE-089",
    instruction="i",
    prefix="def f(n):\n",
    golden="    q = 1\n    return run(q, n)\n",
)


def drawn(text: str, *, reason: str = "why", colour: bool = False, **judged: Any) -> str:
    node = Node(position=9, end=12, cwe="CWE-089", line=3, policy="diff", reason=reason)
    branch = Branch(
        node=0, ids=tuple(text.encode()), logps=(log(0.25), -2.0, *[-0.5] * (len(text.encode()) - 2)), text="",
        source="opponent", reject=3, verdict="vulnerable", count=3,
    )  # fmt: skip
    branch = branch.model_copy(update=judged)
    sure = branch.model_copy(update={"verdict": "secure", "weight": 0.0, "count": 1, "logps": (), "flagged": False})
    tree = Tree(
        task_id=TASK.id, cwe=TASK.cwe, prompt_ids=(1,), golden_ids=(2,), nodes=(node,), branches=(sure, branch),
        same_as_golden=2, golden_verdict="secure",
    )  # fmt: skip
    out = io.StringIO()
    Console(file=out, width=100, force_terminal=colour, color_system="standard" if colour else None).print(
        draw_tree(tree, TASK, decode_bytes)
    )
    return out.getvalue()


def test_draw_tree_numbers_the_code_and_marks_the_node() -> None:
    lines = drawn("abcd").splitlines()
    assert (
        lines[0] == "sql/lookup  CWE-089  python  golden path: secure  (2 sampled branches stayed on the golden path)"
    )
    assert lines[2:5] == ["  2 │     q = 1", "● 3 │     return run(q, n)", "    ╰─ CWE-089  diff: why"]


def test_draw_tree_tells_verdict_count_and_likelihood_of_each_branch() -> None:
    text = drawn("abcd")
    # ln 0.25 - 2 - 0.5 = -3.886 over the three rejected tokens
    assert "vulnerable  opponent ×3  log p -3.9 over 3 tokens, first 25.0%" in text
    assert "secure  opponent ×1  not sampled  not trained" in text
    assert text.index("vulnerable") < text.index("not sampled")  # the more frequent branch first
    assert "│      abc\n" in text and "abcd" not in text  # as far in as the golden statement


def test_draw_tree_says_of_a_broken_branch_that_a_detector_found_the_weakness() -> None:
    assert "├─ broken but flagged  opponent" in drawn("abcd", verdict="broken", flagged=True)
    assert "flagged" not in drawn("abcd", verdict="broken") + drawn("abcd", flagged=True)


def test_draw_tree_says_that_a_branch_comes_too_early() -> None:
    assert "vulnerable  opponent ×3, too early  log p" in drawn("abcd", early=True)


def test_draw_tree_says_that_a_branch_goes_wrong_elsewhere() -> None:
    assert "vulnerable  opponent ×3, wrong elsewhere  log p" in drawn("abcd", at_token="secure")
    assert "elsewhere" not in drawn("abcd") + drawn("abcd", verdict="secure", at_token="secure")


def test_draw_tree_colours_verdicts() -> None:
    assert "\x1b[1;31mvulnerable" in drawn("abcd", colour=True)


def test_draw_tree_shows_markup_and_control_characters_as_they_are() -> None:
    assert "[b]" in drawn("[b]x")
    assert "\x1b" not in drawn("\x1b[2J") and "\\x1b[2" in drawn("\x1b[2J")
    assert "[red]x[/red]\\x07" in drawn("abcd", reason="[red]x[/red]\x07")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_visible_text_holds_nothing_that_steers(text: str) -> None:
    shown = visible(text)
    assert shown.isprintable() or all(char.isprintable() or char.isspace() for char in shown)
    assert not set(shown) & set("\x1b\x07\x08\r\n\u202e\u2066\u200b\x9b")
