"""From characters to tokens and back."""

from __future__ import annotations

import pytest
from tokenised import END, PROMPT, by_byte, by_word

from treeplay.corpus.schema import Task
from treeplay.tree.path import GoldenPath

TASK = Task(id="t", instruction="i", prefix="f:\n", golden="  é = 1\n")


def test_position_of_is_the_token_that_holds_the_character() -> None:
    path = by_word(TASK)  # " ", " é", " =", " 1", "\n"
    found = [path.position_of(char) for char in range(len(path.code) + 1)]
    assert found == [None, None, None, 3, 4, 4, 5, 5, 6, 6, 7, None]


def test_position_of_a_character_of_several_tokens_is_the_first_of_them() -> None:
    path = by_byte(TASK)
    assert path.golden_ids[path.position_of(path.code.index("é")) - len(PROMPT)] == "é".encode()[0]  # type: ignore[operator]


def test_position_of_finds_the_prefix_only_in_a_token_that_reaches_back() -> None:
    path = by_word(TASK, held_back=1)
    assert path.position_of(2) == len(PROMPT) and path.position_of(1) is None


def test_start_of_undoes_position_of_and_refuses_the_prompt() -> None:
    path = by_word(TASK)
    assert path.start_of(5) == 6
    assert path.position_of(6) == 5
    with pytest.raises(IndexError, match="prompt"):
        path.start_of(2)


def test_end_before_counts_tokens_that_began() -> None:
    path = by_word(TASK)
    assert [path.end_before(char) for char in (3, 4, 6, 7, 11)] == [3, 4, 5, 6, 8]


def test_end_before_counts_every_token_of_a_character() -> None:
    path = by_byte(TASK)
    after = path.code.index("é") + 1
    assert path.end_before(after) == path.end_before(after - 1) + len("é".encode())
    assert path.end_before(len(path.code)) == len(PROMPT) + len(TASK.golden.encode())


def test_golden_path_needs_a_span_for_every_id() -> None:
    with pytest.raises(ValueError, match="2 golden ids but 1 spans"):
        GoldenPath(TASK, PROMPT, (1, END), ((3, 4),))
