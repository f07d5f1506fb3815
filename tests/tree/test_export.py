"""Trees as the preference files of other trainers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tokenised import decode_bytes
from tokenizers.processors import TemplateProcessing

import tiny
from treeplay.errors import DataError
from treeplay.models.prompt import opening
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


def test_pair_of_a_branch_cut_inside_a_character_leaves_it_out() -> None:
    rejected = branch("x = 'é😀".encode()[:-1])
    pair = pair_of(tree(rejected), rejected, decode_bytes)
    assert (pair.chosen, pair.rejected) == ("return a\n", "x = 'é")


@pytest.mark.parametrize("adds", [False, True], ids=["none added", "added"])
def test_export_trl_has_one_start_token_whether_or_not_the_tokenizer_adds_it(tmp_path: Path, adds: bool) -> None:
    tokenizer = tiny.tokenizer()
    if adds:
        core: Any = tokenizer.backend_tokenizer
        core.post_processor = TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    grown = _encoded(tokenizer, "<s>user\nwrite f</s>\n", ["a = 1\n", "return a\n</s>", "eval(a)\n"])
    path = tmp_path / "pairs.jsonl"
    export_trl([grown], path, tokenizer.decode, added=opening(tokenizer))
    row = json.loads(path.read_text())
    ids = grown.prompt_ids + grown.golden_ids
    assert row["prompt"].startswith("user" if adds else "<s>user")
    assert tuple(tokenizer(row["prompt"])["input_ids"]) == ids[: grown.nodes[0].position]
    assert tuple(tokenizer(row["prompt"] + row["chosen"])["input_ids"]) == ids


def _encoded(tokenizer: Any, prompt: str, parts: list[str]) -> Tree:
    """A tree of one branch: the golden code before its node and from there on, and the branch."""
    start, before, after, other = (
        tuple(tokenizer(text, add_special_tokens=False)["input_ids"]) for text in (prompt, *parts)
    )
    position = len(start) + len(before)
    return Tree(
        task_id="t",
        prompt_ids=start,
        golden_ids=before + after,
        nodes=(Node(position=position, end=position + len(after), policy="diff"),),
        branches=(Branch(node=0, ids=other, text="", source="opponent", reject=len(other)),),
    )


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


@pytest.mark.parametrize(
    "parts",
    [
        ["def f():\n   ", " return 1\n```</s>", " return 2  \n\t"],
        ["x = ' é'\r\n", "\n\n  a = '<image>'\r\n", "   \n# {{content}}"],
        ["", "\treturn 1\n", "null"],
    ],
    ids=["a blank first", "line ends", "nothing before"],
)
def test_export_llama_factory_is_read_as_its_loader_reads_it(tmp_path: Path, parts: list[str]) -> None:
    tokenizer = tiny.tokenizer()
    grown = _encoded(tokenizer, "<s>user\nwrite f</s>\n", parts)
    export_llama_factory([grown], tmp_path, "hard", tokenizer.decode)
    (read,) = _read_as_llama_factory_does(tmp_path, "hard")
    ids = grown.prompt_ids + grown.golden_ids
    position = grown.nodes[0].position
    encoded = [tuple(tokenizer(text, add_special_tokens=False)["input_ids"]) for text in read]
    assert encoded == [ids[:position], ids[position:], grown.branches[0].ids]


def _read_as_llama_factory_does(folder: Path, name: str) -> list[tuple[str, str, str]]:
    """Prompt, chosen and rejected as version 0.9.5 takes them from a ranking data set in alpaca's form."""
    entry = json.loads((folder / "dataset_info.json").read_text())[name]
    assert entry.keys() <= {"file_name", "formatting", "ranking", "columns", "split", "folder", "num_samples", "subset"}
    assert entry.get("formatting", "alpaca") == "alpaca"
    assert entry["ranking"] is True  # its stage `rm`, which DPO's data takes, refuses all else
    assert entry["file_name"].endswith(".json")  # the suffix names the type
    columns = entry["columns"]  # a name that is not there stands for no column
    rows = json.loads((folder / entry["file_name"]).read_text())
    assert all(isinstance(row[columns[side]], str) for row in rows for side in ("chosen", "rejected"))
    asked = [[row[columns[part]] for part in ("prompt", "query") if part in columns] for row in rows]
    return [
        ("\n".join(part for part in parts if part), row[columns["chosen"]], row[columns["rejected"]])
        for parts, row in zip(asked, rows, strict=True)
    ]


@pytest.mark.parametrize("content", ["[]", "{"], ids=["a list", "not JSON"])
def test_export_llama_factory_refuses_a_damaged_index(tmp_path: Path, content: str) -> None:
    (tmp_path / "dataset_info.json").write_text(content)
    with pytest.raises(DataError, match=r"dataset_info\.json"):
        export_llama_factory([], tmp_path, "hard", decode_bytes)
    assert not (tmp_path / "hard.json").exists()
