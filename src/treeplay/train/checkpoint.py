"""The state of a phase of training on disk: whole or not at all, and enough to go on in the same bytes.

Safetensors only: no pickle is written or read. A checkpoint holds the trained weights, the optimiser's moments, the
number of steps taken and how long the metrics file was, so that records of steps that are repeated are cut off.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from treeplay.errors import WriteError
from treeplay.files import write_whole
from treeplay.models.adapter import note_base


@dataclass(frozen=True)
class Progress:
    """How far a phase has come."""

    step: int = 0
    tokens: int = 0
    "Gradient tokens so far."
    metrics_bytes: int = 0
    "Length of metrics.jsonl at this point."


def save(folder: Path, model: torch.nn.Module, optimizer: torch.optim.Optimizer, progress: Progress) -> None:
    """Replaces the checkpoint in `folder`; an interruption leaves the old one or the new one."""
    fresh, old = folder.with_name(folder.name + ".new"), folder.with_name(folder.name + ".old")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    _save_tensors(fresh / "weights.safetensors", _trainable(model))
    _save_tensors(fresh / "optimizer.safetensors", _moments(model, optimizer))
    write_whole(fresh / "progress.json", json.dumps(vars(progress)))
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def restore(folder: Path, model: torch.nn.Module, optimizer: torch.optim.Optimizer) -> Progress:
    """Loads the newest whole checkpoint into model and optimiser; the start if there is none."""
    for place in (folder, folder.with_name(folder.name + ".new"), folder.with_name(folder.name + ".old")):
        if (place / "progress.json").exists():
            break
    else:
        return Progress()
    weights = load_file(place / "weights.safetensors")
    with torch.no_grad():
        for name, parameter in _trainable(model).items():
            parameter.copy_(weights[name])
    moments = load_file(place / "optimizer.safetensors")
    names = {id(parameter): name for name, parameter in _trainable(model).items()}
    for group in optimizer.param_groups:
        for parameter in group["params"]:
            name = names[id(parameter)]
            state = {
                key: moments[f"{key}/{name}"] for key in ("exp_avg", "exp_avg_sq", "step") if f"{key}/{name}" in moments
            }
            state = {k: v.to("cpu" if k == "step" else parameter.device) for k, v in state.items()}
            if state:
                optimizer.state[parameter] = state
    return Progress(**json.loads((place / "progress.json").read_text()))


def remove(folder: Path) -> None:
    """Deletes a checkpoint and what an interruption left of one."""
    for place in (folder, folder.with_name(folder.name + ".new"), folder.with_name(folder.name + ".old")):
        shutil.rmtree(place, ignore_errors=True)


def save_model(folder: Path, model: Any, tokenizer: Any) -> None:
    """Writes a model (or its adapter) with its tokenizer under a temporary name, then renames.

    Raises:
        WriteError: the weights cannot be written; the last checkpoint stays.
    """
    fresh = folder.with_name(f".{folder.name}.tmp")
    shutil.rmtree(fresh, ignore_errors=True)
    with _room_for(fresh):
        model.save_pretrained(fresh, safe_serialization=True)
    tokenizer.save_pretrained(fresh)
    note_base(fresh, folder)
    for path in fresh.iterdir():
        _sync(path)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


@contextmanager
def _room_for(path: Path) -> Iterator[None]:
    """Where weights are written: safetensors has an error of its own for a full disk, without the file's name."""
    try:
        yield
    except SafetensorError as error:
        raise WriteError(
            f"{path}: cannot be written ({error}); what was there before still is: "
            "free some space, then run the same command again to go on"
        ) from error


def _trainable(model: torch.nn.Module) -> dict[str, torch.Tensor]:
    return {name: parameter for name, parameter in model.named_parameters() if parameter.requires_grad}


def _moments(model: torch.nn.Module, optimizer: torch.optim.Optimizer) -> dict[str, torch.Tensor]:
    return {
        f"{key}/{name}": value
        for name, parameter in _trainable(model).items()
        for key, value in optimizer.state.get(parameter, {}).items()
        if isinstance(value, torch.Tensor)
    }


def _save_tensors(path: Path, tensors: dict[str, torch.Tensor]) -> None:
    with _room_for(path):
        save_file({name: tensor.detach().contiguous() for name, tensor in tensors.items()}, path)
    _sync(path)


def _sync(path: Path) -> None:
    with path.open("rb") as handle:
        os.fsync(handle.fileno())
