"""Trees as the preference files of other trainers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tokenised import decode_bytes

from treeplay.errors import DataError
from treeplay.tree.export import export_llama_factory, export_trl, pair_of
from treeplay.tree.schema import Branch, Node, Tree

PROMPT_TEXT = b"write f\n"


def branch(text: bytes, *, weight: float = 1.0, reject: int | None = None) -> Branch:
    return Branch(node=0, ids=tuple(text), text="", source="opponent", reject=reject or len(text), weight=weight)


def tree(*branches: Branch, golden: bytes = b"a = 1\nreturn a\n") -> Tree:
    node = Node(position=len(PROMPT_TEXT) + 6, end=len(PROMPT_TEXT) + 15, policy="diff")
    return Tree(task_id="t", prompt_ids=tuple(PROMPT_TEXT), golden_ids=tuple(golden), nodes=(node,), branches=branches)


def test_export_trl_writes_pairs_that_share_their_prompt(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    count = export_trl([tree(branch(b"eval(a)\nx\n")), tree(branch(b"no\n", weight=0))], path, decode_bytes)
    assert [json.loads(line) for line in path.read_text().splitlines()] == [
        {"prompt": "write f\na = 1\n", "chosen": "return a\n", "rejected": "eval(a)\nx\n"}
    ]
    assert (count.trees, count.pairs, count.without_weight, count.same_text) == (2, 1, 1, 0)


def test_export_trl_statement_rejects_only_the_tree_s_extent(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    export_trl([tree(branch(b"eval(a)\nx\n", reject=8))], path, decode_bytes, rejected="statement")
    assert json.loads(path.read_text())["rejected"] == "eval(a)\n"


def test_export_trl_leaves_out_a_branch_of_the_same_text(tmp_path: Path) -> None:
    count = export_trl([tree(branch(b"return a\n"))], tmp_path / "pairs.jsonl", decode_bytes)
    assert (count.pairs, count.same_text) == (0, 1)
    assert (tmp_path / "pairs.jsonl").read_text() == ""


def test_pair_of_a_node_inside_a_character_begins_before_it() -> None:
    golden = "a = 1é\n".encode()  # the node's position is the second byte of é
    node = Node(position=len(PROMPT_TEXT) + 6, end=len(PROMPT_TEXT) + 8, policy="root")
    rejected = branch("è".encode()[1:] + b"\n")
    made = Tree(
        task_id="t",
        prompt_ids=tuple(PROMPT_TEXT),
        golden_ids=tuple(golden),
        nodes=(node,),
        branches=(rejected,),
    )
    pair = pair_of(made, rejected, decode_bytes)
    assert (pair.prompt, pair.chosen, pair.rejected) == ("write f\na = 1", "é\n", "è\n")


def test_export_llama_factory_enters_the_data_set_and_keeps_the_others(tmp_path: Path) -> None:
    (tmp_path / "dataset_info.json").write_text('{"other": {"file_name": "o.json"}}')
    export_llama_factory([tree(branch(b"eval(a)\n"))], tmp_path, "hard", decode_bytes)
    info = json.loads((tmp_path / "dataset_info.json").read_text())
    assert info["other"] == {"file_name": "o.json"}
    assert info["hard"]["ranking"] is True and info["hard"]["file_name"] == "hard.json"
    (row,) = json.loads((tmp_path / "hard.json").read_text())
    assert row == {
        "instruction": "write f\na = 1\n",
        "input": "",
        "chosen": "return a\n",
        "rejected": "eval(a)\n",
    }
    assert set(info["hard"]["columns"].values()) == set(row)


@pytest.mark.parametrize("content", ["[]", "{"], ids=["a list", "not JSON"])
def test_export_llama_factory_refuses_a_damaged_index(tmp_path: Path, content: str) -> None:
    (tmp_path / "dataset_info.json").write_text(content)
    with pytest.raises(DataError, match=r"dataset_info\.json"):
        export_llama_factory([], tmp_path, "hard", decode_bytes)
    assert not (tmp_path / "hard.json").exists()
