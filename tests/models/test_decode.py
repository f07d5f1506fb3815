"""Sampling from shared trunks gives what the model itself would give."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pytest
import torch

import tiny
from treeplay.models.decode import Decoder, _invert, _nucleus
from treeplay.models.forward import row_logps
from treeplay.tree.pack import PackSettings, pack
from treeplay.tree.sampling import Request, Sampling
from treeplay.tree.schema import Tree

TRUNKS = [[5, 17, 99, 203, 44, 31, 8], [60, 61, 62, 63], [7, 7, 7, 120, 121]]
REQUESTS = [Request(t, fork, f"{t}/{fork}/{b}") for t, fork in ((0, 3), (0, 7), (1, 4), (2, 1)) for b in range(3)]


@pytest.mark.parametrize("attention", ["grouped", "padded"])
@pytest.mark.parametrize("shape", tiny.SHAPES)
def test_draw_logps_equal_a_full_recompute(shape: str, attention: Literal["grouped", "padded"]) -> None:
    model = tiny.model(shape)
    drawn = Decoder(model, end_id=2, slots=5, attention=attention).draw(TRUNKS, REQUESTS, Sampling(max_tokens=12))
    for request, one in zip(REQUESTS, drawn, strict=True):
        path = Tree(task_id="p", prompt_ids=tuple(TRUNKS[request.trunk][: request.fork]), golden_ids=tuple(one.ids))
        with torch.no_grad():
            expected = row_logps(model, pack([path], PackSettings()))
        assert (expected - torch.tensor(one.logps)).abs().max() < 1e-5


def test_draw_does_not_depend_on_the_number_of_slots() -> None:
    model = tiny.model()
    few = Decoder(model, end_id=2, slots=2, prefill_tokens=4).draw(TRUNKS, REQUESTS, Sampling(max_tokens=10))
    many = Decoder(model, end_id=2, slots=64).draw(TRUNKS, REQUESTS, Sampling(max_tokens=10))
    padded = Decoder(model, end_id=2, slots=3, attention="padded").draw(TRUNKS, REQUESTS, Sampling(max_tokens=10))
    assert [one.ids for one in few] == [one.ids for one in many] == [one.ids for one in padded]


def test_draw_greedy_equals_transformers_generate() -> None:
    model, plain = tiny.model(), tiny.model(attention="eager")
    drawn = Decoder(model, end_id=2).draw(TRUNKS, [Request(0, 7, "x")], Sampling(temperature=0, max_tokens=10))
    expected = plain.generate(torch.tensor([TRUNKS[0]]), max_new_tokens=10, do_sample=False, eos_token_id=2)[0, 7:]
    assert drawn[0].ids == expected.tolist()


def test_draw_stops_at_the_end_id_and_at_the_rule() -> None:
    model = tiny.model()
    (free,) = Decoder(model, end_id=-1).draw(TRUNKS, [Request(1, 4, "s")], Sampling(max_tokens=10))
    assert not free.finished
    assert len(free.ids) == 10
    end = free.ids[4]
    first = free.ids.index(end)
    (ended,) = Decoder(model, end_id=end).draw(TRUNKS, [Request(1, 4, "s")], Sampling(max_tokens=10))
    assert (ended.ids, ended.finished) == (free.ids[: first + 1], True)
    (ruled,) = Decoder(model, end_id=-1).draw(
        TRUNKS, [Request(1, 4, "s")], Sampling(max_tokens=10), stop=lambda index, ids: len(ids) == 3
    )
    assert (ruled.ids, ruled.finished) == (free.ids[:3], True)


def test_draw_of_a_stream_is_the_same_beside_others() -> None:
    model = tiny.model()
    alone = Decoder(model, end_id=2).draw(TRUNKS, [REQUESTS[4]], Sampling(max_tokens=10))
    beside = Decoder(model, end_id=2).draw(TRUNKS, REQUESTS, Sampling(max_tokens=10))
    assert alone[0].ids == beside[4].ids


def test_nucleus_keeps_the_smallest_set_that_reaches_top_p() -> None:
    probabilities = torch.tensor([[0.5, 0.3, 0.15, 0.05]]).repeat(1000, 1)
    uniforms = torch.linspace(0, 0.9999, 1000, dtype=torch.float64)
    picked = _nucleus(probabilities.log(), 0.75, uniforms)[:, 0]
    counts = np.bincount(picked.numpy(), minlength=4) / 1000
    # 0.5 alone falls short of 0.75, so 0.3 belongs too: the shares are 5/8 and 3/8.
    assert counts[2:].sum() == 0
    assert counts[0] == pytest.approx(0.625, abs=0.002)


def test_nucleus_beyond_the_candidates_sorts_the_whole_vocabulary() -> None:
    """A flat distribution over 1000 ids: 256 candidates hold a quarter of it, so the full sort must serve."""
    flat = torch.zeros(4, 1000)
    uniforms = torch.tensor([0.0, 0.3, 0.6, 0.99], dtype=torch.float64)
    picked = _nucleus(flat, 0.95, uniforms)[:, 0]
    assert len(set(picked.tolist())) == 4
    full, ids = (flat - flat.logsumexp(-1, keepdim=True)).exp().double().sort(-1, descending=True)
    assert picked.tolist() == _invert(full, ids, 0.95, uniforms)[:, 0].tolist()
