"""Which models packed trees hold for: refused by name, then proven by a probe.

A branch must see its prefix and itself and nothing else, at positions that are depths in the tree. Attention with a
window, linear attention and recurrent state, soft-capping, and rotary scaling chosen from a row's length break
that silently, so they are refused before training. What no configuration field tells, the probe finds: a small
tree is scored packed and row by row, and the two must agree.
"""

from __future__ import annotations

from typing import Any

import torch

from treeplay.errors import ModelError
from treeplay.models.layouts import LayoutName
from treeplay.tree.pack import PackSettings, pack
from treeplay.tree.schema import Branch, Node, Tree

_LENGTH_DEPENDENT_ROPE = {"dynamic", "longrope", "yarn"}
_RECURRENT_FIELDS = ("ssm_cfg", "mamba_d_state", "linear_num_key_heads", "conv_L_cache", "rwkv_version")
_LOGIT_FIELDS = ("logits_scaling", "logit_scale", "final_logit_softcapping")
_DROPOUT_FIELDS = ("attention_dropout", "hidden_dropout", "resid_pdrop", "attn_pdrop", "embd_pdrop")


def refuse_unpackable(config: Any) -> None:
    """Refuses a model whose attention packed trees do not hold for.

    Args:
        config: the model's transformers configuration.

    Raises:
        ModelError: names the model and the feature that is in the way.
    """
    reason = _obstacle(config)
    if reason:
        name = getattr(config, "_name_or_path", "") or config.model_type
        raise ModelError(
            f"{name} ({config.model_type}) cannot be trained on packed trees: {reason}. "
            "Choose a model with full attention in every layer (Llama, Qwen2/2.5, GPT-NeoX, Mistral without window)"
        )


def _obstacle(config: Any) -> str:  # noqa: PLR0911 - one return an obstacle reads best
    if getattr(config, "is_encoder_decoder", False):
        return "it is an encoder-decoder"
    kinds = set(getattr(config, "layer_types", None) or ()) - {"full_attention"}
    if kinds:
        return f"it has layers of type {', '.join(sorted(kinds))}"
    if getattr(config, "sliding_window", None) and getattr(config, "use_sliding_window", True):
        return f"it has a sliding window of {config.sliding_window} tokens"
    if any(getattr(config, field, None) for field in _RECURRENT_FIELDS):
        return "it keeps a recurrent or convolutional state"
    if getattr(config, "attn_logit_softcapping", None):
        return "it soft-caps attention scores"
    rope = getattr(config, "rope_parameters", None) or getattr(config, "rope_scaling", None) or {}
    if rope.get("rope_type", rope.get("type")) in _LENGTH_DEPENDENT_ROPE - {"yarn"}:
        return f"its rotary scaling ({rope.get('rope_type', rope.get('type'))}) depends on the row's length"
    scales = [field for field in _LOGIT_FIELDS if getattr(config, field, None) not in (None, 1, 1.0)]
    if scales:
        return (
            f"it scales or caps its logits ({', '.join(scales)}), and they are computed here by the output head alone"
        )
    dropouts = [field for field in _DROPOUT_FIELDS if getattr(config, field, 0.0)]
    if dropouts:
        return f"it trains with dropout ({', '.join(dropouts)}), whose mask its branches would share; set it to 0"
    return ""


def probe(model: Any, attention: LayoutName = "auto", *, tolerance: float = 1e-3) -> float:
    """Scores a small tree packed and row by row; returns how far log-probabilities differ.

    Returns: the largest difference; in low precision the mean.

    Raises:
        ModelError: they differ by more than `tolerance` (a wrong mask shows as 0.1 and more), in float32. In lower
            precisions a single logit's rounding is more than that: there the mean may be a hundred times as much.
    """
    from treeplay.models.forward import row_logps  # noqa: PLC0415 - forward needs the attention this module guards

    vocabulary = int(model.config.vocab_size)
    ids = [3 + (7 * i * i + 5 * i) % (vocabulary - 4) for i in range(24)]
    tree = Tree(
        task_id="probe",
        prompt_ids=tuple(ids[:6]),
        golden_ids=tuple(ids[6:14]),
        nodes=(Node(position=8, end=10, policy="root"), Node(position=11, end=12, policy="root")),
        branches=tuple(
            Branch(node=node, ids=tuple(ids[start:end]), text="", source="opponent", reject=end - start)
            for node, start, end in ((0, 14, 18), (0, 16, 19), (1, 19, 24))
        ),
    )
    with torch.no_grad():
        packed = row_logps(model, pack([tree], PackSettings()), attention)
        alone = torch.cat([row_logps(model, pack([path], PackSettings()), attention) for path in _paths(tree)])
    exact = next(model.parameters()).dtype == torch.float32
    differences = (packed - alone).abs()
    difference, bound = (differences.max(), tolerance) if exact else (differences.mean(), 100 * tolerance)
    if not difference <= bound:
        name = getattr(model.config, "_name_or_path", "") or type(model).__name__
        raise ModelError(
            f"{name}: log-probabilities of a packed tree differ from those of its rows by {float(difference):.2g}; "
            "packed training would be wrong for this model"
        )
    return float(difference)


def _paths(tree: Tree) -> list[Tree]:
    """Each path of a tree as a tree without branches, prompt and scored tokens divided where the tree scores them."""
    trunk = tree.prompt_ids + tree.golden_ids
    paths = [tree.model_copy(update={"nodes": (), "branches": ()})]
    for branch in tree.branches:
        cut = tree.nodes[branch.node].position
        paths.append(Tree(task_id="path", prompt_ids=trunk[:cut], golden_ids=branch.ids))
    return paths
