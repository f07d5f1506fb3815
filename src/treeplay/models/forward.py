"""Log-probabilities of a packed row's scored tokens: one forward pass, the head only where a token is scored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch.utils.checkpoint import checkpoint

from treeplay.models.layouts import LayoutName, row_layout
from treeplay.tree.pack import Row

HEAD_ROWS = 1024
"Rows of hidden states that go through the head at once; bounds the memory of logits to HEAD_ROWS x vocabulary."


def row_logps(model: Any, row: Row, attention: LayoutName = "auto") -> torch.Tensor:
    """Log-probability of each scored token of a row, as if every path of its trees stood alone.

    Layout and positions are always given together: without a layout our attention refuses, where transformers would
    read the jump in positions as packed documents and cut each branch off its prefix, without an error.

    Args:
        model: a causal LM (or its PEFT wrapper) loaded by `treeplay.models.load`.
        attention: how the row's attention is computed, see `treeplay.models.layouts`.

    Returns: [scored tokens], float32, with a graph if gradients are on.
    """
    device = next(model.parameters()).device
    ids = torch.tensor([row.ids], device=device)
    positions = torch.tensor([row.positions], device=device)
    how = {"layout": row_layout(row, device, attention), "attention_mask": None}
    rows, place = torch.unique(torch.tensor(row.predictors, device=device), return_inverse=True)
    targets = torch.tensor(row.targets, device=device)
    if len(rows) <= HEAD_ROWS:
        logits = model(input_ids=ids, position_ids=positions, use_cache=False, logits_to_keep=rows, **how).logits[0]
        return _select(logits, place, targets)
    hidden, head = hidden_states(model, ids, positions, how)
    return _chunked(hidden[0], head, rows, place, targets)


def hidden_states(
    model: Any, ids: torch.Tensor, positions: torch.Tensor, how: Mapping[str, Any]
) -> tuple[torch.Tensor, torch.nn.Module]:
    """The last hidden states and the output head of a causal LM, through a PEFT wrapper if there is one."""
    causal = model.get_base_model() if hasattr(model, "peft_config") else model
    hidden = causal.base_model(input_ids=ids, position_ids=positions, use_cache=False, **how).last_hidden_state
    return hidden, causal.get_output_embeddings()


def _chunked(
    hidden: torch.Tensor, head: torch.nn.Module, rows: torch.Tensor, place: torch.Tensor, targets: torch.Tensor
) -> torch.Tensor:
    """The head in chunks whose logits are recomputed in the backward pass instead of kept."""
    out = hidden.new_zeros(len(targets), dtype=torch.promote_types(hidden.dtype, torch.float32))
    for start in range(0, len(rows), HEAD_ROWS):
        inside = (place >= start) & (place < start + HEAD_ROWS)

        def score(states: torch.Tensor, inside: torch.Tensor = inside, start: int = start) -> torch.Tensor:
            return _select(head(states), place[inside] - start, targets[inside])

        part = checkpoint(score, hidden[rows[start : start + HEAD_ROWS]], use_reentrant=False)
        out = out.index_put((inside.nonzero()[:, 0],), part)
    return out


def _select(logits: torch.Tensor, place: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Log-softmax at the targets only; the reduction is in float32 or better whatever the model's type."""
    logits = logits.to(torch.promote_types(logits.dtype, torch.float32))
    return logits[place, targets] - logits.logsumexp(-1)[place]
