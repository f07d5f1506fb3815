"""Losses as pure functions on tensors."""

from treeplay.losses.functions import LOSSES, LossSettings, safecoder, sft, tsp
from treeplay.losses.inputs import LossInputs, LossOutput, Terms

__all__ = ["LOSSES", "LossInputs", "LossOutput", "LossSettings", "Terms", "safecoder", "sft", "tsp"]
