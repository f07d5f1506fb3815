"""Attention over packed rows, registered through transformers' attention interface as `treeplay`.

The model's own code computes queries, keys and values, rotary positions included; a *layout*, handed down with the
forward call, says who sees whom. Packed rows have theirs in `treeplay.models.layouts`, sampling in
`treeplay.models.decode_attention`.
"""

from __future__ import annotations

from typing import Any, Protocol

import torch
from transformers import AttentionInterface, AttentionMaskInterface

from treeplay.errors import ModelError

NAME = "treeplay"


class Layout(Protocol):
    """Who sees whom in one forward pass."""

    def attend(
        self, layer: int, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, scale: float
    ) -> torch.Tensor:
        """Args: query [1, heads, tokens, width], key and value [1, key heads, tokens, width]. Returns: like query."""
        ...


def _attention(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    scaling: float | None = None,
    dropout: float = 0.0,
    layout: Layout | None = None,
    **kwargs: Any,
) -> tuple[torch.Tensor, None]:
    if layout is None:
        raise ModelError(
            "tree attention was called without a layout; use treeplay.models.forward, not the model itself"
        )
    if dropout or kwargs.get("sliding_window") or kwargs.get("softcap") or kwargs.get("s_aux") is not None:
        raise ModelError(
            f"{type(module).__name__} uses dropout, a sliding window, soft-capping or attention sinks, "
            "which packed trees do not support; choose another model or set them off"
        )
    scale = scaling if scaling is not None else query.shape[-1] ** -0.5
    out = layout.attend(int(module.layer_idx), query, key, value, scale)  # type: ignore[arg-type]
    return out.transpose(1, 2).contiguous(), None


def _no_mask(*args: Any, **kwargs: Any) -> None:
    """The layout is the mask, so transformers need not build one."""


AttentionInterface.register(NAME, _attention)
AttentionMaskInterface.register(NAME, _no_mask)
