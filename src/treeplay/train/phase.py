"""One phase of training: a model, planned batches, a loss, and steps that survive interruption.

Every method runs through `optimise`: SFT, each round of self-play, the control. What differs is in the trees it is
given and in the loss.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from accelerate import Accelerator
from accelerate.utils import gather_object
from safetensors.torch import load_file, save_file

from treeplay.losses import LOSSES, LossOutput, LossSettings
from treeplay.models.forward import row_logps
from treeplay.models.layouts import LayoutName
from treeplay.train import checkpoint
from treeplay.train.batches import Batch, loss_inputs
from treeplay.train.metrics import MetricsLog, StepMetrics


@dataclass(frozen=True)
class Phase:
    """What one phase optimises."""

    name: str
    "`sft`, `round 1`, `control`: how it is called in metrics and progress."
    batches: Sequence[Batch]
    steps: Sequence[int]
    "Index into `batches` of each step."
    loss: str
    loss_settings: LossSettings
    equal_items: bool
    needs_reference: bool
    lr: float
    warmup: float
    weight_decay: float
    clip: float
    checkpoint_steps: int
    attention: LayoutName = "auto"
    "How the attention of packed rows is computed."


def optimise(
    model: Any,
    phase: Phase,
    folder: Path,
    log: MetricsLog,
    accelerator: Accelerator,
    tick: Callable[[int, dict[str, float]], None] = lambda tokens, metrics: None,
) -> int:
    """Trains `model` in place; goes on from the checkpoint in `folder` if there is one.

    Args:
        model: the player, which equals the opponent when the phase begins.
        folder: of the phase; holds reference and checkpoint while it runs.
        tick: called after each step with its gradient tokens and metrics.

    Returns: the gradient tokens of the whole phase.
    """
    parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=phase.lr, weight_decay=phase.weight_decay, betas=(0.9, 0.95))
    reference = _reference(model, phase, folder, accelerator)
    progress = checkpoint.restore(folder / "checkpoint", model, optimizer)
    if accelerator.is_main_process:
        log.rewind(progress.metrics_bytes, phase.name)
    tokens = progress.tokens
    model.train()  # for gradient checkpointing; models with dropout are refused, since branches would share its mask
    for step in range(progress.step, len(phase.steps)):
        rate = learning_rate(step, len(phase.steps), phase.lr, phase.warmup)
        for group in optimizer.param_groups:
            group["lr"] = rate
        batch = phase.batches[phase.steps[step]]
        metrics = _step(model, phase, phase.steps[step], reference, accelerator)
        metrics.add_scalar("grad_norm", float(torch.nn.utils.clip_grad_norm_(parameters, phase.clip)))
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        tokens += batch.tokens
        values = metrics.values()
        if accelerator.is_main_process:
            log.step(phase.name, step + 1, len(phase.steps), {**values, "lr": rate, "gradient_tokens": tokens})
        tick(batch.tokens, values)
        if (step + 1) % phase.checkpoint_steps == 0 and step + 1 < len(phase.steps) and accelerator.is_main_process:
            state = checkpoint.Progress(step + 1, tokens, log.size())
            checkpoint.save(folder / "checkpoint", model, optimizer, state)
    accelerator.wait_for_everyone()
    return tokens


def learning_rate(step: int, total: int, peak: float, warmup: float) -> float:
    """Linear warm-up over a share of the steps, then half a cosine down to a tenth of the peak.

    >>> [round(learning_rate(step, 11, 1.0, 0.1), 3) for step in (0, 1, 6, 10)]
    [0.5, 1.0, 0.55, 0.122]
    """
    rising = math.ceil(total * warmup)
    if step < rising:
        return peak * (step + 1) / rising
    share = (step - rising + 1) / max(total - rising + 1, 1)
    return peak * (0.1 + 0.9 * 0.5 * (1 + math.cos(math.pi * share)))


def _step(
    model: Any, phase: Phase, index: int, reference: dict[str, torch.Tensor], accelerator: Accelerator
) -> StepMetrics:
    """Accumulates a batch's gradients over its rows, each device its own, and sums them over devices."""
    batch = phase.batches[index]
    metrics = StepMetrics()
    settings = phase.loss_settings
    for number, row in enumerate(batch.rows):
        if number % accelerator.num_processes != accelerator.process_index:
            continue
        logps = row_logps(model, row, phase.attention)
        known = reference[f"{index}/{number}"].to(logps.device) if reference else torch.zeros_like(logps)
        inputs = loss_inputs(row, batch, logps, known, equal_items=phase.equal_items)
        output: LossOutput = LOSSES[phase.loss](inputs, settings)
        accelerator.backward(output.loss)
        metrics.add_row(row, output, logps.detach(), float(output.loss.detach()))
    if accelerator.num_processes > 1:
        _reduce(model, metrics, accelerator)
    return metrics


def _reduce(model: Any, metrics: StepMetrics, accelerator: Accelerator) -> None:
    """Sums gradients and metrics over devices; by hand, since a device may have no row of a batch."""
    for parameter in model.parameters():
        if parameter.requires_grad:
            grad = torch.zeros_like(parameter) if parameter.grad is None else parameter.grad
            parameter.grad = accelerator.reduce(grad, "sum")
    parts: list[StepMetrics] = gather_object([metrics])
    metrics.merge(part for number, part in enumerate(parts) if number != accelerator.process_index)


def write_reference(model: Any, phase: Phase, folder: Path) -> None:
    """Keeps a model's log-probabilities of every row that a step visits, for the player's to be measured against."""
    path = folder / "reference.safetensors"
    if path.exists():
        return
    found: dict[str, torch.Tensor] = {}
    with torch.no_grad():
        for index in sorted(set(phase.steps)):
            for number, row in enumerate(phase.batches[index].rows):
                found[f"{index}/{number}"] = row_logps(model, row, phase.attention).cpu()
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    save_file(found, temporary)
    temporary.replace(path)


def _reference(model: Any, phase: Phase, folder: Path, accelerator: Accelerator) -> dict[str, torch.Tensor]:
    """The reference that is there, else the opponent's, computed once while the player still equals it."""
    if not phase.needs_reference:
        return {}
    if accelerator.is_main_process:
        write_reference(model, phase, folder)
    accelerator.wait_for_everyone()
    return dict(load_file(folder / "reference.safetensors"))
