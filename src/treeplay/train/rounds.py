"""A run of training: warm start, rounds of self-play, and the control that they are compared with.

Each stage reads what the stage before left on disk and leaves a model behind; a stage whose model is there is done. So
an interrupted run goes on where it was, and ends in the same bytes as one that was left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import torch
from accelerate import Accelerator
from accelerate.utils import InitProcessGroupKwargs, set_seed

from treeplay.bench.manifest import weights_fingerprint
from treeplay.config.run import RunSettings
from treeplay.errors import ConfigError
from treeplay.files import parse_json, write_json
from treeplay.locks import locked
from treeplay.losses import LossSettings
from treeplay.models.adapter import is_adapter, merged, scale, with_adapter
from treeplay.models.load import Loaded, load, pick_device
from treeplay.models.support import probe
from treeplay.train import checkpoint
from treeplay.train.batches import Batch, plan_batches, schedule
from treeplay.train.folder import RunFolder, corpus_facts, is_done
from treeplay.train.forest import Forest, grow_forest, read_forest
from treeplay.train.lessons import is_mastered, once_each, remember
from treeplay.train.material import Material, prepare
from treeplay.train.metrics import MetricsLog, Track, start_trackers
from treeplay.train.phase import Phase, optimise, write_reference
from treeplay.train.reach import reached, round_budget, round_seed
from treeplay.train.watch import Silent, Watcher
from treeplay.tree.pack import PackSettings
from treeplay.tree.schema import Tree
from treeplay.tree.weigh import weigh

_PATIENCE = timedelta(days=7)
"How long processes wait for the one that grows and judges a forest."


@dataclass(frozen=True)
class Trained:
    """What a run left behind."""

    start: str
    "The model before self-play: the warm start, or the model the run was given."
    player: str
    control: str | None
    gradient_tokens: dict[str, int]
    "By phase."


def train(settings: RunSettings, folder: RunFolder, watcher: Watcher, warm_started: str | None = None) -> Trained:
    """Trains a model as the settings say; goes on where an earlier call was interrupted.

    Args:
        warm_started: where the model of this very warm start lies, if it was trained before; several runs may share it.

    Raises:
        BusyError: another process is writing into the folder.
        RunError: the folder holds a run of other settings.
        ConfigError: a tracker is not installed, or does not start.
        ModelError, DataError, SandboxError: see their stages.
    """
    accelerator = Accelerator(
        cpu=settings.model.device == "cpu" or not torch.cuda.is_available(),
        kwargs_handlers=[InitProcessGroupKwargs(timeout=_PATIENCE)],
    )
    with locked(folder.path) if accelerator.is_main_process else nullcontext(), _threads(folder.threads()):
        return _train(settings, folder, watcher, warm_started, accelerator)


def _device(settings: RunSettings, accelerator: Accelerator) -> str:
    """Where one process trains is for the settings to say; several are each given a device of their own."""
    return str(accelerator.device) if accelerator.num_processes > 1 else pick_device(settings.model.device)


@contextmanager
def _threads(count: int | None) -> Iterator[None]:
    """Computes with as many threads as the run began with, since sums round differently with others."""
    before = torch.get_num_threads()
    torch.set_num_threads(count or before)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _train(
    settings: RunSettings, folder: RunFolder, watcher: Watcher, warm_started: str | None, accelerator: Accelerator
) -> Trained:
    material = prepare(settings.corpus, settings.model.path, settings.seed)
    facts = {
        "corpus": {**corpus_facts(material.tasks), "dropped": material.dropped},
        "device": _device(settings, accelerator),
        "threads": torch.get_num_threads(),
        "processes": accelerator.num_processes,
    }
    if warm_started:
        facts["warm_start"] = {"model": warm_started, "weights_sha256": weights_fingerprint(warm_started)}
    trackers: tuple[Track, ...] = ()
    if accelerator.is_main_process:
        trackers = start_trackers(settings.trackers, folder.path, settings.name)
        folder.open(settings, facts)
    log = MetricsLog(folder.metrics, trackers)
    run = _Run(settings, folder, watcher if accelerator.is_main_process else Silent(), accelerator, material, log)
    start = warm_started or run.warm_start()
    player, tokens = start, 0
    for number in range(1, settings.rounds + 1):
        player = run.play(number, player, start, tokens)
        tokens += run.tokens(folder.round(number))
    control = run.control(start, tokens) if settings.control and tokens else None
    return Trained(start, player, control, run.all_tokens())


@dataclass(frozen=True)
class _Run:
    """What the stages of one run share."""

    settings: RunSettings
    folder: RunFolder
    watcher: Watcher
    accelerator: Accelerator
    material: Material
    log: MetricsLog

    def warm_start(self) -> str:
        """SFT on the golden paths, or on the vulnerable versions; returns where the model lies."""
        warm = self.settings.warm_start
        if not warm.epochs:
            return self.settings.model.path
        place = self.folder.round(0)
        own = warm.corpus and prepare(warm.corpus, self.settings.model.path, self.settings.seed)
        learned = own or self.material.divided(warm.share)[0]
        if warm.learn == "vulnerable":
            learned = learned.vulnerable()
        batches = self._batches(learned.bare_trees(), PackSettings(), seed=self.settings.seed)
        steps = schedule(batches, epochs=warm.epochs, seed=self.settings.seed)
        phase = self._sft("warm start", batches, steps, warm.lr)
        return self._stage(place, self.settings.model.path, phase, merge=warm.merge)

    def control(self, start: str, tokens: int) -> str:
        """More SFT from the same start for as many gradient tokens as self-play took."""
        batches = self._batches(self._golden().bare_trees(), PackSettings(), seed=self.settings.seed)
        steps = schedule(batches, token_budget=tokens, seed=self.settings.seed + 17)
        phase = self._sft("control", batches, steps, self.settings.optim.lr)
        return self._stage(self.folder.control, start, phase)

    def play(self, number: int, opponent: str, start: str, spent: int) -> str:
        """One round: the opponent's branches, their verdicts, and the player trained on them.

        Args:
            start: the model before the first round.
            spent: gradient tokens of the rounds before.
        """
        place = self.folder.round(number)
        loss, optim, seed = self.settings.loss, self.settings.optim, round_seed(self.settings, number)
        packing = PackSettings(loss.rejected, loss.chosen, loss.equal_items)
        batches = self._batches(self._trees(place, number, opponent, spent), packing, seed=seed)
        budget = round_budget(self.settings, number, spent)
        steps = schedule(batches, epochs=optim.epochs, token_budget=budget, seed=seed)
        phase = self._phase(f"round {number}", batches, steps, optim.lr)
        if loss.reference == "initial" and phase.needs_reference and not is_done(place):
            self._write_reference(place, start, phase)
        return self._stage(place, opponent, phase)

    def tokens(self, place: Path) -> int:
        """The gradient tokens that a finished stage took."""
        return int(parse_json((place / "stage.json").read_bytes(), where=str(place))["gradient_tokens"])

    def all_tokens(self) -> dict[str, int]:
        """The gradient tokens of every finished stage, by phase."""
        places = [self.folder.round(number) for number in range(self.settings.rounds + 1)] + [self.folder.control]
        records = [parse_json((p / "stage.json").read_bytes(), where=str(p)) for p in places if is_done(p)]
        return {record["phase"]: int(record["gradient_tokens"]) for record in records}

    def _golden(self) -> Material:
        """What SFT learns from: all tasks, or in a model organism those whose golden path self-play sees."""
        warm = self.settings.warm_start
        return self.material.divided(warm.share)[1] if warm.learn == "vulnerable" else self.material

    def _trees(self, place: Path, number: int, opponent: str, spent: int) -> Sequence[Tree]:
        """What a round learns from; SFT asks no opponent."""
        if self.settings.loss.name == "sft":
            return self._golden().bare_trees()
        _, unseen = self.material.divided(self.settings.warm_start.share)
        forest = self._forest(place, number, opponent, reached(unseen, self.settings, number, spent))
        return self._lessons(number, unseen, forest)

    def _write_reference(self, place: Path, model: str, phase: Phase) -> None:
        """Keeps the log-probabilities of a model that is not the opponent as the round's reference."""
        if self.accelerator.is_main_process:
            write_reference(self._trainable(model).model, phase, place)
        self.accelerator.wait_for_everyone()

    def _forest(self, place: Path, number: int, opponent: str, material: Material) -> Forest:
        """Grown on the main process; the others read its file."""
        if self.accelerator.is_main_process:
            grow_forest(self.settings, material, number, opponent, place / "trees.jsonl", self.watcher)
        self.accelerator.wait_for_everyone()
        forest = read_forest(place / "trees.jsonl")
        if self.accelerator.is_main_process:
            self.log.once("forest", f"round {number}", forest.summary())
            self.watcher.forest(number, forest.summary())
        return forest

    def _lessons(self, number: int, unseen: Material, forest: Forest) -> Sequence[Tree]:
        """The trees that a round trains on; those that its budget does not reach are bare, and keep their place."""
        first = max(1, number - self.settings.branches.reuse)
        earlier = [self._counted(read_forest(self.folder.round(each) / "trees.jsonl")) for each in range(first, number)]
        grown = {tree.task_id: tree for tree in self._counted(forest)}
        trees = [grown.get(bare.task_id, bare) for bare in unseen.bare_trees()]
        met = [tree for tree in trees if not (self.settings.curriculum and is_mastered(tree))]
        return remember(met, earlier, rejected=self.settings.loss.rejected)

    def _counted(self, forest: Forest) -> Sequence[Tree]:
        """Trees whose branches count as often as they were drawn, or once each where the judge drops duplicates."""
        judge, rejected = self.settings.judge, self.settings.loss.rejected
        if judge.policy != "distinct":
            return forest.trees
        return [weigh(once_each(tree), judge, rejected=rejected) for tree in forest.trees]

    def _stage(self, place: Path, start: str, phase: Phase, *, merge: bool = False) -> str:
        """Trains one phase from a model on disk to a model on disk, unless that is there."""
        if not is_done(place):
            self._train(place, start, phase, merge=merge)
        if self.accelerator.is_main_process:
            checkpoint.remove(place / "checkpoint")
            (place / "reference.safetensors").unlink(missing_ok=True)
        self.accelerator.wait_for_everyone()
        return str(place / "model")

    def _train(self, place: Path, start: str, phase: Phase, *, merge: bool) -> None:
        scaled = place != self.folder.round(0) and self.settings.optim.keep < 1
        if scaled and is_adapter(start):
            raise ConfigError(f"{start} is an adapter, which optim.keep would scale too; merge it into its model first")
        loaded = self._trainable(start)
        with self.watcher.training(phase) as tick:
            tokens = optimise(loaded.model, phase, place, self.log, self.accelerator, tick)
        if self.accelerator.is_main_process:
            model = merged(loaded.model) if merge else loaded.model
            if scaled:
                scale(model, self.settings.optim.keep)
            checkpoint.save_model(place / "model", model, loaded.tokenizer)
            write_json(
                place / "stage.json", {"phase": phase.name, "steps": len(phase.steps), "gradient_tokens": tokens}
            )
        self.accelerator.wait_for_everyone()

    def _trainable(self, start: str) -> Loaded:
        set_seed(self.settings.seed)
        model = self.settings.model_in_training
        loaded = load(start, dtype=model.dtype, device=_device(self.settings, self.accelerator))
        probe(loaded.model, model.attention)
        if self.settings.adapter and not hasattr(loaded.model, "peft_config"):
            loaded = Loaded(with_adapter(loaded.model, self.settings.adapter), loaded.tokenizer, start)
        if self.settings.optim.gradient_checkpointing:
            loaded.model.gradient_checkpointing_enable({"use_reentrant": False})
            loaded.model.enable_input_require_grads()
        return loaded

    def _batches(self, trees: Sequence[Tree], packing: PackSettings, *, seed: int) -> list[Batch]:
        optim = self.settings.optim
        return plan_batches(
            trees, packing, batch_items=optim.batch_items, max_row_tokens=optim.max_row_tokens, seed=seed
        )

    def _sft(self, name: str, batches: list[Batch], steps: list[int], lr: float) -> Phase:
        phase = self._phase(name, batches, steps, lr)
        return Phase(**{**vars(phase), "loss": "sft", "needs_reference": False})

    def _phase(self, name: str, batches: list[Batch], steps: list[int], lr: float) -> Phase:
        loss, optim = self.settings.loss, self.settings.optim
        return Phase(
            name=name,
            batches=batches,
            steps=steps,
            loss=loss.name,
            loss_settings=LossSettings(beta=loss.beta, nll=loss.nll, dpop=loss.dpop, unlikelihood=loss.unlikelihood),
            equal_items=loss.equal_items,
            needs_reference=loss.name in ("tsp", "spin", "dpo") and loss.reference != "none",
            lr=lr,
            warmup=optim.warmup,
            weight_decay=optim.weight_decay,
            clip=optim.clip,
            checkpoint_steps=optim.checkpoint_steps,
            attention=self.settings.model.attention,
        )
