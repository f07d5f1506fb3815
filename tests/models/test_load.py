"""What a model is loaded as, and what is said where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from tokenizers.processors import TemplateProcessing

import tiny
from treeplay.corpus.schema import Task
from treeplay.errors import ConfigError, ModelError
from treeplay.models.load import load, load_tokenizer, pick_device
from treeplay.models.prompt import Prompter


def test_torn_weights_are_an_error_of_the_model(tmp_path: Path) -> None:
    weights = Path(tiny.save(tmp_path / "m"), "model.safetensors")
    weights.write_bytes(weights.read_bytes()[:-100])
    with pytest.raises(ModelError, match="cannot load the model"):
        load(str(tmp_path / "m"))


@pytest.mark.parametrize("device", ["gpu", "cuda"])
def test_a_device_that_is_not_there_is_an_error_that_names_it(device: str) -> None:
    if device == "cuda" and torch.cuda.is_available():
        pytest.skip("there is a GPU")
    with pytest.raises(ConfigError, match=f"the device '{device}' cannot be used here"):
        pick_device(device)


@pytest.mark.parametrize("template", [None, tiny.TEMPLATE])
def test_a_start_token_of_the_tokenizers_post_processor_is_there_once(tmp_path: Path, template: str | None) -> None:
    tokenizer = tiny.tokenizer()
    tokenizer.backend_tokenizer.post_processor = TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    tokenizer.chat_template = template
    tokenizer.save_pretrained(tmp_path)
    prompt = Prompter(load_tokenizer(str(tmp_path))).prompt_ids(Task(id="t", instruction="Do.", prefix="def f():\n"))
    assert (prompt[0], prompt[1] == 1) == (1, False)
