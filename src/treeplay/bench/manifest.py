"""The manifest beside samples: all that decided them, so that no file mixes two settings or two models."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from treeplay.bench.records import validated
from treeplay.errors import RunError
from treeplay.files import parse_json, write_json

NAME = "manifest.json"
_BLOCKS, _BLOCK_BYTES = 16, 1 << 16


class Manifest(BaseModel):
    """Where the samples of one folder come from. It never holds a key, only the address that was asked."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    suite: str
    source: str
    "The suite's name in the table, the absolute path of the tasks' file, or a reader and the absolute path it reads."
    prompts_sha256: str
    prompts: dict[str, str] = {}
    "A short hash of each task's prompt; none in folders of before."
    model: str
    weights_sha256: str | None = None
    "Fingerprint of a local model's files; none for a hub's or a served model."
    base_url: str | None = None
    n: int = Field(ge=1)
    temperature: float = Field(ge=0)
    top_p: float = Field(gt=0, le=1)
    max_tokens: int = Field(ge=1)
    seed: int
    chunk_size: int = Field(ge=1)


def claim(folder: Path, manifest: Manifest) -> None:
    """Takes a folder for samples under these settings, or goes on in one that holds some that were drawn under them.

    Raises:
        RunError: the folder holds samples under other settings (names them), or samples without a manifest.
    """
    if not holds_samples(folder):
        for name in ("results.json", "verdicts.jsonl", "findings.sarif"):  # of samples that were deleted
            (folder / name).unlink(missing_ok=True)
        write_json(folder / NAME, manifest.model_dump())
    elif (folder / NAME).exists():
        require(folder, manifest)
    else:
        raise RunError(f"{folder} holds samples without a {NAME}; choose another --out or --name")


def holds_samples(folder: Path) -> bool:
    """Whether anything was drawn into a folder; a manifest alone is left by a first try that failed."""
    path = folder / "samples.jsonl"
    return path.exists() and path.stat().st_size > 0


def require(folder: Path, manifest: Manifest) -> None:
    """Checks that the samples of a folder were drawn under these settings.

    Raises:
        RunError: they were not; names what differs.
    """
    stored = read(folder)
    told = [name for name in Manifest.model_fields if name != "prompts"]  # what their hash says, at length
    changed = [name for name in told if getattr(stored, name) != getattr(manifest, name)]
    if manifest.weights_sha256 and "weights_sha256" not in changed:
        changed = [name for name in changed if name != "model"]  # the same weights, moved
    if changed:
        was = ", ".join(f"{name} was {getattr(stored, name)!r}" for name in changed)
        raise RunError(
            f"{folder} holds samples under other settings ({was}); repeat those, or choose another --out or --name"
        )


def require_same_prompts(folders: Sequence[Path]) -> list[str]:
    """Checks that the models of a suite answer the same prompts; returns which settings of sampling they differ in.

    Raises:
        RunError: they answer others; names the folders. Or one has no manifest.
    """
    for folder in folders[1:]:
        if not answer_alike(folders[0], folder):
            raise RunError(
                f"{folders[0]} and {folder} answer different prompts under the same ids, or no common ones, so they "
                "cannot be compared; delete one of the folders and generate again, or choose with --only"
            )
    manifests = [read(folder) for folder in folders]
    sampling = ("n", "temperature", "top_p", "max_tokens")
    return [name for name in sampling if len({getattr(manifest, name) for manifest in manifests}) > 1]


def answer_alike(one: Path, other: Path) -> bool:
    """Whether what is asked in both of two folders of samples was asked in the same words, and some of it is.

    Raises:
        RunError: one of them has no manifest.
    """
    a, b = read(one), read(other)
    if a.prompts_sha256 == b.prompts_sha256:
        return True
    common = a.prompts.keys() & b.prompts.keys()
    return bool(common) and all(a.prompts[task] == b.prompts[task] for task in common)


def read(folder: Path) -> Manifest:
    """The manifest of a folder.

    Raises:
        RunError: there is none, or it cannot be read.
    """
    path = folder / NAME
    try:
        value = parse_json(path.read_bytes(), where=str(path))
    except FileNotFoundError as error:
        raise RunError(f"{path} is missing; run `treeplay bench generate` first") from error
    return validated(Manifest, value, where=str(path), cure="generate into another --out", error=RunError)


def weights_fingerprint(model: str) -> str | None:
    """A hash that changes when a local model is trained again, over evenly spread blocks of its weights.

    Reading all of a large model would take minutes, and training moves every block of the weights it moves.
    Returns none when `model` is no folder.
    """
    folder = Path(model)
    if not folder.is_dir():
        return None
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.safetensors")):
        size = path.stat().st_size
        digest.update(f"{path.name}:{size}:".encode())
        with path.open("rb") as handle:
            for block in range(_BLOCKS):
                handle.seek(max(0, size - _BLOCK_BYTES) * block // (_BLOCKS - 1))
                digest.update(handle.read(_BLOCK_BYTES))
    return digest.hexdigest()
