"""Loading a causal LM and its tokenizer: the bundled one, a folder, or a hub id; with an adapter if there is one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer
from transformers.utils import logging as transformers_logging

from treeplay.errors import ConfigError, ModelError
from treeplay.models import attention, bundled
from treeplay.models.adapter import base_of, is_adapter, open_adapter
from treeplay.models.support import refuse_unpackable

os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class Loaded:
    """A model ready for packed rows, its tokenizer and where it came from."""

    model: Any
    tokenizer: Any
    source: str


def resolve(spec: str) -> str:
    """A folder or hub id for a model's name; fetches the bundled model if it is not in the cache.

    A folder is made absolute, since an adapter keeps the path of the model below it.
    """
    if spec == bundled.NAME:
        return str(bundled.fetch())
    return str(Path(spec).absolute()) if Path(spec).is_dir() else spec


def load_config(spec: str) -> Any:
    """A model's configuration without its weights.

    Raises:
        ModelError: there is no such model.
    """
    source = resolve(_base_of(spec))
    try:
        return AutoConfig.from_pretrained(source, trust_remote_code=False)
    except (OSError, ValueError) as error:
        raise _not_loadable(spec, error) from error


def load(spec: str, *, dtype: str = "auto", device: str = "auto") -> Loaded:
    """Loads a model for packed rows, in evaluation mode, with the fitting attention.

    Args:
        spec: `bundled`, a folder of weights, a PEFT adapter's folder (its base model is loaded below it), or a hub id.
        dtype: `float32`, `bfloat16`, `float16`, or `auto`: float32 on a CPU, bfloat16 on a GPU.
        device: a torch device, or `auto` for the best there is.

    Raises:
        ModelError: it cannot be found or read, or packed trees do not hold for it.
    """
    place = pick_device(device)
    refuse_unpackable(load_config(spec))
    kind = number_type(dtype, place)
    source = resolve(_base_of(spec))
    try:
        model: Any = AutoModelForCausalLM.from_pretrained(
            source,
            dtype=kind,
            attn_implementation=attention.NAME,
            trust_remote_code=False,
            use_safetensors=True,
        )
        tokenizer = load_tokenizer(spec)
        model = (open_adapter(model, spec) if is_adapter(spec) else model).to(place)
    except (OSError, ValueError, RuntimeError, SafetensorError) as error:  # torn weights, no memory on the device
        raise _not_loadable(spec, error) from error
    return Loaded(model.eval(), tokenizer, spec)


def load_tokenizer(spec: str) -> Any:
    """A model's fast tokenizer.

    Raises:
        ModelError: it has none; branch points need the character span of every token.
    """
    own = Path(spec, "tokenizer_config.json").exists()
    tokenizer = AutoTokenizer.from_pretrained(spec if own else resolve(_base_of(spec)), trust_remote_code=False)
    if not tokenizer.is_fast:
        raise ModelError(f"{spec}: its tokenizer is not a fast one, so token positions cannot be found in the text")
    if tokenizer.eos_token_id is None:
        raise ModelError(f"{spec}: its tokenizer names no token that ends a text; set `eos_token` in its configuration")
    return tokenizer


def number_type(dtype: str, device: str) -> torch.dtype:
    """The number type that is meant; `auto` is float32 on a CPU, bfloat16 elsewhere."""
    if dtype == "auto":
        return torch.float32 if device == "cpu" else torch.bfloat16
    kind: torch.dtype = getattr(torch, dtype)
    return kind


def pick_device(device: str) -> str:
    """The device that is meant; `auto` is the best there is.

    Raises:
        ConfigError: torch knows no such device, or there is none here.
    """
    if device == "auto":
        return "cuda" if torch.cuda.is_available() else "cpu"
    try:
        torch.empty(0, device=device)
    except (RuntimeError, AssertionError, ImportError) as error:  # torch asserts that it was built for CUDA
        reason = _first_line(error)
        raise ConfigError(f"the device {device!r} cannot be used here ({reason}); give cpu, cuda or auto") from error
    return device


def _base_of(spec: str) -> str:
    """The model below an adapter's folder, else the spec itself."""
    return base_of(spec) if is_adapter(spec) else spec


def _not_loadable(spec: str, error: Exception) -> ModelError:
    cure = "give `bundled`, a folder that holds config.json and *.safetensors, or a hub id that this machine can reach"
    if isinstance(error, torch.OutOfMemoryError):
        cure = "free memory of the device, or give model.dtype=bfloat16, a smaller model or model.device=cpu"
    return ModelError(f"cannot load the model {spec!r}: {_first_line(error)}\n{cure}")


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
