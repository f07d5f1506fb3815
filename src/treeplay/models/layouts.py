"""Who sees whom in a packed row, computed in three ways that give the same numbers.

| layout    | how                                                                           | for                   |
|-----------|-------------------------------------------------------------------------------|-----------------------|
| `segment` | one attention a trunk and a fork: no work on pairs that cannot see each other | CPUs, by default      |
| `dense`   | one attention under a mask of tokens x tokens                                 | any; GPUs, by default |
| `flex`    | FlexAttention: a compiled kernel that skips empty blocks of the mask          | CUDA, long rows       |

A token sees the tokens before it in its own segment (a trunk, or a branch), and a branch token what leads to its node
besides: the trunk before it, and for a node inside a branch that branch before it.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, NamedTuple

import torch
from torch.nn.attention.flex_attention import create_block_mask, flex_attention
from torch.nn.functional import scaled_dot_product_attention

from treeplay.errors import ConfigError
from treeplay.models.attention import Layout
from treeplay.tree.pack import Fork, Row

LayoutName = Literal["auto", "segment", "dense", "flex"]


def row_layout(row: Row, device: torch.device | str, name: LayoutName = "auto") -> Layout:
    """The layout of a packed row.

    Raises:
        ConfigError: `flex` where there is no CUDA device; its backward pass exists there only.
    """
    kind = torch.device(device).type
    if name == "segment" or (name == "auto" and kind == "cpu"):
        return SegmentLayout(row, device)
    if name == "flex":
        if kind != "cuda":
            raise ConfigError("model.attention=flex needs a CUDA device; use auto, segment or dense")
        return FlexLayout(row, device)
    return DenseLayout(row, device)


class _Relation(NamedTuple):
    """For each token of a row: what it sees."""

    segment: torch.Tensor
    "[tokens] number of its trunk or branch."
    seen_start: torch.Tensor
    seen_end: torch.Tensor
    "[levels, tokens] half-open ranges of the tokens that lead to its node; empty for trunk tokens."


def _relation(row: Row, device: torch.device | str) -> _Relation:
    segment = torch.zeros(len(row), dtype=torch.long)
    levels = max((len(fork.seen) for fork in row.forks), default=1)
    start, end = torch.zeros(2, levels, len(row), dtype=torch.long)
    branches = [(span, fork.seen) for fork in row.forks for span in fork.branches]
    for number, span in enumerate([*row.trunks, *(span for span, _ in branches)]):
        segment[span.start : span.end] = number
    for span, seen in branches:
        for level, part in enumerate(seen):
            start[level, span.start : span.end] = part.start
            end[level, span.start : span.end] = part.end
    return _Relation(segment.to(device), start.to(device), end.to(device))


def dense_mask(row: Row, device: torch.device | str = "cpu") -> torch.Tensor:
    """[1, 1, tokens, tokens], true where a token (third axis) may look (fourth)."""
    segment, start, end = _relation(row, device)
    place = torch.arange(len(row), device=device)
    own = (segment[:, None] == segment[None]) & (place[None] <= place[:, None])
    before = (start[:, :, None] <= place) & (place < end[:, :, None])
    return (own | before.any(0))[None, None]


class DenseLayout:
    """Attention under one mask of the whole row."""

    def __init__(self, row: Row, device: torch.device | str = "cpu") -> None:
        self.mask = dense_mask(row, device)

    def attend(
        self, layer: int, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, scale: float
    ) -> torch.Tensor:
        """See `Layout.attend`."""
        key, value = _for_all_heads(query, key), _for_all_heads(query, value)
        return scaled_dot_product_attention(query, key, value, attn_mask=self.mask, scale=scale)


class FlexLayout:
    """FlexAttention over the row's block mask (PyTorch, `torch.nn.attention.flex_attention`)."""

    def __init__(self, row: Row, device: torch.device | str) -> None:
        segment, start, end = _relation(row, device)

        def visible(batch: Any, head: Any, q: torch.Tensor, kv: torch.Tensor) -> torch.Tensor:
            seen = (segment[q] == segment[kv]) & (kv <= q)
            for first, last in zip(start, end, strict=True):
                seen = seen | ((first[q] <= kv) & (kv < last[q]))
            return seen

        self.mask = create_block_mask(visible, None, None, len(row), len(row), device=str(device))

    def attend(
        self, layer: int, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, scale: float
    ) -> torch.Tensor:
        """See `Layout.attend`."""
        kernel = _compiled_flex() if query.is_cuda else flex_attention
        grouped = query.shape[1] != key.shape[1]
        return kernel(query, key, value, block_mask=self.mask, scale=scale, enable_gqa=grouped)  # type: ignore[no-any-return]


@cache
def _compiled_flex() -> Any:
    return torch.compile(flex_attention, dynamic=True)


class SegmentLayout:
    """Attention of packed trees, segment by segment."""

    def __init__(self, row: Row, device: torch.device | str = "cpu") -> None:
        self.trunks = row.trunks
        self.forks = row.forks
        self.masks = [_fork_mask(fork).to(device) for fork in row.forks]

    def attend(
        self, layer: int, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, scale: float
    ) -> torch.Tensor:
        """See `Layout.attend`; tokens of trunks and forks together are the whole row, in its order of spans."""
        key, value = _for_all_heads(query, key), _for_all_heads(query, value)
        parts: list[tuple[int, torch.Tensor]] = []
        for trunk in self.trunks:
            inside = slice(trunk.start, trunk.end)
            out = scaled_dot_product_attention(
                query[:, :, inside], key[:, :, inside], value[:, :, inside], is_causal=True, scale=scale
            )
            parts.append((trunk.start, out))
        for fork, mask in zip(self.forks, self.masks, strict=True):
            own = slice(fork.branches[0].start, fork.branches[-1].end)
            near = [*(slice(part.start, part.end) for part in fork.seen), own]
            keys = torch.cat([key[:, :, part] for part in near], 2)
            values = torch.cat([value[:, :, part] for part in near], 2)
            out = scaled_dot_product_attention(query[:, :, own], keys, values, attn_mask=mask, scale=scale)
            parts.append((own.start, out))
        parts.sort(key=lambda part: part[0])
        return torch.cat([out for _, out in parts], 2)


def _fork_mask(fork: Fork) -> torch.Tensor:
    """[own tokens, seen + own tokens], true where a branch token may look: what leads to it and its own past."""
    first = fork.branches[0].start
    own = fork.branches[-1].end - first
    before = sum(map(len, fork.seen))
    mask = torch.zeros(own, before + own, dtype=torch.bool)
    mask[:, :before] = True
    for branch in fork.branches:
        start, end = branch.start - first, branch.end - first
        inside = torch.ones(end - start, end - start, dtype=torch.bool).tril()
        mask[start:end, before + start : before + end] = inside
    return mask


def _for_all_heads(query: torch.Tensor, states: torch.Tensor) -> torch.Tensor:
    """Key or value states repeated for the query heads that share them."""
    groups = query.shape[1] // states.shape[1]
    return states.repeat_interleave(groups, 1) if groups > 1 else states
