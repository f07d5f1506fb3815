"""Runs a study: every stage in its order, each doing what is missing.

What makes a study resumable is that its stages are: training and measuring go on where they were, and end in the same
bytes as without an interruption. Here is only the order, the folders and the account. A stage is one process's at a
time, so that several which run the same study share its stages.
"""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any, Protocol

from treeplay.bench.arms import Measure, measure_arm
from treeplay.bench.subset import subset
from treeplay.bench.suites import Suite, load
from treeplay.config.run import RunSettings
from treeplay.config.study import Repeat, StudySettings
from treeplay.corpus.audit import audit
from treeplay.errors import BusyError
from treeplay.files import cache_folder, write_json
from treeplay.judge.judge import Judge
from treeplay.locks import locked
from treeplay.models.generate import LocalGenerator
from treeplay.models.load import pick_device
from treeplay.study.claim import require_same
from treeplay.study.ledger import Ledger, Meter
from treeplay.study.stages import BASE, START, Stage, StudyFolder, gradient_tokens, stages, warm_start
from treeplay.train.folder import RunFolder
from treeplay.train.forest import grow_first_forest, replant
from treeplay.train.material import in_left_out_fold, learnable, taught
from treeplay.train.phase import Phase
from treeplay.train.rounds import train
from treeplay.train.watch import GrowTick, StepTick, Watcher

PATIENCE_S = 2.0
"Seconds between two looks at what other processes have finished."


class Screen(Protocol):
    """Is told what a study does."""

    @property
    def watcher(self) -> Watcher:
        """Is told what training does."""
        ...

    def stage(self, number: int, all_of_them: int, stage: Stage, left: Collection[str]) -> None:
        """A stage begins. `left`: names of those that no process has finished; one that was is only looked through."""
        ...

    def waiting(self, stages: int) -> None:
        """So many stages are left, and other processes are at those that could begin."""
        ...

    def bar(self, description: str, total: int, done: int) -> AbstractContextManager[Callable[[int], None]]:
        """A progress bar that yields what advances it."""
        ...


def run_study(study: StudySettings, folder: StudyFolder, screen: Screen) -> None:
    """Trains and measures every arm with every seed; goes on where an earlier call was interrupted.

    Processes that run the same study at the same time share its stages, and each returns when all are finished.

    Raises:
        BusyError: a process that does not run this study is writing into one of its runs.
        RunError: a folder of the study holds a run, or samples, of other settings; nothing was written then.
        ModelError, DataError, SandboxError: see the stages.
    """
    work = _Work(study, folder, screen, Ledger(folder.ledger, pick_device(study.base.model.device)))
    with locked(folder.path, "settings", patience_s=60):
        require_same(study, folder, work.suites, work.settings)
        write_json(folder.settings, study.model_dump(mode="json"))
        write_json(folder.audit, work.audits())
    todo = list(enumerate(stages(study), start=1))
    before = frozenset(stage.name for _, stage in todo if work.ledger.is_finished(stage))
    queue = _Queue(before, folder, work, screen, tuple(stage for _, stage in todo))
    waiting = False
    while left := [(number, stage) for number, stage in todo if stage.name not in queue.done]:
        if any(queue.take(number, stage) for number, stage in left):
            waiting = False
            continue
        if not waiting:
            screen.waiting(len(left))
        waiting = True
        time.sleep(PATIENCE_S)


@dataclass(frozen=True)
class _Queue:
    """The stages of a study, shared with the other processes that run it."""

    before: frozenset[str]
    "Names of those that were finished when this process began: it looks them through, another's work it does not."
    folder: StudyFolder
    work: _Work
    screen: Screen
    stages: tuple[Stage, ...]
    done: set[str] = field(default_factory=set)
    "Names of the stages that this process did, or saw another finish."

    def take(self, number: int, stage: Stage) -> bool:
        """Does a stage, if it is ready and nobody else is at it; returns whether it is done."""
        if not self.done.issuperset(stage.needs):
            return False
        with ExitStack() as held:
            try:
                held.enter_context(locked(self.folder.path, stage.slug))
            except BusyError:
                return False
            self._do(number, stage)
        gc.collect()  # a trained model holds cycles, and the next one needs its memory
        self.done.add(stage.name)
        return True

    def _do(self, number: int, stage: Stage) -> None:
        ledger = self.work.ledger
        ledger.reread()
        left = {one.name for one in self.stages if not ledger.is_finished(one)}
        if stage.name in left or stage.name in self.before:
            self.screen.stage(number, len(self.stages), stage, left)
            with ledger.stage(stage) as meter:
                self.work.do(stage, meter)


def suites_of(study: StudySettings) -> dict[str, Suite]:
    """What is asked, by name: the suites of a study, each restricted as the study says, or each fold's part of them.

    Raises:
        DataError, ConfigError: a suite cannot be read, no task of it is left, or one is in no fold.
    """
    found: dict[str, Suite] = {}
    for fold in study.folds_held_out:
        corpus = study.without(fold, study.base.corpus)
        trained = learnable(corpus)
        for settings in study.suites:
            suite = subset(load(settings.suite), settings, trained)
            name = Repeat(0, fold).asks(settings.label)
            found[name] = replace(suite, name=name, tasks=tuple(in_left_out_fold(suite.tasks, corpus)))
    return found


@dataclass(frozen=True)
class _Work:
    study: StudySettings
    folder: StudyFolder
    screen: Screen
    ledger: Ledger

    def do(self, stage: Stage, meter: Meter) -> None:
        if stage.kind == "measure":
            self._measure(stage, meter)
            return
        settings = self.settings(stage)
        watcher = _Metered(self.screen.watcher, meter)
        if stage.kind == "start":
            train(warm_start(settings), RunFolder(self.folder.start(self.study, settings)), watcher)
        elif stage.kind == "grow":
            start = self._start(settings) or settings.model.path
            grow_first_forest(settings, start, self.folder.forest(self.study, settings), watcher)
        else:
            place = RunFolder(self.folder.run(self.study, stage.arm, stage.repeat))
            shared = self.folder.forest(self.study, settings)
            if shared.exists():
                replant(shared, settings, place.round(1) / "trees.jsonl")
            train(settings, place, watcher, self._start(settings))

    def audits(self) -> dict[str, dict[str, int]]:
        """How far what is trained on and what is asked overlap, by suite; folds are summed up."""
        found: dict[str, Counter[str]] = {suite.label: Counter() for suite in self.study.suites}
        for fold in self.study.folds_held_out:
            trained = taught(self.study.arm(self.study.main, Repeat(0, fold)))
            for name, counts in found.items():
                asked = self.suites[Repeat(0, fold).asks(name)].tasks
                counts.update(trained=len(trained), asked=len(asked), **audit(trained, asked).crossing())
        return {name: dict(counts) for name, counts in found.items()}

    def settings(self, stage: Stage) -> RunSettings:
        """Those of the run of a stage, with its budget of gradient tokens."""
        arm = self.study.main if stage.arm == START else stage.arm
        budget = self.study.budget
        if budget.arm and budget.arm != arm and stage.kind == "train":
            return self.study.arm(arm, stage.repeat, self._spent(budget.arm, stage.repeat))
        return self.study.arm(arm, stage.repeat, budget.tokens)

    def _spent(self, arm: str, repeat: Repeat) -> int:
        """The gradient tokens of an arm that is trained."""
        return sum(gradient_tokens(self.folder.run(self.study, arm, repeat)).values())

    def _start(self, settings: RunSettings) -> str | None:
        if not settings.warm_start.epochs:
            return None
        return str(RunFolder(self.folder.start(self.study, settings)).round(0) / "model")

    def _model(self, stage: Stage) -> str:
        if stage.arm == BASE:
            return self.study.base.model.path
        settings = self.settings(stage)
        if stage.arm == START or not settings.rounds:
            return self._start(settings) or settings.model.path
        return str(RunFolder(self.folder.run(self.study, stage.arm, stage.repeat)).round(settings.rounds) / "model")

    def _measure(self, stage: Stage, meter: Meter) -> None:
        options = next(suite for suite in self.study.suites if suite.label == stage.suite)
        base = self.study.base
        generator = partial(LocalGenerator.with_settings, trained_as=base.model, on_tokens=meter.drew)
        with Judge(
            cache=cache_folder() / "judgements.sqlite", unsafe=base.unsafe_no_sandbox, detectors=base.judge.detectors
        ) as judge:
            suite, beating = self.suites[stage.asks], self._beating(meter)
            measure = Measure(suite, options, stage.repeat.seed, judge, judge.tools, generator, beating)
            measure_arm(self.folder.run(self.study, stage.arm, stage.repeat), stage.arm, self._model(stage), measure)

    def _beating(self, meter: Meter) -> Callable[[str, int, int], AbstractContextManager[Callable[[int], None]]]:
        """The screen's bars, each step of which also lets the meter note what was used."""

        @contextmanager
        def bar(description: str, total: int, done: int) -> Iterator[Callable[[int], None]]:
            with self.screen.bar(description, total, done) as advance:

                def step(count: int) -> None:
                    advance(count)
                    meter.beat()

                yield step

        return bar

    @cached_property
    def suites(self) -> dict[str, Suite]:
        """What is asked, by name."""
        return suites_of(self.study)


@dataclass(frozen=True)
class _Metered:
    """A watcher that also feeds a meter."""

    watcher: Watcher
    meter: Meter

    @contextmanager
    def growing(self, number: int, trees: int, done: int) -> Iterator[GrowTick]:
        with self.watcher.growing(number, trees, done) as tick:
            yield _MeteredTick(tick, self.meter)

    def forest(self, number: int, summary: dict[str, Any]) -> None:
        self.watcher.forest(number, summary)

    @contextmanager
    def training(self, phase: Phase) -> Iterator[StepTick]:
        with self.watcher.training(phase) as tick:

            def step(tokens: int, metrics: dict[str, float]) -> None:
                tick(tokens, metrics)
                self.meter.beat()

            yield step


@dataclass(frozen=True)
class _MeteredTick:
    tick: GrowTick
    meter: Meter

    def tokens(self, count: int) -> None:
        self.tick.tokens(count)
        self.meter.drew(count)

    def tree(self) -> None:
        self.tick.tree()
