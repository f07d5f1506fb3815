"""Sampling many continuations of shared trunks together.

Every trunk is read once; a continuation is a *slot* that attends to its trunk's keys up to its fork, and to its own
tail in a cache allocated once. Nothing is copied as tails grow, no trunk is repeated for its branches, and a slot
that ends is given the next continuation, so the matrices stay large. The same code draws branches at many nodes of a
tree and many answers to a task's prompt.

Each continuation has its own random stream, keyed by name, so what it draws does not depend on its neighbours.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch

from treeplay.models.forward import hidden_states
from treeplay.models.layouts import SegmentLayout
from treeplay.tree.pack import Row, Span
from treeplay.tree.sampling import Drawn, Request, Sampling, StopRule

TOP = 256
"Candidates looked at before a full sort; nucleus sampling sorts the vocabulary only where these do not reach top-p."


class Decoder:
    """Draws continuations with one model.

    Args:
        model: a causal LM loaded by `treeplay.models.load` with tree attention.
        end_id: the id that ends a continuation.
        slots: continuations decoded side by side; more are faster until memory bandwidth is no longer the limit.
        prefill_tokens: trunk tokens read in one pass; bounds memory.
    """

    def __init__(self, model: torch.nn.Module, *, end_id: int, slots: int = 64, prefill_tokens: int = 2048) -> None:
        self.model = model
        self.end_id = end_id
        self.slots = slots
        self.prefill_tokens = prefill_tokens

    @torch.inference_mode()
    def draw(
        self,
        trunks: Sequence[Sequence[int]],
        requests: Sequence[Request],
        sampling: Sampling,
        stop: StopRule = lambda index, ids: False,
        progress: Callable[[int], None] = lambda tokens: None,
    ) -> list[Drawn]:
        """Draws every request.

        Args:
            trunks: token ids; requests fork from them.
            progress: called with the number of tokens each step drew.

        Returns: a continuation for each request, in order.
        """
        if not requests:
            return []
        cache = _TrunkCache(self.model, trunks, self.prefill_tokens)
        state = _Slots(requests, sampling, min(self.slots, len(requests)))
        tails = _Tails(cache, state.size, sampling.max_tokens)
        while state.active:
            logits = self._step(cache, tails, state)
            state.take(*_choose(logits, sampling, state.uniforms()), self.end_id, stop)
            progress(len(state.active))
            state.refill()
        return state.drawn

    def _step(self, cache: _TrunkCache, tails: _Tails, state: _Slots) -> torch.Tensor:
        """Reads each slot's last token (a trunk's, for a slot just filled) and returns the logits after it."""
        device = next(self.model.parameters()).device
        layout = _DecodeLayout(cache, tails, state)
        ids = torch.tensor([[state.input_id(slot, cache) for slot in state.active]], device=device)
        positions = torch.tensor([[state.position(slot) for slot in state.active]], device=device)
        how = {"layout": layout, "attention_mask": None}
        hidden, head = hidden_states(self.model, ids, positions, how)
        logits: torch.Tensor = head(hidden[0])
        return logits.to(torch.promote_types(logits.dtype, torch.float32))


class _TrunkCache:
    """Keys and values of every trunk, read in as few passes as memory allows."""

    def __init__(self, model: torch.nn.Module, trunks: Sequence[Sequence[int]], budget: int) -> None:
        self.trunks = [list(trunk) for trunk in trunks]
        self.keys: list[list[torch.Tensor]] = []
        "By layer, then trunk: [key heads, tokens, width]."
        self.values: list[list[torch.Tensor]] = []
        self.device = next(model.parameters()).device
        for batch in _batches(self.trunks, budget):
            self._read(model, batch)

    def _read(self, model: torch.nn.Module, batch: list[list[int]]) -> None:
        row = _trunk_row(batch)
        layout = _PrefillLayout(row, self.device)
        ids = torch.tensor([row.ids], device=self.device)
        positions = torch.tensor([row.positions], device=self.device)
        hidden_states(model, ids, positions, {"layout": layout, "attention_mask": None})
        for layer, (key, value) in enumerate(layout.seen):
            if layer == len(self.keys):
                self.keys.append([])
                self.values.append([])
            for span in row.trunks:
                self.keys[layer].append(key[0, :, span.start : span.end])
                self.values[layer].append(value[0, :, span.start : span.end])


class _PrefillLayout(SegmentLayout):
    """Causal attention of several trunks that remembers keys and values."""

    def __init__(self, row: Row, device: torch.device) -> None:
        super().__init__(row, device)
        self.seen: list[tuple[torch.Tensor, torch.Tensor]] = []

    def attend(
        self, layer: int, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, scale: float
    ) -> torch.Tensor:
        """See `Layout.attend`."""
        self.seen.append((key, value))
        return super().attend(layer, query, key, value, scale)


class _Slots:
    """Which request sits in which slot, and what each has drawn."""

    def __init__(self, requests: Sequence[Request], sampling: Sampling, size: int) -> None:
        self.requests = requests
        self.sampling = sampling
        self.size = size
        self.pending = deque(range(len(requests)))
        self.drawn = [Drawn() for _ in requests]
        self.request_of = [self.pending.popleft() for _ in range(size)]
        self.active = list(range(size))
        "Slots in use."
        self._streams = [_stream(request.stream, sampling.max_tokens) for request in requests]

    def uniforms(self) -> np.ndarray:
        """The next random number of each active slot."""
        return np.array([self._streams[i][len(self.drawn[i].ids)] for i in self._rows()])

    def take(self, ids: list[int], logps: list[float], end_id: int, stop: StopRule) -> None:
        """Adds a token to each active slot and notes which are finished."""
        for index, token, logp in zip(self._rows(), ids, logps, strict=True):
            drawn = self.drawn[index]
            drawn.ids.append(token)
            drawn.logps.append(logp)
            drawn.finished = token == end_id or stop(index, drawn.ids)

    def refill(self) -> None:
        """Gives the slots of ended continuations to pending requests, or frees them."""
        still = []
        for slot in self.active:
            drawn = self.drawn[self.request_of[slot]]
            if not drawn.finished and len(drawn.ids) < self.sampling.max_tokens:
                still.append(slot)
            elif self.pending:
                self.request_of[slot] = self.pending.popleft()
                still.append(slot)
        self.active = still

    def input_id(self, slot: int, cache: _TrunkCache) -> int:
        """The token whose successor is wanted."""
        request, drawn = self.requests[self.request_of[slot]], self.drawn[self.request_of[slot]]
        return drawn.ids[-1] if drawn.ids else cache.trunks[request.trunk][request.fork - 1]

    def position(self, slot: int) -> int:
        """The depth of that token in its tree."""
        index = self.request_of[slot]
        return self.requests[index].fork + len(self.drawn[index].ids) - 1

    def tail_length(self, slot: int) -> int:
        """How many tokens of its own the slot has read, the present one included; 0 for a slot just filled."""
        return len(self.drawn[self.request_of[slot]].ids)

    def seen(self, slot: int) -> int:
        """How many trunk tokens the present token may look at. A slot just filled reads its fork's last token anew."""
        return self.requests[self.request_of[slot]].fork

    def _rows(self) -> list[int]:
        return [self.request_of[slot] for slot in self.active]


class _Tails:
    """Keys and values of what the slots drew: one allocation a layer, [slots, key heads, tokens, width]."""

    def __init__(self, cache: _TrunkCache, slots: int, tokens: int) -> None:
        first = cache.keys[0][0]
        heads, _, width = first.shape
        value_width = cache.values[0][0].shape[-1]
        self.keys = [first.new_zeros(slots, heads, tokens, width) for _ in cache.keys]
        self.values = [first.new_zeros(slots, heads, tokens, value_width) for _ in cache.keys]


class _DecodeLayout:
    """One decoding step: every slot's token attends to its trunk before the fork and to its own tail."""

    def __init__(self, cache: _TrunkCache, tails: _Tails, state: _Slots) -> None:
        device = cache.device
        self.cache, self.tails = cache, tails
        lengths = [state.tail_length(slot) for slot in state.active]
        self.slots = torch.tensor(state.active, device=device)
        self.has_tail = torch.tensor([length > 0 for length in lengths], device=device)
        self.write = torch.tensor([max(length - 1, 0) for length in lengths], device=device)
        self.longest = max(lengths)
        places = torch.arange(self.longest, device=device)
        self.tail_mask = places[None] < torch.tensor(lengths, device=device)[:, None]
        self.all_slots = len(state.active) == state.size
        self.groups = _groups(state)
        self.widest = max(int(max(seen)) for _, _, seen in self.groups)
        self.trunk_mask = torch.zeros(len(lengths), self.widest, dtype=torch.bool, device=device)
        for _, rows, seen in self.groups:
            for row, count in zip(rows, seen, strict=True):
                self.trunk_mask[row, :count] = True
        self.mask = torch.cat((self.trunk_mask, self.tail_mask), 1)[:, None, None]
        self.rows = [torch.tensor(rows, device=device) for _, rows, _ in self.groups]

    def attend(
        self, layer: int, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, scale: float
    ) -> torch.Tensor:
        """See `Layout.attend`; tokens are the active slots."""
        kv_heads = key.shape[1]
        # [slots, key heads, group, width]
        queries = query[0].transpose(0, 1).reshape(query.shape[2], kv_heads, -1, query.shape[3]) * scale
        tail_keys, tail_values = self._tail(layer, key[0].transpose(0, 1), value[0].transpose(0, 1))
        scores = queries.new_full((*queries.shape[:3], self.widest + self.longest), float("-inf"))
        for (trunk, _, seen), rows in zip(self.groups, self.rows, strict=True):
            width = max(seen)
            near = self.cache.keys[layer][trunk][:, :width]
            inside = queries[rows].transpose(0, 1).flatten(1, 2) @ near.transpose(1, 2)
            scores[rows, :, :, :width] = inside.reshape(kv_heads, len(rows), -1, width).transpose(0, 1)
        if self.longest:
            scores[..., self.widest :] = queries @ tail_keys.transpose(2, 3)
        weights = scores.masked_fill_(~self.mask, float("-inf")).softmax(-1)
        out = weights[..., self.widest :] @ tail_values
        for (trunk, _, seen), rows in zip(self.groups, self.rows, strict=True):
            width = max(seen)
            inside = weights[rows, :, :, :width].transpose(0, 1).flatten(1, 2)
            part = inside @ self.cache.values[layer][trunk][:, :width]
            out[rows] += part.reshape(kv_heads, len(rows), -1, part.shape[-1]).transpose(0, 1)
        return torch.flatten(out, 1, 2).transpose(0, 1)[None]

    def _tail(self, layer: int, key: torch.Tensor, value: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Stores the present token's key and value, and returns the tails as far as they are filled."""
        keys, values = self.tails.keys[layer], self.tails.values[layer]
        where = self.slots[self.has_tail], slice(None), self.write[self.has_tail]
        keys[where] = key[self.has_tail]
        values[where] = value[self.has_tail]
        near_keys, near_values = keys[:, :, : self.longest], values[:, :, : self.longest]
        if self.all_slots:
            return near_keys, near_values
        return near_keys[self.slots], near_values[self.slots]


def _groups(state: _Slots) -> list[tuple[int, list[int], list[int]]]:
    """For each trunk in use: its index, the rows of its slots, and how many trunk tokens each may see."""
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for row, slot in enumerate(state.active):
        rows, seen = groups.setdefault(state.requests[state.request_of[slot]].trunk, ([], []))
        rows.append(row)
        seen.append(state.seen(slot))
    return [(trunk, rows, seen) for trunk, (rows, seen) in groups.items()]


def _choose(logits: torch.Tensor, sampling: Sampling, uniforms: np.ndarray) -> tuple[list[int], list[float]]:
    """Draws a token a row by inverting the nucleus' cumulative distribution at the row's random number."""
    if sampling.temperature == 0:
        picked = logits.argmax(-1, keepdim=True)
    else:
        scaled = logits if sampling.temperature == 1 else logits / sampling.temperature
        picked = _nucleus(scaled, sampling.top_p, torch.tensor(uniforms, device=logits.device))
    logps = logits.gather(1, picked)[:, 0] - logits.logsumexp(-1)
    return picked[:, 0].tolist(), logps.tolist()


def _nucleus(scaled: torch.Tensor, top_p: float, uniforms: torch.Tensor) -> torch.Tensor:
    """An id a row from the smallest set of most likely ids whose probabilities reach `top_p`."""
    total = scaled.logsumexp(-1, keepdim=True)
    best, ids = scaled.topk(min(TOP, scaled.shape[-1]), -1)
    probabilities = (best - total).exp().double()
    wide = probabilities.sum(-1) < top_p
    picked = _invert(probabilities, ids, top_p, uniforms)
    if bool(wide.any()):
        best, ids = scaled[wide].sort(-1, descending=True)
        picked[wide] = _invert((best - total[wide]).exp().double(), ids, top_p, uniforms[wide])
    return picked


def _invert(probabilities: torch.Tensor, ids: torch.Tensor, top_p: float, uniforms: torch.Tensor) -> torch.Tensor:
    """Where each row's cumulative distribution, cut at `top_p` and scaled to 1, passes its random number."""
    cumulative = probabilities.cumsum(-1)
    kept = probabilities * ((cumulative - probabilities) < top_p)  # a token stays if those before fall short
    cumulative = kept.cumsum(-1)
    place = (cumulative <= (uniforms * cumulative[:, -1])[:, None]).sum(-1, keepdim=True)
    return ids.gather(1, place.clamp(max=ids.shape[1] - 1))


def _stream(name: str, count: int) -> np.ndarray:
    key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:16], "little")
    return np.random.Generator(np.random.Philox(key=key)).random(count)


def _trunk_row(trunks: Sequence[Sequence[int]]) -> Row:
    ids: list[int] = []
    positions: list[int] = []
    spans: list[Span] = []
    for trunk in trunks:
        spans.append(Span(len(ids), len(ids) + len(trunk)))
        ids.extend(trunk)
        positions.extend(range(len(trunk)))
    return Row(tuple(ids), tuple(positions), tuple(spans), (), (), (), ())


def _batches(trunks: list[list[int]], budget: int) -> Iterator[list[list[int]]]:
    batch: list[list[int]] = []
    for trunk in trunks:
        if batch and sum(map(len, batch)) + len(trunk) > budget:
            yield batch
            batch = []
        batch.append(trunk)
    if batch:
        yield batch
