"""LoRA adapters through PEFT: a new one on a model, or one from its folder."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from treeplay.config.run import AdapterSettings
from treeplay.files import parse_json, write_json
from treeplay.models import bundled

NOTE = "base.json"
"Beside an adapter: where its model lies as seen from here. PEFT's own file holds one machine's absolute path."


def with_adapter(model: Any, settings: AdapterSettings) -> Any:
    """A model with a fresh adapter: only it is trained, and before the first step it changes nothing."""
    from peft import LoraConfig, get_peft_model  # noqa: PLC0415 - a slow import that only adapters need

    targets = settings.targets
    config = LoraConfig(
        r=settings.rank,
        lora_alpha=settings.alpha,
        lora_dropout=0.0,  # packed branches would share one dropout mask
        target_modules=targets if isinstance(targets, str) else list(targets),
        task_type="CAUSAL_LM",
    )
    with _without_deprecations():
        return get_peft_model(model, config)


def open_adapter(model: Any, folder: str) -> Any:
    """A model with the adapter of a folder, ready for more training."""
    from peft import PeftModel  # noqa: PLC0415

    with _without_deprecations():
        return PeftModel.from_pretrained(model, folder, is_trainable=True)


def merged(model: Any) -> Any:
    """The plain model that a model and its adapter are together; in place."""
    return model.merge_and_unload() if hasattr(model, "peft_config") else model


def scale(model: Any, share: float) -> None:
    """Multiplies in place what an adapter adds to its model, by way of each pair's second matrix.

    So the model moves on the line from where it was before the adapter (0) to where training left it (1).

    Source: WiSE-FT, arXiv 2109.01903, eq. 1; of a product of two matrices the one is scaled.
    """
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "lora_B" in name:
                parameter.mul_(share)


def is_adapter(folder: str) -> bool:
    """Whether a folder holds an adapter, and not a model."""
    return Path(folder, "adapter_config.json").exists()


def note_base(written: Path, place: Path) -> None:
    """Notes where the model below an adapter lies, so that both can be moved together.

    Args:
        written: where the adapter was just written; the folder of a whole model is left alone.
        place: where it will lie.
    """
    if not is_adapter(str(written)):
        return
    base = _recorded(str(written))
    if base == str(bundled.bundled_folder()):
        write_json(written / NOTE, {"base": bundled.NAME})
    elif base and Path(base).is_absolute():
        write_json(written / NOTE, {"base": os.path.relpath(base, place)})


def base_of(folder: str) -> str:
    """The model below an adapter's folder: where it was when the adapter was trained, or as it lies from here now."""
    base, note = _recorded(folder), Path(folder, NOTE)
    if not base or base == str(bundled.bundled_folder()):
        return bundled.NAME
    if not Path(base).is_absolute() or Path(base).exists() or not note.exists():
        return base
    beside = str(parse_json(note.read_bytes(), where=str(note))["base"])
    moved = Path(folder, beside).resolve()
    return beside if beside == bundled.NAME else str(moved if moved.exists() else base)


def _recorded(folder: str) -> str | None:
    path = Path(folder, "adapter_config.json")
    base = parse_json(path.read_bytes(), where=str(path)).get("base_model_name_or_path")
    return str(base) if base else None


@contextmanager
def _without_deprecations() -> Iterator[None]:
    """PEFT still asks transformers for a name that is about to go; the user can do nothing about it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=FutureWarning, message=".*is_gradient_checkpointing.*")
        yield
