"""Invariant 4: self-play from the root is SPIN, from the first difference DPO; both as computed on whole sequences, and by TRL."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import torch
from torch.nn.functional import logsigmoid

import tiny
from treeplay.losses import LOSSES, LossSettings
from treeplay.models import attention  # noqa: F401 - registers the attention
from treeplay.models.forward import row_logps
from treeplay.train.batches import Batch, loss_inputs
from treeplay.tree.pack import PackSettings, pack
from treeplay.tree.schema import Branch, Node, Tree

BETA = 0.25
PROMPT, GOLDEN, OTHER = "def f(x):", " return a(x, [1])</s>", " return b(x)</s>"


def a_tree(shared: int) -> Tree:
    """One node after so many golden tokens; its branch is the rest of OTHER, whose start is the golden path's."""
    prompt, golden, other = (tuple(tiny.tokenizer()(text)["input_ids"]) for text in (PROMPT, GOLDEN, OTHER))
    assert golden[:shared] == other[:shared]
    node = Node(position=len(prompt) + shared, end=len(prompt) + len(golden), policy="diff")
    branch = Branch(node=0, ids=other[shared:], text=OTHER, source="vulnerable", reject=len(other) - shared)
    return Tree(task_id="t", prompt_ids=prompt, golden_ids=golden, nodes=(node,), branches=(branch,))


def players() -> tuple[Any, Any]:
    """A player and an opponent that differ."""
    player, opponent = tiny.model(seed=1), tiny.model(seed=1)
    with torch.no_grad():
        for parameter in player.parameters():
            parameter.add_(0.02 * torch.randn(parameter.shape, generator=torch.Generator().manual_seed(3)))
    return player, opponent


def packed_loss(name: str, tree: Tree, player: Any, opponent: Any) -> torch.Tensor:
    row = pack([tree], PackSettings(rejected="full", chosen="full"))
    with torch.no_grad():
        reference = row_logps(opponent, row)
    inputs = loss_inputs(row, Batch((row,)), row_logps(player, row), reference, equal_items=True)
    return LOSSES[name](inputs, LossSettings(beta=BETA)).loss


def plain(model: Any) -> Any:
    """The same weights under transformers' own attention."""
    twin = tiny.model(attention="eager")
    twin.load_state_dict(model.state_dict())
    return twin


def log_ratio(player: Any, opponent: Any, prompt: tuple[int, ...], answer: tuple[int, ...]) -> torch.Tensor:
    """log pi(answer) - log ref(answer), summed over the whole answer."""
    ids, target = torch.tensor([prompt + answer]), torch.tensor(answer)[:, None]
    whole = [
        model(ids).logits[0, len(prompt) - 1 : -1].log_softmax(-1).gather(1, target).sum()
        for model in (player, opponent)
    ]
    return whole[0] - whole[1].detach()


@pytest.mark.parametrize(("name", "shared"), [("spin", 0), ("dpo", 8), ("tsp", 8)])
def test_a_tree_of_one_node_gives_the_loss_and_gradient_of_whole_sequences(name: str, shared: int) -> None:
    """SPIN, arXiv 2401.01335, eq. 4.7; DPO, arXiv 2305.18290, eq. 7."""
    player, opponent = players()
    tree = a_tree(shared)
    alone = plain(player)
    chosen = log_ratio(alone, plain(opponent), tree.prompt_ids, tree.golden_ids)
    rejected = log_ratio(alone, plain(opponent), tree.prompt_ids, tree.golden_ids[:shared] + tree.branches[0].ids)
    expected = -logsigmoid(BETA * (chosen - rejected))
    found = packed_loss(name, tree, player, opponent)
    assert found.item() == pytest.approx(expected.item(), abs=1e-5)
    expected.backward()
    found.backward()
    for (parameter, mine), theirs in zip(player.named_parameters(), alone.parameters(), strict=True):
        assert torch.allclose(mine.grad, theirs.grad, atol=1e-5 * theirs.grad.abs().max().item()), parameter


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning", "ignore::UserWarning")
def test_dpo_is_what_trl_computes(tmp_path: Path) -> None:
    """TRL's DPOTrainer on the same pair, reference and beta."""
    from datasets import Dataset
    from trl import DPOConfig, DPOTrainer

    player, opponent = players()
    config = DPOConfig(
        output_dir=str(tmp_path), beta=BETA, use_cpu=True, bf16=False, max_length=None, per_device_train_batch_size=1,
        gradient_checkpointing=False, report_to=[], save_strategy="no", disable_tqdm=True, dataloader_pin_memory=False,
    )  # fmt: skip
    tokenizer = tiny.tokenizer()
    pair = {"prompt": PROMPT, "chosen": GOLDEN.removesuffix("</s>"), "rejected": OTHER.removesuffix("</s>")}
    trainer = DPOTrainer(
        model=plain(player),
        ref_model=plain(opponent),
        args=config,
        train_dataset=Dataset.from_list([pair]),
        processing_class=tokenizer,
    )
    batch = next(iter(trainer.get_train_dataloader()))
    with torch.no_grad():
        theirs = trainer.compute_loss(trainer.model, copy.copy(batch))
    assert packed_loss("dpo", a_tree(8), player, opponent).item() == pytest.approx(theirs.item(), abs=1e-5)
