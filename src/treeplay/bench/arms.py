"""Measures the models of a run on one suite, on equal terms, and sums up in `summary.json`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from treeplay.bench.compare import compare
from treeplay.bench.generate import Bar, Generator, generate_into
from treeplay.bench.manifest import Manifest, weights_fingerprint
from treeplay.bench.metrics import Scored
from treeplay.bench.score import ProgramJudge, read_verdicts, score
from treeplay.bench.suites import Suite
from treeplay.config.run import BenchSettings
from treeplay.files import write_json


@dataclass(frozen=True)
class Measure:
    """What measuring needs besides the models."""

    suite: Suite
    settings: BenchSettings
    seed: int
    judge: ProgramJudge
    tools: Mapping[str, str]
    generator: Callable[[str, BenchSettings], Generator]
    "Makes the generator of a model."
    bar: Bar


def measure_arm(folder: Path, name: str, model: str, measure: Measure) -> list[Scored]:
    """Generates and scores one arm's samples below `folder`; does what is missing."""
    place = folder / "bench" / measure.suite.name.replace(":", "-") / name
    options, suite = measure.settings, measure.suite
    manifest = asked(suite, options, measure.seed, model, weights_fingerprint(model))
    n_samples = generate_into(place, suite.tasks, manifest, measure.generator(model, options), measure.bar)
    with measure.bar(f"verdicts on {name}", n_samples, 0) as advance:
        score(place, suite, measure.judge, measure.tools, progress=advance)
    return read_verdicts(place / "verdicts.jsonl")


def asked(suite: Suite, options: BenchSettings, seed: int, model: str, weights: str | None) -> Manifest:
    """The manifest of an arm's samples."""
    return Manifest(
        suite=suite.name,
        source=suite.source,
        prompts_sha256=suite.prompts_hash(),
        prompts=suite.prompts(),
        model=model,
        weights_sha256=weights,
        n=options.n,
        temperature=options.temperature,
        top_p=options.top_p,
        max_tokens=options.max_tokens,
        seed=seed,
        chunk_size=max(1, 4 * options.slots // options.n),  # several fillings of the slots: few steps run half empty
    )


def summarise_arms(
    folder: Path, suite: str, arms: Mapping[str, list[Scored]], facts: Mapping[str, Any]
) -> dict[str, Any]:
    """Compares arms, writes `summary.json` and returns its content.

    Args:
        arms: judged samples by name; the last is the one that the others are compared with.
        facts: further entries: gradient tokens, the audit, the settings in short.
    """
    names = list(arms)
    best = names[-1]
    whole = compare(suite, arms, baseline=names[0])
    paired = {
        f"{best}-{other}": compare(suite, {other: arms[other], best: arms[best]}, baseline=other).differences[best]
        for other in names[:-1]
    }
    summary = {
        "suite": suite,
        "tasks": whole.tasks,
        "arms": {name: {metric: asdict(value) for metric, value in whole.metrics[name].items()} for name in names},
        "paired": {pair: {metric: asdict(value) for metric, value in found.items()} for pair, found in paired.items()},
        "reading": {pair: _reading(found.get("func_sec@1")) for pair, found in paired.items()},
        **facts,
    }
    write_json(folder / "summary.json", summary)
    return summary


def _reading(difference: Any) -> str:
    if difference is None:
        return "not measured"
    if difference.low > 0:
        return "higher, outside noise"
    return "lower, outside noise" if difference.high < 0 else "within noise"
