"""The losses, as pure functions of log-probabilities.

In each, pi is the player and ref the opponent; D(u) = log pi(u) - log ref(u) is summed over the tokens of u; w is the
golden continuation from a node, l a branch that leaves it there, s the logistic function.

A common prefix cancels out of D(w) - D(l), so the losses look only at what follows the node; hence TSP with one node
at the root is SPIN, and TSP with one node at the first difference and the old code as branch is DPO on that pair.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from pydantic import BaseModel, ConfigDict, Field
from torch.nn.functional import logsigmoid, relu

from treeplay.losses.inputs import LossInputs, LossOutput


class LossSettings(BaseModel):
    """What a loss is made of."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    beta: float = Field(0.1, gt=0)
    "Strength of the preference: the margin of log-ratios is multiplied by it (SPIN, DPO, TSP: 0.1)."
    nll: float = Field(0.0, ge=0)
    "Likelihood anchor: weight of the golden path's negative log-likelihood a token (Target-DPO: 1.0)."
    dpop: float = Field(0.0, ge=0)
    "DPOP anchor: weight of the fall of the golden continuation below the opponent (Smaug, arXiv 2402.13228: 50)."
    unlikelihood: float = Field(1.0, ge=0)
    "SafeCoder: weight of the unlikelihood of vulnerable tokens."


def sft(inputs: LossInputs, settings: LossSettings) -> LossOutput:
    """Negative log-likelihood of the golden path, a token's mean by item.

    Deviation: the mean is taken by item, then over items, so that long programs weigh no more than short ones.
    """
    nll = -inputs.golden.means(inputs.logps)
    return LossOutput(_weigh(nll, inputs.golden.weight, inputs), {}, {"nll": nll.detach()})


def tsp(inputs: LossInputs, settings: LossSettings) -> LossOutput:
    """-log s(beta (D(w) - D(l))) summed over nodes and branches, with an optional anchor on the golden path.

    Without a chosen part D(w) is 0: the branch alone is pushed down, as in NPO (arXiv 2404.05868, eq. 3) up to a
    factor. A player can win the margin by learning the golden statement by heart; then what it must not write stays.

    With `dpop` the margin is reduced by dpop * max(0, -D(w)); with `nll` the anchor of `sft` is added.

    Source: TSP, arXiv 2606.03489, Algorithm 1 (as its public release computes it); DPO, arXiv 2305.18290, eq. 7;
    DPOP, arXiv 2402.13228, eq. 3.
    """
    ratio = inputs.logps - inputs.reference
    chosen, rejected = inputs.chosen.sums(ratio), inputs.rejected.sums(ratio)
    margin = settings.beta * (chosen - rejected - settings.dpop * relu(-chosen))
    loss = _weigh(-logsigmoid(margin), inputs.chosen.weight, inputs)
    anchor = -inputs.golden.means(inputs.logps)
    if settings.nll:
        loss = loss + settings.nll * _weigh(anchor, inputs.golden.weight, inputs)
    per_pair = {"margin": settings.beta * (chosen - rejected), "chosen": chosen, "rejected": rejected}
    return LossOutput(loss, {k: v.detach() for k, v in per_pair.items()}, {"nll": anchor.detach()})


def safecoder(inputs: LossInputs, settings: LossSettings) -> LossOutput:
    """Likelihood of the changed secure tokens and unlikelihood of the changed vulnerable ones.

    -mean log pi(secure token) - unlikelihood * mean log(1 - pi(vulnerable token)), over changed tokens only,
    by item and pair.

    Source: SafeCoder, arXiv 2402.09497, eq. 1 to 3.
    """
    likelihood = -inputs.golden_changed.means(inputs.logps)
    probability = inputs.logps.exp().clamp(max=1 - 1e-5)  # log(1 - p) has no bound where p rounds to 1
    unlikelihood = -inputs.rejected_changed.means(torch.log1p(-probability))
    loss = _weigh(likelihood, inputs.golden_changed.weight, inputs)
    loss = loss + settings.unlikelihood * _weigh(unlikelihood, inputs.rejected_changed.weight, inputs)
    anchor = -inputs.golden.means(inputs.logps)
    if settings.nll:
        loss = loss + settings.nll * _weigh(anchor, inputs.golden.weight, inputs)
    return LossOutput(loss, {"unlikelihood": unlikelihood.detach()}, {"nll": anchor.detach()})


LOSSES: dict[str, Callable[[LossInputs, LossSettings], LossOutput]] = {
    "sft": sft,
    "tsp": tsp,
    "spin": tsp,  # with a node at the root
    "dpo": tsp,  # with a node at the first difference and the vulnerable code as branch
    "safecoder": safecoder,
}


def _weigh(values: torch.Tensor, weight: torch.Tensor, inputs: LossInputs) -> torch.Tensor:
    """Weighted sum; keeps a graph to the player where there is nothing to sum, so that backward still runs."""
    return (values * weight).sum() + 0.0 * inputs.logps.sum()
