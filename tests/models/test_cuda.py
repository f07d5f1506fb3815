"""On a GPU: every layout, decoding and training give what the CPU gives. Skipped where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from test_packed_deep import a_deep_tree

import small_study
import tiny
from treeplay.config.study import load_study
from treeplay.models.decode import Decoder
from treeplay.models.forward import row_logps
from treeplay.models.layouts import LayoutName
from treeplay.study.ledger import read_ledger
from treeplay.study.run import run_study
from treeplay.study.stages import StudyFolder
from treeplay.tree.pack import PackSettings, pack
from treeplay.tree.sampling import Request, Sampling

pytestmark = [
    pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device"),
    pytest.mark.timeout(300),  # FlexAttention is compiled
]
TRUNKS = [[5, 17, 99, 203, 44, 31, 8], [60, 61, 62, 63], [7, 7, 7, 120, 121]]
REQUESTS = [Request(t, fork, f"{t}/{fork}/{b}") for t, fork in ((0, 3), (0, 7), (1, 4), (2, 1)) for b in range(3)]


@pytest.mark.filterwarnings("ignore")  # torch.compile warns of its own insides
@pytest.mark.parametrize("kind", ["dense", "segment", "flex"])
@pytest.mark.parametrize("shape", tiny.SHAPES)
def test_a_packed_row_scores_and_learns_on_a_gpu_as_on_a_cpu(shape: str, kind: LayoutName) -> None:
    """Branches inside branches among them; gradients too, which FlexAttention has on CUDA alone."""
    size = {"hidden_size": 64}  # FlexAttention wants heads of 16
    rows = [pack([a_deep_tree(seed)], PackSettings("full", "full")) for seed in range(3)]
    there, here = tiny.model(shape, **size).cuda(), tiny.model(shape, **size)
    for row in rows:
        expected, found = row_logps(here, row, "segment"), row_logps(there, row, kind)
        assert (found.cpu() - expected).abs().max() < 1e-4
        expected.sum().backward()
        found.sum().backward()
    for own, other in zip(here.parameters(), there.parameters(), strict=True):
        assert own.grad is not None and other.grad is not None
        assert (own.grad - other.grad.cpu()).norm() <= 1e-3 * own.grad.norm() + 1e-5


@pytest.mark.parametrize("shape", tiny.SHAPES)
def test_decoding_on_a_gpu_draws_as_on_a_cpu(shape: str) -> None:
    here = Decoder(tiny.model(shape), end_id=2, slots=5).draw(TRUNKS, REQUESTS, Sampling(max_tokens=12))
    there = Decoder(tiny.model(shape).cuda(), end_id=2, slots=5).draw(TRUNKS, REQUESTS, Sampling(max_tokens=12))
    assert [one.ids for one in here] == [one.ids for one in there]
    for one, other in zip(here, there, strict=True):
        assert torch.allclose(torch.tensor(one.logps), torch.tensor(other.logps), atol=1e-4)


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_a_study_runs_on_a_gpu(tmp_path: Path, dtype: str) -> None:
    folder = small_study.write(tmp_path)
    given = ["base.model.device=cuda", f"base.model.dtype={dtype}", "seeds=[0]"]
    run_study(load_study(str(folder / "tiny.yaml"), given), StudyFolder(tmp_path / "runs"), small_study.Quiet())
    lines = read_ledger(tmp_path / "runs" / "study.jsonl")
    assert lines and all(line["device"] == "cuda" and line["finished"] for line in lines)
    assert max(line["peak_gpu_gib"] for line in lines) > 0
