"""Losses against numbers derived by hand, and the identities between methods."""

from __future__ import annotations

import math

import pytest
import torch

from treeplay.losses import LossInputs, LossSettings, Terms, safecoder, sft, tsp

# One item with three golden tokens (0, 1, 2), the last two after the node, and one branch of two tokens (3, 4).
LOGPS = [-0.5, -1.0, -2.0, -1.5, -0.7]
REFERENCE = [-0.5, -1.2, -2.5, -1.0, -0.7]


def terms(tokens: list[int], owner: list[int] | None = None, weight: list[float] | None = None) -> Terms:
    owner = owner if owner is not None else [0] * len(tokens)
    return Terms(
        torch.tensor(tokens, dtype=torch.long), torch.tensor(owner, dtype=torch.long), torch.tensor(weight or [1.0])
    )


def one_pair(**changes: object) -> LossInputs:
    parts = {
        "logps": torch.tensor(LOGPS, requires_grad=True),
        "reference": torch.tensor(REFERENCE),
        "golden": terms([0, 1, 2]),
        "golden_changed": terms([1]),
        "chosen": terms([1, 2]),
        "rejected": terms([3, 4]),
        "rejected_changed": terms([3]),
    }
    return LossInputs(**{**parts, **changes})  # type: ignore[arg-type]


def test_sft_is_the_mean_nll_of_golden_tokens() -> None:
    # (0.5 + 1.0 + 2.0) / 3
    assert sft(one_pair(), LossSettings()).loss.item() == pytest.approx(3.5 / 3)


def test_tsp_is_the_logistic_loss_of_the_margin() -> None:
    # D(w) = (-1.0 + 1.2) + (-2.0 + 2.5) = 0.7; D(l) = (-1.5 + 1.0) + 0 = -0.5; margin = 0.1 * 1.2 = 0.12
    found = tsp(one_pair(), LossSettings(beta=0.1))
    assert found.loss.item() == pytest.approx(math.log(1 + math.exp(-0.12)))
    assert found.per_pair["margin"].item() == pytest.approx(0.12)


def test_tsp_without_a_chosen_part_pushes_the_branch_down() -> None:
    # D(w) = 0; D(l) = -0.5; margin = 0.1 * 0.5 = 0.05, and no golden token has a gradient.
    inputs = one_pair(chosen=terms([]))
    found = tsp(inputs, LossSettings(beta=0.1))
    assert found.loss.item() == pytest.approx(math.log(1 + math.exp(-0.05)))
    found.loss.backward()
    slope = (1 - 1 / (1 + math.exp(-0.05))) * 0.1
    assert inputs.logps.grad.tolist() == pytest.approx([0, 0, 0, slope, slope])


def test_tsp_of_equal_models_is_log_two_with_margin_zero() -> None:
    found = tsp(one_pair(reference=torch.tensor(LOGPS)), LossSettings(beta=0.7))
    assert found.loss.item() == pytest.approx(math.log(2))
    assert found.per_pair["margin"].item() == 0


def test_tsp_without_a_reference_asks_for_the_golden_token_s_share_of_both() -> None:
    # Two tokens at one place, probabilities 0.6 and 0.2: -log(0.6 / 0.8).
    logps = torch.tensor([0.6, 0.2]).log().requires_grad_()
    inputs = one_pair(logps=logps, reference=torch.zeros(2), golden=terms([0]), chosen=terms([0]), rejected=terms([1]))
    found = tsp(inputs, LossSettings(beta=1.0))
    assert found.loss.item() == pytest.approx(-math.log(0.75))
    found.loss.backward()
    assert logps.grad is not None
    assert logps.grad.tolist() == pytest.approx([-0.25, 0.25])  # what is left to win: the rejected token's share


def test_tsp_gradient_pulls_chosen_up_and_rejected_down() -> None:
    inputs = one_pair()
    tsp(inputs, LossSettings(beta=0.1)).loss.backward()
    # d/dx of -log s(margin) = -(1 - s(0.12)) * beta for chosen tokens, the opposite for rejected ones.
    slope = (1 - 1 / (1 + math.exp(-0.12))) * 0.1
    assert inputs.logps.grad.tolist() == pytest.approx([0, -slope, -slope, slope, slope])


def test_tsp_nll_anchor_adds_the_sft_loss() -> None:
    plain = tsp(one_pair(), LossSettings(beta=0.1)).loss
    anchored = tsp(one_pair(), LossSettings(beta=0.1, nll=2.0)).loss
    assert (anchored - plain).item() == pytest.approx(2 * 3.5 / 3, rel=1e-5)


def test_tsp_dpop_penalises_only_a_fall_of_the_chosen() -> None:
    assert tsp(one_pair(), LossSettings(dpop=50)).loss.item() == pytest.approx(
        tsp(one_pair(), LossSettings()).loss.item()
    )
    fallen = one_pair(reference=torch.tensor([-0.5, -0.9, -1.8, -1.0, -0.7]))
    # D(w) = -0.1 - 0.2 = -0.3, D(l) = -0.5: margin = 0.1 * (0.2 - 2 * 0.3) = -0.04
    assert tsp(fallen, LossSettings(dpop=2)).loss.item() == pytest.approx(math.log(1 + math.exp(0.04)))


def test_safecoder_is_likelihood_and_unlikelihood_of_changed_tokens() -> None:
    # Changed golden token 1: 1.0; changed branch token 3: -log(1 - exp(-1.5)).
    expected = 1.0 - math.log(1 - math.exp(-1.5))
    assert safecoder(one_pair(), LossSettings()).loss.item() == pytest.approx(expected, rel=1e-5)


def test_safecoder_of_a_certain_vulnerable_token_is_finite() -> None:
    inputs = one_pair(logps=torch.zeros(5, requires_grad=True))
    found = safecoder(inputs, LossSettings()).loss
    found.backward()
    assert torch.isfinite(found)
    assert torch.isfinite(inputs.logps.grad).all()


@pytest.mark.parametrize("loss", [sft, tsp, safecoder])
def test_loss_of_nothing_is_a_finite_zero_with_a_graph(loss: object) -> None:
    nothing = Terms(torch.tensor([], dtype=torch.long), torch.tensor([], dtype=torch.long), torch.tensor([]))
    logps = torch.tensor(LOGPS, requires_grad=True)
    empty = LossInputs(logps, torch.tensor(REFERENCE), nothing, nothing, nothing, nothing, nothing)
    found = loss(empty, LossSettings()).loss  # type: ignore[operator]
    found.backward()
    assert found.item() == 0
    assert logps.grad.tolist() == [0.0] * 5


def test_terms_means_divide_by_what_they_sum() -> None:
    two = terms([0, 1, 2], [0, 0, 1], [0.5, 0.5])
    assert two.means(torch.tensor([1.0, 2.0, 5.0])).tolist() == [1.5, 5.0]
