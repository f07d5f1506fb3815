"""LoRA adapters through PEFT: a new one on a model, or one from its folder."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from treeplay.config.run import AdapterSettings


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


@contextmanager
def _without_deprecations() -> Iterator[None]:
    """PEFT still asks transformers for a name that is about to go; the user can do nothing about it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=FutureWarning, message=".*is_gradient_checkpointing.*")
        yield
