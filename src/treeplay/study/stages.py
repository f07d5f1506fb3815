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
from treeplay.config.study import Repeat, StudySettings
from treeplay.files import dump_json, parse_json, sha256_text

BASE, START = "base", "start"


@dataclass(frozen=True)
class Stage:
    """One thing to do."""

    kind: Literal["start", "grow", "train", "measure"]
    arm: str
    "`base` and `start` are measured only; a warm start and a forest have the name of the first arm that uses them."
    repeat: Repeat
    suite: str = ""
    needs: tuple[str, ...] = ()
    "Names of the stages that must be finished before."

    @property
    def name(self) -> str:
        """How it is called in progress and in `study.jsonl`."""
        when = "" if self.arm == BASE else f", {self.repeat}"
        if self.kind == "grow":
            return f"grow{when}, for {self.arm} and others"
        if self.kind == "start":
            return f"warm start{when}" + ("" if self.arm == START else f", of {self.arm}")
        if self.kind == "train":
            return f"train {self.arm}{when}"
        return f"measure {self.arm}{when}, {self.asks if self.arm == BASE else self.suite}"

    @property
    def asks(self) -> str:
        """The part of the suite that is asked."""
        return self.repeat.asks(self.suite)

    @property
    def slug(self) -> str:
        """Its name as a part of a file's."""
        return slug(self.name)


def slug(name: str) -> str:
    """A name as a part of a file's."""
    return re.sub(r"[^A-Za-z0-9.+_]+", "-", name)


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

    def run(self, study: StudySettings, arm: str, repeat: Repeat) -> Path:
        """The folder of an arm's run in a repeat; of `base` and `start` too."""
        if arm == START:
            return self.start(study, study.arm(study.main, repeat))
        root = self._trained(study)
        return root / "shared" / BASE if arm == BASE else root / "arms" / arm / slug(str(repeat))

    def start(self, study: StudySettings, settings: RunSettings) -> Path:
        """The folder of the warm start that a run begins from."""
        return self._trained(study) / "shared" / f"start-{_key(settings)}"

    def forest(self, study: StudySettings, settings: RunSettings) -> Path:
        """The first round's trees of a run, which other arms share."""
        return self._trained(study) / "shared" / f"forest-{_forest_key(settings)}" / "trees.jsonl"

    def measured(self, study: StudySettings, stage: Stage) -> Path:
        """Where samples, verdicts and results of what a stage measures lie."""
        return self.run(study, stage.arm, stage.repeat) / "bench" / stage.asks / stage.arm

    def _trained(self, study: StudySettings) -> Path:
        """The study that the models lie in: this one, or the one whose training it takes over."""
        return self.path.parent / study.trained_in if study.trained_in else self.path


def warm_start(settings: RunSettings) -> RunSettings:
    """The run that is the warm start of another: the same in all that decides it, and neutral in all else."""
    plain = OptimSettings()
    own = ("lr", "epochs", "token_budget", "keep")  # a warm start has its own
    neutral = {name: getattr(plain, name) for name in own}
    names = ("seed", "model", "adapter", "warm_start", "trackers")
    return RunSettings(
        **{name: getattr(settings, name) for name in names},
        corpus=settings.warm_start.corpus or settings.corpus,  # what the rounds learn from is of no matter to it
        name=START,
        rounds=0,
        loss=MethodLossSettings(name="sft"),
        optim=settings.optim.model_copy(update=neutral),
    )


def stages(study: StudySettings) -> list[Stage]:
    """Everything that a study does: seed by seed, fold by fold, so that a whole comparison is there early."""
    found = [
        Stage("measure", BASE, Repeat(0, fold), suite.label) for fold in study.folds_held_out for suite in study.suites
    ]
    starts: dict[str, Stage] = {}
    for repeat in study.repeats:
        found += _of_repeat(study, repeat, starts)
    return found


def gradient_tokens(run: Path) -> dict[str, int]:
    """The gradient tokens of a run's finished phases, by phase."""
    places = sorted(run.glob("rounds/*/stage.json"))
    records = [parse_json(place.read_bytes(), where=str(place)) for place in places]
    return {record["phase"]: int(record["gradient_tokens"]) for record in records}


def _of_repeat(study: StudySettings, repeat: Repeat, starts: dict[str, Stage]) -> Iterator[Stage]:
    """The stages of a repeat; warm starts that earlier repeats have, as folds of a seed may, are not among them."""
    main = study.arm(study.main, repeat)
    if main.warm_start.epochs:
        if _key(main) not in starts:
            starts[_key(main)] = Stage("start", START, repeat)
            yield starts[_key(main)]
        start = starts[_key(main)].name
        yield from (Stage("measure", START, repeat, suite.label, (start,)) for suite in study.suites)
    forests: dict[str, Stage] = {}
    growers = Counter(_forest_key(study.arm(arm, repeat)) for arm in study.arms)
    first = Stage("train", study.budget.arm, repeat).name if study.budget.arm else ""
    for arm in sorted(study.arms, key=lambda name: name != study.budget.arm):  # first the one that sets the budget
        own = study.arm(arm, repeat)
        if own.warm_start.epochs and _key(own) not in starts:
            starts[_key(own)] = Stage("start", arm, repeat)
            yield starts[_key(own)]
        needs = [starts[_key(own)].name] if own.warm_start.epochs else []
        key = _forest_key(own)
        if key and growers[key] > 1:
            if key not in forests:
                forests[key] = Stage("grow", arm, repeat, needs=tuple(needs))
                yield forests[key]
            needs.append(forests[key].name)
        needs += [first] if first and arm != study.budget.arm else []
        train = Stage("train", arm, repeat, needs=tuple(needs))
        yield train
        yield from (Stage("measure", arm, repeat, suite.label, (train.name,)) for suite in study.suites)


def _key(settings: RunSettings) -> str:
    return sha256_text(dump_json(warm_start(settings).model_dump(mode="json")))[:12]


def _forest_key(settings: RunSettings) -> str:
    """The same for runs whose first forest is the same, weights aside; empty where nothing is drawn for it."""
    if settings.loss.name == "sft" or not settings.rounds or "opponent" not in settings.branches.sources:
        return ""
    decides = {
        "start": warm_start(settings).model_dump(mode="json"),
        "corpus": settings.corpus.model_dump(mode="json"),
        "nodes": settings.nodes.model_dump(mode="json"),
        "branches": settings.branches.model_dump(mode="json", exclude={"reuse"}),
        "judged": settings.judge.policy != "none",
        "detectors": settings.judge.detectors,
    }
    return sha256_text(dump_json(decides))[:12]
