"""A two-layer model of each supported shape and a byte-level tokenizer: nothing is downloaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import GPTNeoXConfig, LlamaConfig, PreTrainedTokenizerFast, Qwen2Config
from transformers.models.auto.modeling_auto import AutoModelForCausalLM

SHAPES = ("llama", "qwen2", "gpt_neox")
TEMPLATE = (
    "{% for m in messages %}<s>{{ m['role'] }}\n{{ m['content'] }}</s>\n{% endfor %}"
    "{% if add_generation_prompt %}<s>assistant\n{% endif %}"
)


def tokenizer() -> PreTrainedTokenizerFast:
    """One token a byte, and three special ones."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {"<pad>": 0, "<s>": 1, "</s>": 2, **{char: i + 3 for i, char in enumerate(alphabet)}}
    core = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    core.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    core.decoder = decoders.ByteLevel()
    fast = PreTrainedTokenizerFast(tokenizer_object=core, pad_token="<pad>", bos_token="<s>", eos_token="</s>")
    fast.chat_template = TEMPLATE
    return fast


def config(shape: str, **changes: Any) -> Any:
    """The configuration of a tiny model."""
    sizes = {
        "vocab_size": 259,
        "hidden_size": 32,
        "intermediate_size": 48,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "max_position_embeddings": 2048,
        "bos_token_id": 1,
        "eos_token_id": 2,
        "pad_token_id": 0,
    }
    if shape == "gpt_neox":
        return GPTNeoXConfig(**{**sizes, "hidden_dropout": 0.0, "attention_dropout": 0.0, **changes})
    kind = LlamaConfig if shape == "llama" else Qwen2Config
    return kind(**{**sizes, "num_key_value_heads": 2, **changes})


def model(shape: str = "llama", *, attention: str = "treeplay", seed: int = 0, **changes: Any) -> Any:
    """A tiny model with random weights, large enough that a wrong mask shows."""
    torch.manual_seed(seed)
    made = AutoModelForCausalLM.from_config(
        config(shape, **changes), attn_implementation=attention, dtype=torch.float32
    )
    with torch.no_grad():
        for parameter in made.parameters():
            if parameter.dim() > 1:
                parameter.mul_(6)
    return made.eval()


def save(folder: Path, shape: str = "llama", **changes: Any) -> str:
    """A tiny model and its tokenizer on disk."""
    made = model(shape, attention="sdpa", **changes)
    made.save_pretrained(folder)
    tokenizer().save_pretrained(folder)
    return str(folder)
