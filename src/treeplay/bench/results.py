"""`results.json`: what one model did on one suite, by CWE and language too; the groups add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self, get_args

import numpy as np
from pydantic import BaseModel, ConfigDict, model_validator

from treeplay.bench.metrics import Scored, tallies
from treeplay.bench.records import validated
from treeplay.bench.statistics import Estimate, Tally, estimate
from treeplay.errors import RunError
from treeplay.files import parse_json
from treeplay.judge.schema import Verdict

Estimates = dict[str, Estimate]
NO_CWE = "none"
"The group of the tasks that invite no named weakness."


class Results(BaseModel):
    """Figures of one model on one suite. A metric without an eligible sample is left out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    suite: str
    model: str
    samples_per_task: int
    tasks: int
    samples: int
    verdicts: dict[Verdict, int]
    metrics: Estimates
    by_cwe: dict[str, Estimates]
    by_language: dict[str, Estimates]
    judge: dict[str, str]
    "Tool and version."

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if sum(self.verdicts.values()) != self.samples:
            raise ValueError(f"verdicts add up to {sum(self.verdicts.values())}, not to {self.samples} samples")
        for grouping in ("by_cwe", "by_language"):
            groups: dict[str, Estimates] = getattr(self, grouping)
            for name, whole in self.metrics.items():
                parts = [group[name] for group in groups.values() if name in group]
                if (sum(p.n for p in parts), sum(p.tasks for p in parts)) != (whole.n, whole.tasks):
                    raise ValueError(f"{grouping}: the groups of {name} do not add up to {whole.n} samples")
        return self


def summarise(scored: Sequence[Scored], *, suite: str, model: str, judge: Mapping[str, str], seed: int = 0) -> Results:
    """The figures of judged samples, grouped by what their records say.

    Args:
        scored: at least one sample of each task, equally many of each.
        judge: versions of the tools that judged.
        seed: of the bootstrap.
    """
    first_of = {sample.task_id: sample for sample in reversed(scored)}
    tasks = sorted(first_of)
    whole = tallies(scored, tasks)
    cwes = [first_of[task].cwe or NO_CWE for task in tasks]
    languages = [first_of[task].language for task in tasks]
    verdicts = Counter(sample.judgement.verdict for sample in scored)
    return Results(
        suite=suite,
        model=model,
        samples_per_task=len(scored) // len(tasks),
        tasks=len(tasks),
        samples=len(scored),
        verdicts={verdict: verdicts[verdict] for verdict in get_args(Verdict)},
        metrics=estimates(whole, seed=seed),
        by_cwe=_grouped(whole, cwes, seed),
        by_language=_grouped(whole, languages, seed),
        judge=dict(judge),
    )


def estimates(counted: Mapping[str, Tally], *, seed: int = 0) -> Estimates:
    """Every metric that has an eligible sample, with its interval."""
    found = {name: estimate(tally, seed=seed) for name, tally in counted.items()}
    return {name: value for name, value in found.items() if value is not None}


def read_results(path: Path) -> Results:
    """The results of a file.

    Raises:
        RunError: it is missing, damaged, or its groups do not add up.
    """
    try:
        value = parse_json(path.read_bytes(), where=str(path))
    except FileNotFoundError as error:
        raise RunError(f"{path} is missing; run `treeplay bench score` first") from error
    return validated(Results, value, where=str(path), cure="run `treeplay bench score` again", error=RunError)


def _grouped(counted: Mapping[str, Tally], labels: Sequence[str], seed: int) -> dict[str, Estimates]:
    label_of = np.array(labels)
    return {
        label: estimates({name: tally.where(label_of == label) for name, tally in counted.items()}, seed=seed)
        for label in sorted(set(labels))
    }
