"""What a run will take, before it takes it: tokens, steps, memory and time, without loading weights.

Token counts come from the model's tokenizer if it is on this machine, else from the length of the text. Branch
lengths are guessed from the golden path. Time is FLOPs over what a short matrix product reaches here, in the run's
number type; expect it to be right within a factor of two, and the shares of the stages to be better than that.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from itertools import islice
from typing import Any, TypeVar

import torch
import yaml
from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer

from treeplay.config.run import CorpusSettings, ModelSettings, RunSettings
from treeplay.corpus.schema import Task
from treeplay.errors import ModelError
from treeplay.models import bundled
from treeplay.models.load import load_config, number_type, pick_device
from treeplay.models.prompt import Prompter
from treeplay.models.support import refuse_unpackable
from treeplay.train.material import divide, learnable, tokenised
from treeplay.tree.nodes import choose_nodes
from treeplay.tree.path import GoldenPath

CHARS_PER_TOKEN = 3.2
RUN_ON = 1.3
"A branch to the end of the function is guessed this much longer than the golden path's rest."
STEPS, DRAWS = 0.5, 0.2
"""Shares of a matrix product's speed that optimiser steps and sampling reach: README, Speed, has 79 of 150 GFLOP/s in
steps, and 16 in sampling 16 branches; a run samples more side by side."""
INSIDE = 0.15
"""With `branches.depth` 2, tokens drawn inside a branch by each of `branches.n` at each of `branches.depth_nodes`, as a
share of the branch's: 0.13 and 0.17 were measured on the bundled model."""
KEPT = {"none": 1.0, "distinct": 0.7, "verified": 0.25}
"Share of branches that each judge policy is guessed to leave for training."


@dataclass(frozen=True)
class Plan:
    """An estimate of a run."""

    parameters: int
    trainable: int
    tasks: int
    has_tokenizer: bool
    nodes: int
    sampled_tokens: int
    "A round."
    gradient_tokens: dict[str, int]
    "By phase."
    steps: dict[str, int]
    memory_gib: float
    "At the peak, beside what Python and its libraries take."
    machine_gib: float
    "What the device has."
    flops_per_s: float
    seconds: dict[str, float]
    "By stage."


def plan(settings: RunSettings) -> Plan:
    """Estimates a run.

    Raises:
        ModelError: the model's configuration is neither here nor among the known shapes, or cannot be packed.
        DataError: the corpus cannot be read.
    """
    return Planner().plan(settings)


class Planner:
    """Plans several runs; the machine's speed, a model's shape and a corpus that they share are looked at once."""

    def __init__(self) -> None:
        self._speeds: dict[ModelSettings, float] = {}
        self._skeletons: dict[str, tuple[Any, torch.nn.Module]] = {}
        self._paths: dict[tuple[str, CorpusSettings], tuple[list[GoldenPath], bool]] = {}

    def plan(self, settings: RunSettings) -> Plan:
        """See `plan`."""
        model, corpus = settings.model, settings.corpus
        config, skeleton = _once(self._skeletons, model.path, _skeleton)
        paths, has_tokenizer = _once(self._paths, (model.path, corpus), lambda key: _paths(*key))
        speed, draws = self.speed(settings.model_in_training), self.speed(model)
        parameters = sum(p.numel() for p in skeleton.parameters())
        trainable = _adapter_size(skeleton, settings) if settings.adapter else parameters
        warm = settings.warm_start.corpus or corpus
        learned, _ = _once(self._paths, (model.path, warm), lambda key: _paths(*key))
        counts = _Counts(settings, paths, learned, 1.0 if has_tokenizer else CHARS_PER_TOKEN)
        tokens = counts.gradient_tokens()
        backward = 3.0 if settings.adapter is None else 2.2
        seconds = {name: 2.0 * parameters * backward * count / (STEPS * speed) for name, count in tokens.items()}
        if counts.sampled():
            seconds["sampling"] = settings.rounds * sampling_seconds(counts.sampled(), parameters, draws)
        return Plan(
            parameters=parameters,
            trainable=trainable,
            tasks=len(paths),
            has_tokenizer=has_tokenizer,
            nodes=counts.nodes,
            sampled_tokens=round(counts.sampled()),
            gradient_tokens={name: round(count) for name, count in tokens.items()},
            steps=counts.steps(),
            memory_gib=_memory(config, settings, parameters, trainable),
            machine_gib=_machine_memory(pick_device(model.device)),
            flops_per_s=speed,
            seconds=seconds,
        )

    def speed(self, model: ModelSettings) -> float:
        """FLOP/s for a model on this machine."""
        return _once(self._speeds, model, calibrate)


Key = TypeVar("Key")
Found = TypeVar("Found")


def _once(known: dict[Key, Found], key: Key, find: Callable[[Key], Found]) -> Found:
    if key not in known:
        known[key] = find(key)
    return known[key]


def sampling_seconds(tokens: float, parameters: int, flops_per_s: float) -> float:
    """How long so many tokens take to draw."""
    return 2.0 * parameters * tokens / (DRAWS * flops_per_s)


def calibrate(model: ModelSettings, seconds: float = 0.4) -> float:
    """FLOP/s of a matrix product of training's size on a model's device and in its number type.

    The fastest of many, so that what else runs on this machine just now does not decide.
    """
    device = pick_device(model.device)
    kind = number_type(model.dtype, device)
    size = 512 if device == "cpu" else 4096
    left = torch.randn(size, size, device=device, dtype=kind)
    (left @ left).sum().item()
    begin, fastest = time.perf_counter(), math.inf
    while time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        (left @ left).sum().item()
        fastest = min(fastest, time.perf_counter() - start)
    return 2.0 * size**3 / fastest


class _Counts:
    """Tokens of the stages; lengths in characters are divided by `ratio`."""

    def __init__(self, settings: RunSettings, paths: list[GoldenPath], warm: list[GoldenPath], ratio: float) -> None:
        self.settings = settings
        learned, met = divide(paths, settings.warm_start.share)
        learned = warm if settings.warm_start.corpus else learned
        self.learned, self.trunk = (
            sum(len(path.prompt_ids) + len(path.golden_ids) for path in part) / ratio for part in (learned, met)
        )
        self.learned_items, self.items = len(learned), len(met)
        chosen = [(path, node) for path in met for node in choose_nodes(path, settings.nodes).nodes]
        self.nodes = len(chosen)
        self.rest = [(len(p.prompt_ids) + len(p.golden_ids) - n.position) / ratio for p, n in chosen]
        self.statements = [(node.end - node.position) / ratio for _, node in chosen]

    def sampled(self) -> float:
        """Tokens drawn in a round."""
        branches = self.settings.branches
        if self.settings.loss.name == "sft" or "opponent" not in branches.sources:
            return 0
        drawn = sum(branches.n * min(branches.max_tokens, RUN_ON * rest) for rest in self.rest)
        return self._reached * self._deep * drawn

    @property
    def _reached(self) -> float:
        """The share of the tasks that a round comes to: branches are drawn only there."""
        settings = self.settings
        budget = settings.optim.token_budget / max(settings.rounds, 1)
        return min(1.0, budget / self.trunk) if budget and not settings.curriculum else 1.0

    @property
    def _deep(self) -> float:
        """By how much branches of branches multiply what is drawn and trained."""
        branches = self.settings.branches
        return 1.0 if branches.depth == 1 else 1.0 + INSIDE * branches.n * branches.depth_nodes

    def gradient_tokens(self) -> dict[str, float]:
        """By phase."""
        settings = self.settings
        found = {"warm start": settings.warm_start.epochs * self.learned}
        found["rounds"] = settings.optim.token_budget or settings.rounds * settings.optim.epochs * self.each_epoch()
        found["control"] = found["rounds"] if settings.control else 0.0
        return {name: count for name, count in found.items() if count}

    def each_epoch(self) -> float:
        """Gradient tokens of one pass over a round's trees."""
        settings = self.settings
        if settings.loss.name == "sft" or settings.loss.rejected == "token":
            return self.trunk
        drawn = self._deep * settings.branches.n if "opponent" in settings.branches.sources else 0
        given = len(self.rest) if "vulnerable" in settings.branches.sources else 0
        length = self.rest if settings.loss.rejected == "full" else self.statements
        mean = sum(length) / max(len(length), 1)
        return self.trunk + KEPT[settings.judge.policy] * drawn * sum(length) + min(given, self.items) * mean

    def steps(self) -> dict[str, int]:
        """Optimiser steps by phase."""
        size = self.settings.optim.batch_items
        each = max(1, round(self.items / size))
        found = {"warm start": round(max(1, round(self.learned_items / size)) * self.settings.warm_start.epochs)}
        epochs = self.settings.optim.epochs * self.settings.rounds
        if self.settings.optim.token_budget:
            epochs = self.settings.optim.token_budget / self.each_epoch()
        found["rounds"] = round(each * epochs)
        return {name: count for name, count in found.items() if count}


def _skeleton(spec: str) -> tuple[Any, torch.nn.Module]:
    """A model's configuration, and the model without weights."""
    config = _config(spec)
    refuse_unpackable(config)
    with torch.device("meta"):
        return config, AutoModelForCausalLM.from_config(config)  # type: ignore[no-untyped-call]


def _config(spec: str) -> Any:
    shapes = yaml.safe_load((resources.files("treeplay.config") / "shapes.yaml").read_text(encoding="utf-8"))
    if spec == bundled.NAME or spec in shapes:
        shape = dict(shapes[spec])
        return AutoConfig.for_model(shape.pop("model_type"), **shape)
    try:
        return load_config(spec)
    except ModelError as error:
        raise ModelError(f"{error}\nknown without a hub: {', '.join(shapes)}") from error


def _paths(spec: str, settings: CorpusSettings) -> tuple[list[GoldenPath], bool]:
    """Golden paths in the model's tokens, or a token a character where its tokenizer is not on this machine."""
    tasks = learnable(settings)
    prompter = None
    if spec != bundled.NAME or bundled.is_fetched():
        place = str(bundled.bundled_folder()) if spec == bundled.NAME else spec
        with suppress(OSError, ValueError):
            prompter = Prompter(AutoTokenizer.from_pretrained(place, local_files_only=True))
    found = (tokenised(task, prompter) if prompter else _by_character(task) for task in tasks)
    paths = (path for path in found if path is not None)
    return list(islice(paths, settings.max_tasks)), prompter is not None


def _by_character(task: Task) -> GoldenPath:
    prompt = len(task.instruction) + len(task.prefix) + 60
    start, end = len(task.prefix), len(task.prefix) + len(task.golden)
    return GoldenPath(
        task=task,
        prompt_ids=(0,) * prompt,
        golden_ids=(0,) * (len(task.golden) + 1),
        spans=tuple((i, min(i + 1, end)) for i in range(start, end + 1)),
    )


def _adapter_size(skeleton: torch.nn.Module, settings: RunSettings) -> int:
    assert settings.adapter is not None
    targets = settings.adapter.targets
    head = skeleton.get_output_embeddings()  # type: ignore[operator]
    return sum(
        settings.adapter.rank * (module.in_features + module.out_features)
        for name, module in skeleton.named_modules()
        if isinstance(module, torch.nn.Linear)
        and module is not head
        and (targets == "all-linear" or name.rsplit(".", 1)[-1] in targets)
    )


def _memory(config: Any, settings: RunSettings, parameters: int, trainable: int) -> float:
    """GiB at the peak of a training step or of sampling: weights, gradients, moments, activations, logits of one row.

    AdamW keeps its two moments in the number type of the weights it trains. All weights are trained in float32 only.
    """
    device = pick_device(settings.model.device)
    sampled, width = (
        number_type(model.dtype, device).itemsize for model in (settings.model, settings.model_in_training)
    )
    row = settings.optim.max_row_tokens
    hidden, inner, layers = config.hidden_size, config.intermediate_size, config.num_hidden_layers
    kept = 2 * hidden if settings.optim.gradient_checkpointing else 10 * hidden + 4 * inner
    activations = row * layers * kept * width
    logits = min(row, 1024) * config.vocab_size * 4 * 2
    held = 4 * 4 if settings.adapter else 3 * width  # adapters are float32, and their weights come on top
    training = parameters * width + trainable * held + activations + logits
    return float(max(training, (parameters + _drawn(config, settings)) * sampled)) / 2**30


def _drawn(config: Any, settings: RunSettings) -> int:
    """Numbers kept of all that is sampled side by side: keys and values of branches, or of answers."""
    heads = getattr(config, "num_key_value_heads", None) or config.num_attention_heads
    head = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
    tokens = max(settings.branches.max_tokens, settings.bench.max_tokens)
    return int(2 * settings.bench.slots * tokens * config.num_hidden_layers * heads * head)


def _machine_memory(device: str) -> float:
    """GiB of the GPU, or of the machine."""
    if device == "cuda":
        return float(torch.cuda.get_device_properties(0).total_memory) / 2**30
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
