"""What the warm start learns from and what self-play meets."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from tiny import tokenizer
from treeplay.config.load import load_settings
from treeplay.config.run import CorpusSettings
from treeplay.corpus.schema import Task
from treeplay.errors import ConfigError, DataError
from treeplay.models.prompt import Prompter
from treeplay.train.material import Material, divide, prepare
from treeplay.tree.path import GoldenPath


def a_path(number: int, family: str) -> GoldenPath:
    return GoldenPath(Task(id=f"t{number}", instruction="Do it.", family=family), (1,), (), ())


@given(families=st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=40), share=st.floats(0.05, 0.95))
def test_divide_keeps_families_whole_and_loses_no_task(families: list[str], share: float) -> None:
    paths = [a_path(number, family) for number, family in enumerate(families)]
    try:
        learned, unseen = divide(paths, share)
    except DataError:
        smallest = min(Counter(families).values())
        assert smallest > share * len(paths) or len(set(families)) == 1 or share * len(paths) >= len(paths)
        return
    assert learned
    assert unseen
    assert sorted(p.task.id for p in (*learned, *unseen)) == sorted(p.task.id for p in paths)
    assert not {p.task.family for p in learned} & {p.task.family for p in unseen}
    assert len(learned) <= share * len(paths)


def test_divide_at_1_gives_everything_to_both() -> None:
    paths = [a_path(0, "a"), a_path(1, "a"), a_path(2, "b")]
    assert divide(paths, 1.0) == (paths, paths)
    assert divide(paths, 0.7) == (paths[:2], paths[2:])


def test_divide_that_leaves_a_side_empty_is_refused() -> None:
    with pytest.raises(DataError, match=r"share=0.5 cannot divide 2 tasks of 1 families"):
        divide([a_path(0, "a"), a_path(1, "a")], 0.5)


def test_share_without_a_warm_start_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"set warm_start.share to 1"):
        load_settings("default", ["warm_start.epochs=0", "warm_start.share=0.5"])


def test_vulnerable_swaps_the_versions_and_leaves_out_tasks_without_one() -> None:
    pair = Task(id="p", instruction="Do it.", prefix="def f():\n", golden="    return 1\n", vulnerable="    return 2\n")
    bare = Task(id="b", instruction="Do it.", prefix="def f():\n", golden="    return 1\n")
    prompter = Prompter(tokenizer())
    material = Material(tuple(map(prompter.golden_path, (pair, bare))), prompter, {})
    (learned,) = material.vulnerable().tasks
    assert (learned.id, learned.golden, learned.vulnerable) == ("p", pair.vulnerable, pair.golden)
    with pytest.raises(DataError, match="no task of the corpus has a vulnerable version"):
        Material((prompter.golden_path(bare),), prompter, {}).vulnerable()


def test_tasks_one_version_of_which_is_joined_to_the_prompt_are_left_out_and_counted(tmp_path: Path) -> None:
    joining = tokenizer()
    core = json.loads(joining.backend_tokenizer.to_str())
    core["model"] |= {"vocab": core["model"]["vocab"] | {"ĊĠ": 259}, "merges": [["Ċ", "Ġ"]]}  # line break and space
    joining._tokenizer = Tokenizer.from_str(json.dumps(core))
    joining.save_pretrained(str(tmp_path))
    codes = {"kept": ("a = 1\n", "a = 2\n"), "bad": ("b = 1\n", "  b = 2\n"), "good": ("  c = 1\n", "c = 2\n")}
    rows = [
        {"id": name, "instruction": "Do it.", "language": "python", "golden": golden, "vulnerable": vulnerable}
        for name, (golden, vulnerable) in codes.items()
    ]
    (tmp_path / "pairs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    settings = CorpusSettings(source=f"pairs:{tmp_path / 'pairs.jsonl'}", split=None)
    material = prepare(settings, str(tmp_path), seed=0)
    assert [task.id for task in material.tasks] == ["kept"]
    assert material.dropped == {"the tokenizer joins prompt and completion": 2}
    assert [task.golden for task in material.vulnerable().tasks] == ["a = 2\n"]
