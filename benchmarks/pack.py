"""CPU seconds an optimiser step: one packed tree against TRL's DPOTrainer on the same pairs, model and adapter.

    python benchmarks/pack.py [--json]

TRL runs in float32, without gradient checkpointing, with `precompute_ref_log_probs`; its micro-batch is 2 pairs, as
large as memory allows it on small machines. A pair is the golden continuation cut to the branch's length against
the branch, which favours TRL: the tree carries the whole golden path either way. Both sides compute the same pairs of
one tree a step, so TRL's step is `pairs / 2` micro-batches. The reference is computed beforehand on both sides and not
counted. Needs `treeplay[bench]`.
"""

from __future__ import annotations

import copy
import json
import tempfile
import time
from typing import Any

import torch

from shapes import Shape, a_tree, arguments, bundled_model, lora
from treeplay.losses import LOSSES, LossSettings
from treeplay.models.forward import row_logps
from treeplay.models.load import load_tokenizer
from treeplay.train.batches import Batch, loss_inputs
from treeplay.tree.pack import PackSettings, pack, unique_tokens
from treeplay.tree.schema import Branch, Tree

SMALL, LARGE = Shape(128, 128, 4, 2, 32), Shape(256, 256, 8, 4, 32)


def tree_step(model: Any, optimizer: torch.optim.Optimizer, trees: list[Tree], reference: list[torch.Tensor]) -> None:
    """One optimiser step on one packed row a tree."""
    rows = tuple(pack([tree], PackSettings()) for tree in trees)
    batch = Batch(rows)
    for row, known in zip(rows, reference, strict=True):
        inputs = loss_inputs(row, batch, row_logps(model, row), known, equal_items=True)
        LOSSES["tsp"](inputs, LossSettings(beta=0.1)).loss.backward()
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)


def measure_tree(shape: Shape, repeats: int) -> tuple[float, float]:
    """CPU seconds a step (median) and the largest difference of a log-probability to rows one at a time."""
    model = lora(bundled_model())
    tree = a_tree(shape, 1)
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=1e-6)
    with torch.no_grad():
        reference = [row_logps(model, pack([tree], PackSettings()))]
    difference = _difference(copy.deepcopy(model).double(), tree)
    tree_step(model, optimizer, [tree], reference)
    times = []
    for _ in range(repeats):
        start = time.process_time()
        tree_step(model, optimizer, [tree], reference)
        times.append(time.process_time() - start)
    return sorted(times)[len(times) // 2], difference


def _difference(model: Any, tree: Tree) -> float:
    """The packed tree against transformers' own attention, one row a branch, in float64: do both compute the same?

    In float32 trained weights put a floor of some 1e-5 under any such comparison (see benchmarks/grow.py).
    """
    with torch.no_grad():
        packed = row_logps(model, pack([tree], PackSettings()))
    trunk = tree.prompt_ids + tree.golden_ids
    found, at = 0.0, len(tree.golden_ids)
    model.set_attn_implementation("sdpa")
    for branch in tree.branches:
        before = trunk[: tree.nodes[branch.node].position]
        with torch.no_grad():
            logits = model(input_ids=torch.tensor([before + branch.ids])).logits[0, len(before) - 1 : -1]
        alone = logits.log_softmax(-1).gather(1, torch.tensor(branch.ids)[:, None])[:, 0]
        found = max(found, float((alone - packed[at : at + len(branch.ids)]).abs().max()))
        at += len(branch.ids)
    return found


def measure_trl(shape: Shape, micro_batches: int) -> float:
    """CPU seconds of the same pairs in DPOTrainer: the time of some micro-batches, scaled to the step's pairs."""
    from datasets import Dataset
    from transformers import TrainerCallback
    from trl import DPOConfig, DPOTrainer

    model = bundled_model()
    model.set_attn_implementation("sdpa")
    tokenizer = load_tokenizer("bundled")
    tree = a_tree(shape, 1)
    pairs = [_as_text(tree, branch, tokenizer) for branch in tree.branches]
    order = [i * len(pairs) // (2 * micro_batches) for i in range(2 * micro_batches)]
    marks: list[float] = []

    class Clock(TrainerCallback):
        def on_step_begin(self, *args: Any, **kwargs: Any) -> None:
            marks.append(time.process_time())

        def on_step_end(self, *args: Any, **kwargs: Any) -> None:
            marks.append(time.process_time())

    with tempfile.TemporaryDirectory() as folder:
        config = DPOConfig(
            output_dir=folder,
            use_cpu=True,
            bf16=False,
            gradient_checkpointing=False,
            per_device_train_batch_size=2,
            gradient_accumulation_steps=1,
            max_steps=micro_batches,
            precompute_ref_log_probs=True,
            max_length=None,
            report_to=[],
            save_strategy="no",
            disable_tqdm=True,
            logging_strategy="no",
            dataloader_pin_memory=False,
            remove_unused_columns=False,
        )
        trainer = DPOTrainer(
            model=lora(model),
            args=config,
            train_dataset=Dataset.from_list([pairs[i] for i in order]),
            processing_class=tokenizer,
            callbacks=[Clock()],
        )
        trainer.train()
    steps = [end - start for start, end in zip(marks[::2], marks[1::2], strict=True)]
    return sum(steps) / len(steps) * len(pairs) / 2


def _as_text(tree: Tree, branch: Branch, tokenizer: Any) -> dict[str, str]:
    """TRL tokenises text itself; code read from ids comes back as (very nearly) the same ids."""
    trunk = tree.prompt_ids + tree.golden_ids
    at = tree.nodes[branch.node].position
    ids = {"prompt": trunk[:at], "chosen": trunk[at : at + len(branch.ids)], "rejected": branch.ids}
    return {name: tokenizer.decode(part) for name, part in ids.items()}


def main() -> None:
    """Prints both shapes."""
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--micro-batches", type=int, default=4, help="TRL micro-batches timed a shape")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    result: dict[str, float] = {"max_logp_diff": 0.0}
    for name, shape in (("small", SMALL), ("large", LARGE)):
        seconds, difference = measure_tree(shape, options.repeats)
        rival = measure_trl(shape, options.micro_batches)
        tokens = unique_tokens(a_tree(shape, 1), PackSettings())
        result[f"tree_{name}_s"], result[f"trl_{name}_s"] = round(seconds, 2), round(rival, 2)
        result[f"ratio_{name}"] = round(rival / seconds, 2)
        result[f"tokens_per_s_{name}"] = round(tokens / seconds, 1)
        result["max_logp_diff"] = max(result["max_logp_diff"], difference)
        print(f"{shape}: tree {seconds:.2f} s, TRL {rival:.2f} s, {rival / seconds:.1f}x; {tokens} unique tokens")
    if options.json:
        print(json.dumps(result))


if __name__ == "__main__":
    main()
