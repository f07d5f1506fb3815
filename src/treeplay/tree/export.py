"""Trees as preference pairs for other trainers: TRL's JSON lines and LLaMA-Factory's ranking data.

The prompt of a pair is everything before its node, golden code included, so chosen and rejected differ from their
first token on. Inside a branch it ends with the branch up to the node, and a secure way on from there is chosen. Each
side is decoded as a whole, from the same ids before the node, and the prompt is cut off the text; so both sides begin
with exactly the prompt even where a character spans the node. A character that the length limit cut is left out.

Sources: TRL's "preference" dataset format with explicit prompt; LLaMA-Factory's `data/README.md`, alpaca format,
preference dataset. `docs/data.md` says with which versions the files were read back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from treeplay.errors import DataError
from treeplay.files import dump_json, parse_json, write_json, write_whole
from treeplay.tree.recovery import recoveries
from treeplay.tree.schema import Branch, Tree

Decode = Callable[[Sequence[int]], str]
Rejected = Literal["full", "statement"]
_HALF = "\ufffd"
"What the bytes of a character that is not whole are decoded to."


@dataclass(frozen=True)
class Pair:
    """One preference: after `prompt`, `chosen` rather than `rejected`."""

    prompt: str
    chosen: str
    rejected: str


@dataclass(frozen=True)
class ExportCount:
    """What an export wrote and what it left out."""

    trees: int
    pairs: int
    without_weight: int
    "Branches of weight 0."
    same_text: int
    "Branches whose ids differ from what is preferred but whose text does not."


def export_trl(
    trees: Iterable[Tree], path: Path, decode: Decode, *, rejected: Rejected = "full", added: str = ""
) -> ExportCount:
    """Writes a JSON-lines file that TRL's DPOTrainer reads: `prompt`, `chosen`, `rejected`.

    Args:
        decode: text of ids. The prompts hold the chat template's marks if it keeps special tokens, as it should here.
        rejected: the whole branch, or only the statement or block that the tree rejects.
        added: the start token that the tokenizer adds by itself (`models.prompt.opening`). TRL lets it, so the prompts
            leave it out: else there are two.
    """
    pairs, count = _collect(trees, decode, rejected)
    lines = (
        dump_json({"prompt": pair.prompt.removeprefix(added), "chosen": pair.chosen, "rejected": pair.rejected})
        for pair in pairs
    )
    write_whole(path, "".join(line + "\n" for line in lines))
    return count


def export_llama_factory(
    trees: Iterable[Tree], folder: Path, name: str, decode: Decode, *, rejected: Rejected = "full"
) -> ExportCount:
    """Writes `<name>.json` into a LLaMA-Factory data folder and enters it into the `dataset_info.json` there.

    Entries of other data sets in that file are kept. The prompts hold all marks, the start token too, for the template
    named `empty`, with which LLaMA-Factory adds none; its own choice from the tokenizer would set them a second time.

    Raises:
        DataError: `dataset_info.json` is there and is no JSON object.
    """
    info_path = folder / "dataset_info.json"
    info = _dataset_info(info_path)
    pairs, count = _collect(trees, decode, rejected)
    rows = [
        {"instruction": pair.prompt, "input": "", "chosen": pair.chosen, "rejected": pair.rejected} for pair in pairs
    ]
    write_json(folder / f"{name}.json", rows)
    columns = {"prompt": "instruction", "query": "input", "chosen": "chosen", "rejected": "rejected"}
    info[name] = {"file_name": f"{name}.json", "ranking": True, "columns": columns}
    write_whole(info_path, json.dumps(info, indent=2, ensure_ascii=False) + "\n")
    return count


def pair_of(tree: Tree, branch: Branch, decode: Decode, *, rejected: Rejected = "full") -> Pair:
    """The preference that a branch stands for: the golden path's rest over the branch."""
    ids, position = tree.prompt_ids + tree.golden_ids, tree.nodes[branch.node].position
    return _pair(ids[:position], ids[position:], _left(branch, rejected), decode)


def deep_pairs_of(tree: Tree, branch: Branch, decode: Decode, *, rejected: Rejected = "full") -> Iterator[Pair]:
    """The preferences that the nodes inside a branch stand for: a secure way on from there over a rejected one."""
    position = tree.nodes[branch.node].position
    before = (tree.prompt_ids + tree.golden_ids)[:position]
    for recovery in recoveries(branch, position):
        shared = before + branch.ids[: recovery.offset]
        for chosen, other, _ in recovery.preferences:
            yield _pair(shared, recovery.ways[chosen].ids, _left(recovery.ways[other], rejected), decode)


def _left(branch: Branch, rejected: Rejected) -> tuple[int, ...]:
    return branch.ids if rejected == "full" else branch.ids[: branch.reject]


def _pair(shared: tuple[int, ...], chosen: tuple[int, ...], rejected: tuple[int, ...], decode: Decode) -> Pair:
    chosen_text, rejected_text = (decode(shared + ids).rstrip(_HALF) for ids in (chosen, rejected))
    prompt = decode(shared)
    while not (chosen_text.startswith(prompt) and rejected_text.startswith(prompt)):
        prompt = prompt[:-1]
    return Pair(prompt, chosen_text[len(prompt) :], rejected_text[len(prompt) :])


def _collect(trees: Iterable[Tree], decode: Decode, rejected: Rejected) -> tuple[list[Pair], ExportCount]:
    pairs: list[Pair] = []
    n_trees = without_weight = same_text = 0
    for tree in trees:
        n_trees += 1
        for branch in tree.branches:
            found = [pair_of(tree, branch, decode, rejected=rejected)] if branch.weight > 0 else []
            found += deep_pairs_of(tree, branch, decode, rejected=rejected)
            kept = [pair for pair in found if pair.chosen != pair.rejected]
            pairs += kept
            without_weight += branch.weight == 0
            same_text += len(found) - len(kept)
    return pairs, ExportCount(n_trees, len(pairs), without_weight, same_text)


def _dataset_info(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    info = parse_json(path.read_bytes(), where=str(path))
    if not isinstance(info, dict):
        raise DataError(f"{path}: not a table of data sets; move it away or name another folder")
    return info
