"""What a study will take, before it takes it: the plan of `treeplay train --dry-run`, stage by stage.

It needs no weights: presets of models that are not on this machine are planned too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from treeplay.bench.suites import Suite
from treeplay.config.run import RunSettings
from treeplay.config.study import StudySettings, SuiteSettings
from treeplay.study.run import suites_of
from treeplay.study.stages import START, Stage, stages
from treeplay.train.plan import CHARS_PER_TOKEN, RUN_ON, Plan, Planner, sampling_seconds

JUDGING_S = 0.06
"A judged program: a test of its own in a warm sandbox. Compiled languages take longer."
FILLED = 0.8
"Share of `max_tokens` that answers to tasks without a golden program are guessed to fill."


@dataclass(frozen=True)
class Estimate:
    """What a stage will take."""

    stage: Stage
    gradient_tokens: int
    sampled_tokens: int
    seconds: float


@dataclass(frozen=True)
class StudyPlan:
    """What a study will take."""

    stages: tuple[Estimate, ...]
    memory_gib: float
    parameters: int
    flops_per_s: float
    tasks: int
    "What the main arm learns from."
    asked: dict[str, int]
    "Tasks by suite."
    has_tokenizer: bool


def estimate(study: StudySettings) -> StudyPlan:
    """Estimates a study, stage by stage.

    Raises:
        ModelError: the model's configuration is neither here nor among the known shapes, or cannot be packed.
        DataError, ConfigError: corpus or suites cannot be read.
    """
    guess = _Guess(study)
    main = guess.plans[study.main]
    return StudyPlan(
        stages=tuple(guess.of(stage) for stage in stages(study)),
        memory_gib=max(found.memory_gib for found in guess.plans.values()),
        parameters=main.parameters,
        flops_per_s=main.flops_per_s,
        tasks=main.tasks,
        asked={name: len(suite.tasks) for name, suite in guess.suites.items()},
        has_tokenizer=main.has_tokenizer,
    )


@dataclass(frozen=True)
class _Guess:
    """Plans each arm once: seeds cost the same."""

    study: StudySettings

    def of(self, stage: Stage) -> Estimate:
        if stage.kind == "measure":
            return self._measure(stage)
        found = self.plans[self.study.main if stage.arm == START else stage.arm]
        if stage.kind == "start":
            return Estimate(stage, found.gradient_tokens["warm start"], 0, found.seconds["warm start"])
        settings = self.study.arms[stage.arm]
        shared = any(need.startswith("grow") for need in stage.needs)
        forests = 1 if stage.kind == "grow" else settings.rounds - shared
        drawn = forests * found.sampled_tokens
        seconds = found.seconds.get("sampling", 0.0) * forests / max(settings.rounds, 1)
        if drawn and settings.judge.policy != "none":
            seconds += JUDGING_S * _programs(settings) * found.nodes * settings.branches.n * forests
        if stage.kind == "grow":
            return Estimate(stage, 0, drawn, seconds)
        seconds += found.seconds.get("rounds", 0.0)
        return Estimate(stage, found.gradient_tokens.get("rounds", 0), drawn, seconds)

    @cached_property
    def plans(self) -> dict[str, Plan]:
        """Each arm's plan, with the budget that it will have."""
        planner, chosen, budget = Planner(), self.study.budget.arm, self.study.budget.tokens
        if chosen:
            budget = planner.plan(self._arm(chosen, 0)).gradient_tokens.get("rounds", 0)
        return {arm: planner.plan(self._arm(arm, 0 if arm == chosen else budget)) for arm in self.study.arms}

    def _arm(self, name: str, budget: int) -> RunSettings:
        return self.study.arm(name, self.study.repeats[0], budget)

    @cached_property
    def suites(self) -> dict[str, Suite]:
        """What is asked."""
        return suites_of(self.study)

    def _measure(self, stage: Stage) -> Estimate:
        options = next(suite for suite in self.study.suites if suite.label == stage.suite)
        tokens = _answer_tokens(self.suites[stage.asks], options)
        samples = options.n * len(self.suites[stage.asks].tasks)
        main = self.plans[self.study.main]
        seconds = sampling_seconds(tokens, main.parameters, main.flops_per_s) + JUDGING_S * samples
        return Estimate(stage, 0, round(tokens), seconds)


def _programs(settings: RunSettings) -> int:
    """Judged for each branch: it whole, its statement in the golden program, and at most so many that leave it."""
    branches = settings.branches
    return 2 if branches.depth == 1 else 2 + branches.n * branches.depth_nodes


def _answer_tokens(suite: Suite, options: SuiteSettings) -> float:
    """Tokens of all answers, guessed from the golden programs' length."""
    longest = options.max_tokens
    lengths = (
        min(longest, RUN_ON * len(task.golden) / CHARS_PER_TOKEN) if task.golden else FILLED * longest
        for task in suite.tasks
    )
    return options.n * sum(lengths)
