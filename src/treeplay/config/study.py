"""The settings of a study: arms × seeds on equal terms, from one file.

An arm is a method with overrides. What a comparison must not differ in, model, data, the gradient tokens after the
shared warm start, and evaluation, is said once, in `base`, `budget` and `suites`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from treeplay.config.load import apply, merge, read, resolve, stem, validate
from treeplay.config.run import BenchSettings, CorpusSettings, RunSettings, Settings
from treeplay.corpus.schema import CweId, Split
from treeplay.errors import ConfigError

DATA = "TREEPLAY_DATA"
"The environment variable that names the folder of public data."
RESERVED = ("base", "start")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+_-]*")

Pair = tuple[tuple[str, ...], tuple[str, ...]]
"Arms, and the arms that they stand above."


@dataclass(frozen=True)
class Repeat:
    """One of the times that every arm is trained."""

    seed: int
    fold: int | None = None
    "The fold that is held out; none in a study without folds."

    def __str__(self) -> str:
        return f"seed {self.seed}" if self.fold is None else f"seed {self.seed}, fold {self.fold}"

    @property
    def short(self) -> str:
        """`8`, or `8, fold 2`."""
        return str(self).removeprefix("seed ")

    def order(self) -> tuple[int, int]:
        """Seed by seed, fold by fold."""
        return self.seed, self.fold or 0

    def asks(self, suite: str) -> str:
        """What the part of a suite is called that is asked of this repeat's models."""
        return suite if self.fold is None else f"{suite}-fold-{self.fold}"


class Budget(Settings):
    """How long each arm trains after the warm start: equal gradient tokens, unless only `epochs` is given."""

    tokens: int = Field(0, ge=0)
    "Gradient tokens of every arm, over all of its rounds. `budget: 300000` is short for this."
    epochs: float = Field(0, ge=0)
    "Passes over a round's trees: of `arm`, whose gradient tokens the others then get, seed by seed."
    arm: str = ""
    "Empty: every arm trains for `epochs`, and the gradient tokens differ. For studies of cost."

    @model_validator(mode="before")
    @classmethod
    def _number(cls, value: Any) -> Any:
        return {"tokens": value} if isinstance(value, int | float) else value

    @model_validator(mode="after")
    def _one_measure(self) -> Budget:
        if bool(self.tokens) == bool(self.epochs) or (self.arm and self.tokens):
            raise ValueError("give a number of gradient tokens, or epochs and the arm that is trained for them")
        return self


class SuiteSettings(BenchSettings):
    """A suite and how it is answered; what is not said is as in `base.bench`."""

    name: str = ""
    "How tables and folders call it; a suite that is read from a path needs one."
    splits: tuple[Split, ...] = ()
    "Only tasks of these splits; empty for all that the suite holds."
    cwes: Literal["all", "seen", "unseen"] | tuple[CweId, ...] = "all"
    "Only tasks whose weakness training held (`seen`), did not hold, nor one of its family (`unseen`), or these."
    max_tasks: int | None = Field(None, gt=0)
    "So many, of as few families as possible, in a fixed shuffled order."

    @model_validator(mode="after")
    def _named(self) -> SuiteSettings:
        if not _NAME.fullmatch(self.label):
            raise ValueError(f"the suite {self.suite!r} needs a name of letters, digits, dots, dashes and underscores")
        return self

    @property
    def label(self) -> str:
        """Its name, or one made from the built-in suite's."""
        return self.name or self.suite.replace(":", "-")


class StudySettings(Settings):
    """A study: `treeplay study` trains and measures every arm with every seed."""

    name: str = "study"
    "The study's folder below `runs/`."
    question: str = ""
    "What it asks; printed above the tables."
    base: RunSettings = RunSettings()
    "What all arms share: a preset and settings of a run; what its method sets stays where an arm's leaves it open."
    budget: Budget
    seeds: tuple[int, ...] = (0, 1, 2)
    folds: int = Field(1, ge=1)
    """Cross-validation: families are dealt into so many folds, and with each seed every arm is trained as often, on all
    but one, and asked about that one alone. 1: once, on the whole corpus, and asked about the whole suites."""
    suites: tuple[SuiteSettings, ...] = Field(min_length=1)
    "What all models answer; the first is the main one."
    arms: dict[str, RunSettings] = Field(min_length=1)
    "By name: a method (`method: spin`) and settings of its own."
    main: str
    "The arm that the others are paired with."
    pairs: dict[str, Pair] = Field(default_factory=dict)
    """More comparisons by name, `7e-4: [[tsp-7e4], [sft-7e4]]`: how far the first stands above the second. Several arms
    on a side are averaged, as seeds are: one method at several learning rates against another at the same."""
    trained_in: str = ""
    "Another study, of the same arms, whose training this one takes over to ask its models something else."

    @field_validator("seeds")
    @classmethod
    def _once_each(cls, seeds: tuple[int, ...]) -> tuple[int, ...]:
        if not seeds or len(set(seeds)) != len(seeds):
            raise ValueError("give at least one seed, and each once")
        return seeds

    @model_validator(mode="after")
    def _consistent(self) -> StudySettings:
        for name in self.arms:
            if not _NAME.fullmatch(name) or name in RESERVED:
                raise ValueError(f"an arm cannot be called {name!r}; use letters, digits, dots, dashes, underscores")
        for role, name in (("main", self.main), ("budget.arm", self.budget.arm or self.main)):
            if name not in self.arms:
                raise ValueError(f"{role} is {name!r}, which is none of the arms {', '.join(self.arms)}")
        for name, sides in self.pairs.items():
            if unknown := sorted({arm for side in sides for arm in side} - set(self.arms)):
                raise ValueError(f"pairs.{name} names {', '.join(unknown)}, none of the arms {', '.join(self.arms)}")
        labels = [suite.label for suite in self.suites]
        if len(set(labels)) != len(labels):
            raise ValueError("two suites have one name; give each its own")
        for name, arm in self.arms.items():
            if _shared(arm) != _shared(self.base):
                raise ValueError(f"the arm {name} has another model or other data than base; arms differ in method")
        return self

    @field_validator("pairs")
    @classmethod
    def _two_sides(cls, pairs: dict[str, Pair]) -> dict[str, Pair]:
        for name, sides in pairs.items():
            if not all(sides):
                raise ValueError(f"{name} has a side without an arm; give [[arms], [arms]], or null to leave it out")
        return pairs

    @model_validator(mode="after")
    def _one_way_to_hold_out(self) -> StudySettings:
        if self.folds > 1 and self.base.corpus.without_fold:
            raise ValueError("folds sets base.corpus.without_fold in turn; leave it out")
        return self

    @property
    def folds_held_out(self) -> tuple[int | None, ...]:
        """What is held out in turn."""
        return tuple(range(self.folds)) if self.folds > 1 else (None,)

    @property
    def repeats(self) -> list[Repeat]:
        """Each time that every arm is trained: seed by seed, fold by fold."""
        return [Repeat(seed, fold) for seed in self.seeds for fold in self.folds_held_out]

    def without(self, fold: int | None, corpus: CorpusSettings) -> CorpusSettings:
        """What is learned from when a fold is held out."""
        return corpus if fold is None else corpus.model_copy(update={"without_fold": (fold, self.folds)})

    def arm(self, name: str, repeat: Repeat, token_budget: int = 0) -> RunSettings:
        """The run of an arm in one repeat.

        Args:
            token_budget: gradient tokens; 0 where the arm is trained for `budget.epochs`.
        """
        arm = self.arms[name]
        corpus = self.without(repeat.fold, arm.corpus)
        epochs = self.budget.epochs or arm.optim.epochs
        optim = arm.optim.model_copy(update={"token_budget": token_budget, "epochs": epochs})
        own = {"name": name, "seed": repeat.seed, "corpus": corpus, "optim": optim, "control": False}
        return arm.model_copy(update=own)


def load_study(name: str, overrides: Sequence[str] = ()) -> StudySettings:
    """A shipped study or a YAML file with overrides, its presets and methods resolved.

    A study may build on another that it names (`study: rq1`): arms are added or changed, lists replaced. An arm or a
    pair that is `null` is left out.

    Raises:
        ConfigError: a name is unknown, a setting cannot be used, or the study needs a folder of data that is not named.
    """
    values = {"name": stem(name), **_read(name)}
    for override in overrides:
        apply(values, override)
    data = str(values.pop("data", "") or os.environ.get(DATA, ""))
    values = _with_data(values, data and str(Path(data).expanduser()), where=name)
    base = resolve(_mapping(values.get("base"), "base"))
    arms = {arm: merge(base, resolve(_mapping(own, f"arms.{arm}"))) for arm, own in _kept(values, "arms").items()}
    bench = _mapping(base.get("bench"), "base.bench")
    suites = [merge(bench, _suite(suite)) for suite in values.get("suites") or []]
    found = {"base": base, "arms": arms, "pairs": _kept(values, "pairs"), "suites": suites}
    return validate(StudySettings, {**values, **found}, where=name)


def name_of(study: str) -> str:
    """What a shipped study, or one of a file, is called: its folder's name.

    Raises:
        ConfigError: the file cannot be read.
    """
    return str(read("study", study).get("name") or stem(study)) if study.endswith((".yaml", ".yml")) else study


def _read(name: str) -> dict[str, Any]:
    """The values of a study, over those of the study that it builds on."""
    values = read("study", name)
    below = values.pop("study", None)
    return merge({**_read(str(below)), "name": stem(name)}, values) if below else values


def _suite(value: Any) -> dict[str, Any]:
    return {"suite": value} if isinstance(value, str) else _mapping(value, "suites")


def _kept(values: dict[str, Any], key: str) -> dict[str, Any]:
    """What has a name, without what is null."""
    return {str(name): own for name, own in _mapping(values.get(key), key).items() if own is not None}


def _mapping(value: Any, where: str) -> dict[str, Any]:
    if value is not None and not isinstance(value, dict):
        raise ConfigError(f"{where}: expected a mapping of names to values, not {value!r}")
    return value or {}


def _with_data(value: Any, data: str, *, where: str) -> Any:
    """The value with the folder of public data in place of `${data}`."""
    if isinstance(value, dict):
        return {key: _with_data(below, data, where=where) for key, below in value.items()}
    if isinstance(value, list):
        return [_with_data(below, data, where=where) for below in value]
    if not isinstance(value, str) or "${data}" not in value:
        return value
    if not data:
        raise ConfigError(f"{where} reads public data: give its folder as data=DIR, or in {DATA}")
    return value.replace("${data}", data)


def _shared(settings: RunSettings) -> tuple[Any, ...]:
    corpus = settings.corpus
    return settings.model, corpus.source, corpus.split, corpus.languages, corpus.without_cwes, corpus.without_fold
