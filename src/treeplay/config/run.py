"""The settings of a run: what is trained on what, how, and how it is measured.

The text under a field is its documentation, in the reference and in error messages alike. A method is three
choices, `nodes`, `branches` and `loss`; everything else is shared, so that methods differ in nothing else.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from treeplay.corpus.schema import CweId
from treeplay.judge.policy import JudgePolicy
from treeplay.tree.nodes import NodeSettings


class Settings(BaseModel):
    """A part of the configuration: unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class ModelSettings(Settings):
    """The model that is trained."""

    path: str = "bundled"
    "`bundled`, a folder with config.json and safetensors, or a hub id."
    dtype: Literal["auto", "float32", "bfloat16", "float16"] = "auto"
    "auto: float32 on a CPU, bfloat16 on a GPU. Without an adapter all weights are trained in float32."
    device: str = "auto"
    "A torch device; auto: the best there is."
    attention: Literal["auto", "segment", "dense", "flex"] = "auto"
    "How packed rows attend: segment by segment (auto on a CPU), under a dense mask (auto on a GPU), or flex (CUDA)."


class AdapterSettings(Settings):
    """A LoRA adapter, trained instead of the whole model."""

    rank: int = Field(16, gt=0)
    alpha: int = Field(32, gt=0)
    targets: str | tuple[str, ...] = "all-linear"
    "Names of the modules to adapt, or all-linear."


class CorpusSettings(Settings):
    """What is learned from."""

    source: str = "builtin"
    "`builtin`, `builtin:python`, `<reader>:<path>`, or a .jsonl of tasks."
    split: Literal["train", "dev", "test"] | None = "train"
    "null for all that the source holds."
    languages: tuple[str, ...] = ()
    "Only these; empty for all."
    max_tasks: int | None = Field(None, gt=0)
    "The first so many after a seeded shuffle."
    max_families: int | None = Field(None, gt=0)
    "At most so many families of each weakness (in a language): how many have to be written for it to be learned?"
    without_cwes: tuple[CweId, ...] = ()
    "Tasks of these weaknesses, and of the same families, are left out: what the model then knows of them is transfer."
    without_fold: tuple[int, int] | None = None
    "`[0, 4]`: of four folds of families the first is left out, to be asked about; a study with `folds` sets it."
    max_tokens: int = Field(1024, gt=0)
    "Tasks whose prompt and golden path are longer are dropped, and counted."

    @model_validator(mode="after")
    def _a_fold(self) -> CorpusSettings:
        if self.without_fold and not 0 <= self.without_fold[0] < self.without_fold[1] >= 2:
            raise ValueError("without_fold is a fold, from 0, and how many there are, such as [0, 4]")
        return self


class BranchSettings(Settings):
    """Where branches come from."""

    sources: tuple[Literal["opponent", "vulnerable"], ...] = ("opponent",)
    "opponent: sampled from the previous player. vulnerable: the vulnerable version of the code, at the diff node."
    n: int = Field(4, ge=1)
    "Branches sampled at a node (TSP, Table 7: 4)."
    temperature: float = Field(1.0, ge=0)
    top_p: float = Field(0.95, gt=0, le=1)
    max_tokens: int = Field(160, gt=0)
    "A branch is sampled on to the end of the function, at most so far."
    reuse: int = Field(0, ge=0)
    "Earlier rounds whose branches are rejected beside the new ones (SPIN: 1)."
    depth: Literal[1, 2] = 1
    "2: judged branches branch again at risk nodes of their own; from there what ends secure is preferred to what errs."
    depth_nodes: int = Field(1, ge=1)
    "With depth 2, nodes a branch; each is given `n` branches."
    extent: Literal["statement", "block", "function", "tokens"] = "statement"
    "How far the loss rejects a branch when `loss.rejected` is `statement`: to the end of the statement, block, …"


class MethodLossSettings(Settings):
    """The loss and what of a tree it looks at."""

    name: Literal["sft", "spin", "dpo", "safecoder", "tsp"] = "tsp"
    reference: Literal["previous", "initial", "none"] = "previous"
    "What the player is measured against: its opponent, the model before the first round, or nothing."
    beta: float = Field(0.1, gt=0)
    "Strength of the preference (SPIN, DPO and TSP: 0.1)."
    nll: float = Field(1.0, ge=0)
    "Likelihood anchor: weight of the golden path's negative log-likelihood a token. 0: none."
    dpop: float = Field(0.0, ge=0)
    "DPOP anchor: penalty where the golden continuation falls below the opponent's. 0: none."
    unlikelihood: float = Field(1.0, ge=0)
    "SafeCoder: weight of the unlikelihood of vulnerable tokens."
    rejected: Literal["full", "statement", "differing", "token"] = "statement"
    """Which tokens of a branch are rejected: all, those of `branches.extent`, those that differ from the golden path,
    or the one `token` at which it leaves the golden path, which costs no gradient tokens."""
    chosen: Literal["full", "statement", "token", "none"] = "full"
    """What of the golden path is preferred: all after the node, the node's statement, the `token` at which the branch
    leaves, or none (`nll` alone holds it)."""
    equal_items: bool = True
    "Items weigh the same however many nodes they have; false: drawn branches do (the public release)."


class OptimSettings(Settings):
    """The optimiser: AdamW with warm-up and cosine decay, afresh in every round."""

    lr: float = Field(5e-4, gt=0)
    epochs: float = Field(2, gt=0)
    "Passes over a round's trees."
    token_budget: int = Field(0, ge=0)
    "Gradient tokens of all rounds together, shared equally between them, in place of `epochs`; 0 for epochs."
    batch_items: int = Field(16, gt=0)
    "Items a step, over all devices."
    warmup: float = Field(0.1, ge=0, le=1)
    "Share of the steps in which the rate rises."
    weight_decay: float = Field(0.0, ge=0)
    clip: float = Field(1.0, gt=0)
    "Largest norm of the gradient."
    keep: float = Field(1.0, gt=0, le=1)
    """Share of what the round changed that the finished model keeps (WiSE-FT, arXiv 2109.01903): the adapter is scaled
    by it. Below 1 function comes back, and some of the habit. Needs one round and an adapter of its own."""
    max_row_tokens: int = Field(1024, gt=0)
    "Unique tokens computed together; bounds memory. A larger tree stands alone."
    checkpoint_steps: int = Field(20, gt=0)
    "Steps between checkpoints within a round."
    gradient_checkpointing: bool = False
    "Computes activations anew in the backward pass: less memory, a third more time."


class WarmStartSettings(Settings):
    """Supervised fine-tuning before the first round."""

    epochs: float = Field(2, ge=0)
    "0 starts self-play from the model as it is."
    learn: Literal["golden", "vulnerable"] = "golden"
    "`vulnerable`: learns to code from vulnerable versions, as pre-training taught large models, so as to be hardened."
    share: float = Field(1.0, gt=0, le=1)
    """Share of the tasks, by family, used here; below 1, self-play meets only the others, which its opponent never saw.

    SFT trains on all, except in a model organism: it too meets only the others.
    """
    corpus: CorpusSettings | None = None
    "What it learns from; null: the run's own corpus. A model organism may know more than it is hardened on."
    lr: float = Field(5e-4, gt=0)
    merge: bool = False
    """Merges its adapter into the weights, in the model's number type; the rounds then train one of their own, as on
    any finished model. Rounds that go on with the warm start's adapter write over what it holds. Without an adapter
    the weights themselves were trained, and there is nothing to merge."""


class BenchSettings(Settings):
    """How the models of a run are measured."""

    suite: str = "builtin:test"
    n: int = Field(4, ge=1)
    "Samples a task."
    temperature: float = Field(0.4, ge=0)
    top_p: float = Field(0.95, gt=0, le=1)
    max_tokens: int = Field(160, gt=0)
    slots: int = Field(96, gt=0)
    "Answers, and branches, decoded side by side."


class RunSettings(Settings):
    """A run: `treeplay train` reads all but `bench`, `treeplay run` reads everything."""

    name: str = "default"
    "The run's folder below `runs/`."
    seed: int = 0
    model: ModelSettings = ModelSettings()
    adapter: AdapterSettings | None = AdapterSettings()
    "null trains all weights."
    corpus: CorpusSettings = CorpusSettings()
    warm_start: WarmStartSettings = WarmStartSettings()
    rounds: int = Field(1, ge=0)
    "Rounds of self-play; each round's opponent is the player of the one before."
    curriculum: bool = False
    "Train a round only on tasks at which its opponent still errs; the others are mastered, and counted by weakness."
    nodes: NodeSettings = NodeSettings()
    branches: BranchSettings = BranchSettings()
    judge: JudgePolicy = JudgePolicy()
    loss: MethodLossSettings = MethodLossSettings()
    optim: OptimSettings = OptimSettings()
    control: bool = False
    "Also continues SFT from the warm start for as many gradient tokens as the rounds took, to compare."
    bench: BenchSettings = BenchSettings()
    unsafe_no_sandbox: bool = False
    "Run tests of generated code without isolation, where the system cannot give it. Only on a machine you can lose."
    trackers: tuple[Literal["tensorboard", "wandb", "trackio"], ...] = ()
    "Where metrics go besides metrics.jsonl."

    @property
    def model_in_training(self) -> ModelSettings:
        """The model as its weights are held while they are trained.

        Without an adapter that is float32, as steps are smaller than what bfloat16 tells apart; drawn from it is not.
        """
        return self.model if self.adapter else self.model.model_copy(update={"dtype": "float32"})

    @model_validator(mode="after")
    def _consistent(self) -> RunSettings:
        if self.loss.name == "sft" and self.rounds > 0 and self.warm_start.epochs > 0 and self.control:
            raise ValueError("an SFT run is its own control; set control to false")
        if self.branches.depth > 1 and self.judge.policy != "verified":
            raise ValueError("only verdicts tell which branch of a branch is preferred; set judge.policy to verified")
        if self.judge.value and self.judge.policy == "distinct":
            raise ValueError("judge.value goes by how often branches were drawn; set judge.policy to verified")
        if self.warm_start.share < 1 and not self.warm_start.epochs:
            raise ValueError("without a warm start there is nothing to divide; set warm_start.share to 1")
        if self.warm_start.share < 1 and self.warm_start.corpus:
            raise ValueError("a warm start with a corpus of its own divides nothing; set warm_start.share to 1")
        if self.optim.keep < 1 and not self.adapter:
            raise ValueError("optim.keep scales an adapter; without one set it to 1")
        if self.optim.keep < 1 and (self.rounds > 1 or (self.warm_start.epochs and not self.warm_start.merge)):
            raise ValueError(
                "optim.keep scales the adapter of one round, and would scale the warm start's or an earlier round's "
                "with it; set warm_start.merge to true and rounds to 1"
            )
        return self
