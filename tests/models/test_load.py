"""What a model is loaded as, and what is said where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer, decoders
from tokenizers.models import WordLevel
from tokenizers.processors import TemplateProcessing
from transformers import GraniteConfig, PreTrainedTokenizerFast

import tiny
from treeplay.corpus.schema import Task
from treeplay.errors import ConfigError, ModelError
from treeplay.models.load import load, load_tokenizer, pick_device
from treeplay.models.prompt import Prompter
from treeplay.models.support import probe, refuse_unpackable


def test_torn_weights_are_an_error_of_the_model(tmp_path: Path) -> None:
    weights = Path(tiny.save(tmp_path / "m"), "model.safetensors")
    weights.write_bytes(weights.read_bytes()[:-100])
    with pytest.raises(ModelError, match="cannot load the model"):
        load(str(tmp_path / "m"))


@pytest.mark.parametrize("device", ["gpu", "hpu", "cuda"])
def test_a_device_that_is_not_there_is_an_error_that_names_it(device: str) -> None:
    if device == "cuda" and torch.cuda.is_available():
        pytest.skip("there is a GPU")
    with pytest.raises(ConfigError, match=f"the device '{device}' cannot be used here"):
        pick_device(device)


def test_a_tokenizer_that_names_no_end_is_an_error(tmp_path: Path) -> None:
    tokenizer = tiny.tokenizer()
    tokenizer.eos_token = None
    tokenizer.save_pretrained(tmp_path)
    with pytest.raises(ModelError, match="names no token that ends a text"):
        load_tokenizer(str(tmp_path))


def test_a_model_that_scales_its_logits_is_refused(tmp_path: Path) -> None:
    sizes = {
        "vocab_size": 9,
        "hidden_size": 8,
        "intermediate_size": 8,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
    }
    refuse_unpackable(GraniteConfig(**sizes, logits_scaling=1.0))
    with pytest.raises(ModelError, match="logits_scaling"):
        refuse_unpackable(GraniteConfig(**sizes, logits_scaling=8.0))


def test_a_piece_of_text_keeps_the_space_that_it_begins_with() -> None:
    words = {"<unk>": 0, "x": 1, "▁return": 2, "▁1": 3, "</s>": 4}
    core = Tokenizer(WordLevel(words, unk_token="<unk>"))
    core.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.Fuse(), decoders.Strip(" ", 1, 0)])
    fast = PreTrainedTokenizerFast(tokenizer_object=core, eos_token="</s>", unk_token="<unk>")
    assert fast.decode([2, 3]) == "return 1", "as Llama 2's does"
    assert Prompter(fast).decode([2, 3, 4]) == " return 1"
    assert Prompter(fast).ends([2, 3]) == [7, 9]


@pytest.mark.parametrize("shape", tiny.SHAPES)
def test_the_probe_passes_models_in_low_precision(tmp_path: Path, shape: str) -> None:
    assert probe(load(tiny.save(tmp_path, shape), dtype="bfloat16").model) < 0.1


@pytest.mark.parametrize("template", [None, tiny.TEMPLATE])
def test_a_start_token_of_the_tokenizers_post_processor_is_there_once(tmp_path: Path, template: str | None) -> None:
    tokenizer = tiny.tokenizer()
    tokenizer.backend_tokenizer.post_processor = TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    tokenizer.chat_template = template
    tokenizer.save_pretrained(tmp_path)
    prompt = Prompter(load_tokenizer(str(tmp_path))).prompt_ids(Task(id="t", instruction="Do.", prefix="def f():\n"))
    assert (prompt[0], prompt[1] == 1) == (1, False)
