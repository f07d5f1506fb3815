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
from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
import torch

from treeplay.models.decode_attention import GroupedAttention, PaddedAttention, Step, Tails
from treeplay.models.forward import hidden_states
from treeplay.models.trunks import TrunkCache
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
        attention: see `treeplay.models.decode_attention`; auto: `padded` on a GPU, else `grouped`.
    """

    def __init__(
        self,
        model: torch.nn.Module,
        *,
        end_id: int,
        slots: int = 64,
        prefill_tokens: int = 2048,
        attention: Literal["auto", "grouped", "padded"] = "auto",
    ) -> None:
        self.model = model
        self.end_id = end_id
        self.slots = slots
        self.prefill_tokens = prefill_tokens
        self.device = next(model.parameters()).device
        padded = self.device.type == "cuda" if attention == "auto" else attention == "padded"
        self.attention = PaddedAttention if padded else GroupedAttention

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
        cache = TrunkCache(self.model, trunks, self.prefill_tokens)
        state = _Slots(requests, sampling, min(self.slots, len(requests)))
        tails = Tails(cache, state.size, sampling.max_tokens)
        while state.active:
            logits = self._step(cache, tails, state)
            state.take(*_choose(logits, sampling, state.uniforms()), self.end_id, stop)
            progress(len(state.active))
            state.refill()
        return state.drawn

    def _step(self, cache: TrunkCache, tails: Tails, state: _Slots) -> torch.Tensor:
        """Reads each slot's last token (a trunk's, for a slot just filled) and returns the logits after it."""
        layout = self.attention(cache, tails, state.step())
        ids = torch.tensor([[state.input_id(slot, cache) for slot in state.active]], device=self.device)
        positions = torch.tensor([[state.position(slot) for slot in state.active]], device=self.device)
        how = {"layout": layout, "attention_mask": None}
        hidden, head = hidden_states(self.model, ids, positions, how)
        logits: torch.Tensor = head(hidden[0])
        return logits.to(torch.promote_types(logits.dtype, torch.float32))


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

    def input_id(self, slot: int, cache: TrunkCache) -> int:
        """The token whose successor is wanted."""
        request, drawn = self.requests[self.request_of[slot]], self.drawn[self.request_of[slot]]
        return drawn.ids[-1] if drawn.ids else cache.trunks[request.trunk][request.fork - 1]

    def position(self, slot: int) -> int:
        """The depth of that token in its tree."""
        index = self.request_of[slot]
        return self.requests[index].fork + len(self.drawn[index].ids) - 1

    def step(self) -> Step:
        """What the active slots look at."""
        requests = [self.requests[index] for index in self._rows()]
        return Step(
            slots=self.active,
            trunks=[request.trunk for request in requests],
            seen=[request.fork for request in requests],
            tails=[len(self.drawn[index].ids) for index in self._rows()],
        )

    def _rows(self) -> list[int]:
        return [self.request_of[slot] for slot in self.active]


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
