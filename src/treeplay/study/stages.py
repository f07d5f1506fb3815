"""The stages of a study, in their order, and the folders that each works in.

A stage is idempotent: it reads what is there and does what is missing. Warm starts that are the same in everything
that decides them are one stage, whichever arms begin from them, and so are first forests; the base model is measured
once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from treeplay.config.run import MethodLossSettings, OptimSettings, RunSettings
from treeplay.config.study import StudySettings
from treeplay.files import dump_json, parse_json, sha256_text

BASE, START = "base", "start"


@dataclass(frozen=True)
class Stage:
    """One thing to do."""

    kind: Literal["start", "grow", "train", "measure"]
    arm: str
    "`base` and `start` are measured only; a warm start and a forest have the name of the first arm that uses them."
    seed: int = 0
    suite: str = ""
    needs: tuple[str, ...] = ()
    "Names of the stages that must be finished before."

    @property
    def name(self) -> str:
        """How it is called in progress and in `study.jsonl`."""
        seed = "" if self.arm == BASE else f", seed {self.seed}"
        if self.kind == "grow":
            return f"grow{seed}, for {self.arm} and others"
        if self.kind == "start":
            return f"warm start{seed}" + ("" if self.arm == START else f", of {self.arm}")
        return f"train {self.arm}{seed}" if self.kind == "train" else f"measure {self.arm}{seed}, {self.suite}"

    @property
    def slug(self) -> str:
        """Its name as a part of a file's."""
        return re.sub(r"[^A-Za-z0-9.+_]+", "-", self.name)


@dataclass(frozen=True)
class StudyFolder:
    """Paths of one study."""

    path: Path

    @property
    def settings(self) -> Path:
        """The resolved study."""
        return self.path / "study.json"

    @property
    def ledger(self) -> Path:
        """What each stage took: one JSON line each attempt."""
        return self.path / "study.jsonl"

    @property
    def audit(self) -> Path:
        """Overlap of training and evaluation, by suite."""
        return self.path / "audit.json"

    @property
    def results(self) -> Path:
        """Figures of all arms, and their differences."""
        return self.path / "results.json"

    def run(self, study: StudySettings, arm: str, seed: int) -> Path:
        """The folder of an arm's run with a seed; of `base` and `start` too."""
        if arm == START:
            return self.start(study, study.arm(study.main, seed))
        root = self._trained(study)
        return root / "shared" / BASE if arm == BASE else root / "arms" / arm / f"seed-{seed}"

    def start(self, study: StudySettings, settings: RunSettings) -> Path:
        """The folder of the warm start that a run begins from."""
        return self._trained(study) / "shared" / f"start-{_key(settings)}"

    def forest(self, study: StudySettings, settings: RunSettings) -> Path:
        """The first round's trees of a run, which other arms share."""
        return self._trained(study) / "shared" / f"forest-{_forest_key(settings)}" / "trees.jsonl"

    def measured(self, study: StudySettings, arm: str, seed: int, suite: str) -> Path:
        """Where samples, verdicts and results of an arm on a suite lie."""
        return self.run(study, arm, seed) / "bench" / suite / arm

    def _trained(self, study: StudySettings) -> Path:
        """The study that the models lie in: this one, or the one whose training it takes over."""
        return self.path.parent / study.trained_in if study.trained_in else self.path


def warm_start(settings: RunSettings) -> RunSettings:
    """The run that is the warm start of another: the same in all that decides it, and neutral in all else."""
    plain = OptimSettings()
    neutral = {name: getattr(plain, name) for name in ("lr", "epochs", "token_budget")}  # a warm start has its own
    names = ("seed", "model", "adapter", "corpus", "warm_start", "trackers")
    return RunSettings(
        **{name: getattr(settings, name) for name in names},
        name=START,
        rounds=0,
        loss=MethodLossSettings(name="sft"),
        optim=settings.optim.model_copy(update=neutral),
    )


def stages(study: StudySettings) -> list[Stage]:
    """Everything that a study does: seed by seed, so that a whole comparison is there early."""
    found = [Stage("measure", BASE, suite=suite.label) for suite in study.suites]
    for seed in study.seeds:
        found += _of_seed(study, seed)
    return found


def gradient_tokens(run: Path) -> dict[str, int]:
    """The gradient tokens of a run's finished phases, by phase."""
    places = sorted(run.glob("rounds/*/stage.json"))
    records = [parse_json(place.read_bytes(), where=str(place)) for place in places]
    return {record["phase"]: int(record["gradient_tokens"]) for record in records}


def _of_seed(study: StudySettings, seed: int) -> Iterator[Stage]:
    main, starts = study.arm(study.main, seed), {}
    if main.warm_start.epochs:
        starts[_key(main)] = start = Stage("start", START, seed)
        yield start
        yield from (Stage("measure", START, seed, suite.label, (start.name,)) for suite in study.suites)
    forests: dict[str, Stage] = {}
    growers = Counter(_forest_key(study.arm(arm, seed)) for arm in study.arms)
    first = Stage("train", study.budget.arm, seed).name if study.budget.arm else ""
    for arm in sorted(study.arms, key=lambda name: name != study.budget.arm):  # first the one that sets the budget
        own = study.arm(arm, seed)
        if own.warm_start.epochs and _key(own) not in starts:
            starts[_key(own)] = Stage("start", arm, seed)
            yield starts[_key(own)]
        needs = [starts[_key(own)].name] if own.warm_start.epochs else []
        key = _forest_key(own)
        if key and growers[key] > 1:
            if key not in forests:
                forests[key] = Stage("grow", arm, seed, needs=tuple(needs))
                yield forests[key]
            needs.append(forests[key].name)
        needs += [first] if first and arm != study.budget.arm else []
        train = Stage("train", arm, seed, needs=tuple(needs))
        yield train
        yield from (Stage("measure", arm, seed, suite.label, (train.name,)) for suite in study.suites)


def _key(settings: RunSettings) -> str:
    return sha256_text(dump_json(warm_start(settings).model_dump(mode="json")))[:12]


def _forest_key(settings: RunSettings) -> str:
    """The same for runs whose first forest is the same, weights aside; empty where nothing is drawn for it."""
    if settings.loss.name == "sft" or not settings.rounds or "opponent" not in settings.branches.sources:
        return ""
    decides = {
        "start": warm_start(settings).model_dump(mode="json"),
        "nodes": settings.nodes.model_dump(mode="json"),
        "branches": settings.branches.model_dump(mode="json", exclude={"reuse"}),
        "judged": settings.judge.policy != "none",
        "detectors": settings.judge.detectors,
    }
    return sha256_text(dump_json(decides))[:12]
