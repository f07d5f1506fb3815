"""Trees and models of a given shape, for the benchmarks: the bundled model, or one of its shape with random weights."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from functools import cache
from typing import Any

import torch

from treeplay import corpus
from treeplay.models import bundled
from treeplay.models.load import load, load_tokenizer
from treeplay.tree.schema import Branch, Node, Tree


@dataclass(frozen=True)
class Shape:
    """`prompt/golden/nodes/branches a node/tokens a branch`."""

    prompt: int
    golden: int
    nodes: int
    branches: int
    tokens: int

    @classmethod
    def parse(cls, text: str) -> Shape:
        """Reads 128/128/4/2/32."""
        return cls(*(int(part) for part in text.split("/")))

    def __str__(self) -> str:
        return f"{self.prompt}/{self.golden}/{self.nodes}/{self.branches}/{self.tokens}"


@cache
def code_ids() -> tuple[int, ...]:
    """The built-in corpus' golden programs as one long run of the bundled model's ids."""
    text = "\n".join(task.prefix + task.golden for task in corpus.load("builtin"))
    return tuple(load_tokenizer(bundled.NAME)(text)["input_ids"])


def a_tree(shape: Shape, seed: int) -> Tree:
    """A tree of pieces of real code; nodes are spread evenly over the golden path."""
    at = 997 * seed

    def ids(count: int) -> tuple[int, ...]:
        nonlocal at
        at += count
        return tuple(code_ids()[(at + i) % len(code_ids())] for i in range(count))

    positions = [shape.prompt + shape.golden * i // shape.nodes for i in range(shape.nodes)]
    return Tree(
        task_id=str(seed),
        prompt_ids=ids(shape.prompt),
        golden_ids=ids(shape.golden),
        nodes=tuple(Node(position=at, end=at + 1, policy="diff") for at in positions),
        branches=tuple(
            Branch(node=node, ids=ids(shape.tokens), text="", source="opponent", reject=shape.tokens)
            for node in range(shape.nodes)
            for _ in range(shape.branches)
        ),
    )


def bundled_model() -> Any:
    """The bundled model with tree attention on the CPU."""
    return load(bundled.NAME, device="cpu").model


def lora(model: Any) -> Any:
    """Rank 16 on every linear layer, the same for every contestant."""
    from peft import LoraConfig, get_peft_model

    torch.manual_seed(0)
    return get_peft_model(model, LoraConfig(r=16, lora_alpha=32, target_modules="all-linear", task_type="CAUSAL_LM"))


def arguments(description: str) -> argparse.ArgumentParser:
    """The options that every benchmark has."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    parser.add_argument("--threads", type=int, default=1, help="torch threads, the same for every contestant")
    return parser
