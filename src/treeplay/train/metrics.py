"""What a run says about itself while it trains: `metrics.jsonl`, always, and trackers if asked.

Records hold no wall-clock times, so that a resumed run ends in the same bytes as an undisturbed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import torch

from treeplay.errors import ConfigError
from treeplay.files import append_line, read_records, sha256_text
from treeplay.losses import LossOutput
from treeplay.tree.pack import Row

Track = Callable[[dict[str, float], str, int], None]
"Is given a step's values, the name of its axis and the step; steps begin anew with each phase."
_WHOLE_STEP = frozenset({"loss", "grad_norm"})
"Sums over a step, not means over its items."


class StepMetrics:
    """Means over one optimiser step's items, pairs and node policies."""

    def __init__(self) -> None:
        self._sums: dict[str, float] = defaultdict(float)
        self._counts: dict[str, float] = defaultdict(float)

    def add_scalar(self, name: str, value: float) -> None:
        """Adds a value of the whole step."""
        self._sums[name] += value
        self._counts[name] = 1

    def add_row(self, row: Row, output: LossOutput, logps: torch.Tensor, loss: float) -> None:
        """Adds a row's values: sums for the loss, means over items and pairs for the rest."""
        self.add_scalar("loss", loss)
        for name, values in output.per_item.items():
            self._mean(name, values)
        pairs = [pair for item in row.items for pair in item.pairs]
        for name, values in output.per_pair.items():
            self._mean(name, values)
        if "margin" in output.per_pair:
            self._mean("accuracy", (output.per_pair["margin"] > 0).float())
        for number, pair in enumerate(pairs):
            chosen, rejected = logps[list(pair.chosen)], logps[list(pair.rejected)]
            self._mean(f"chosen_logp/{pair.policy}", chosen.mean()[None])
            self._mean(f"rejected_logp/{pair.policy}", rejected.mean()[None])
            if "margin" in output.per_pair:
                self._mean(f"margin/{pair.policy}", output.per_pair["margin"][number][None])

    def merge(self, others: Iterable[StepMetrics]) -> None:
        """Adds what other devices saw of the same step."""
        for other in others:
            for name, total in other._sums.items():
                self._sums[name] += total
                self._counts[name] = 1 if name in _WHOLE_STEP else self._counts[name] + other._counts[name]

    def values(self) -> dict[str, float]:
        """The means, rounded so that a line stays readable."""
        return {name: round(total / self._counts[name], 6) for name, total in sorted(self._sums.items())}

    def _mean(self, name: str, values: torch.Tensor) -> None:
        finite = values[torch.isfinite(values)]
        if len(finite):
            self._sums[name] += float(finite.sum())
            self._counts[name] += len(finite)


class MetricsLog:
    """The append-only `metrics.jsonl` of a run, and the trackers that read along; one a run and process.

    Args:
        trackers: what `start_trackers` gave; only the process that writes has any.
    """

    def __init__(self, path: Path, trackers: Sequence[Track] = ()) -> None:
        self.path = path
        self._trackers = trackers

    def size(self) -> int:
        """Length of the file in bytes."""
        return self.path.stat().st_size if self.path.exists() else 0

    def rewind(self, size: int, phase: str) -> None:
        """Drops the step records of a phase that are about to be repeated: all of them, or those past `size`."""
        if not self.path.exists():
            return
        cut = size
        if not size:
            cut = self.size()
            position = 0
            for line in self.path.read_bytes().splitlines(keepends=True):
                if f'"phase": "{phase}"'.encode() in line and b'"kind": "step"' in line:
                    cut = position
                    break
                position += len(line)
        with self.path.open("r+b") as handle:
            handle.truncate(cut)

    def step(self, phase: str, step: int, steps: int, values: dict[str, float]) -> None:
        """Adds one optimiser step."""
        append_line(self.path, {"kind": "step", "phase": phase, "step": step, "steps": steps, **values})
        for track in self._trackers:
            track({f"{phase}/{name}": value for name, value in values.items()}, f"{phase}/step", step)

    def once(self, kind: str, phase: str, values: dict[str, Any]) -> None:
        """Adds a record of which a phase has one, unless the file has it already."""
        record = {"kind": kind, "phase": phase, **values}
        if self.path.exists() and any(
            line.get("kind") == kind and line.get("phase") == phase for _, line in read_records(self.path)
        ):
            return
        append_line(self.path, record)


def _tensorboard(folder: Path, run: str) -> Track:
    from torch.utils.tensorboard import SummaryWriter  # noqa: PLC0415 - an extra

    writer = SummaryWriter(str(folder / "tensorboard"))

    def track(values: dict[str, float], axis: str, step: int) -> None:
        for name, value in values.items():
            writer.add_scalar(name, value, step)
        writer.flush()

    return track


def _wandb(folder: Path, run: str) -> Track:
    import wandb  # noqa: PLC0415 - an extra

    started = wandb.init(project="treeplay", name=run, dir=str(folder), resume="allow", id=run)
    return lambda values, axis, step: started.log({**values, axis: step})


def _trackio(folder: Path, run: str) -> Track:
    import trackio  # noqa: PLC0415 - an extra

    trackio.init(project="treeplay", name=run, resume="allow")
    return lambda values, axis, step: trackio.log({**values, axis: step})


TRACKERS: dict[str, Callable[[Path, str], Track]] = {
    "tensorboard": _tensorboard,
    "wandb": _wandb,
    "trackio": _trackio,
}


def start_trackers(names: Sequence[str], folder: Path, run: str) -> tuple[Track, ...]:
    """Starts trackers, once a run and process.

    Args:
        names: of `TRACKERS`.
        folder: the run's.
        run: the run's name, with which trackers begin theirs.

    Raises:
        ConfigError: a tracker is not installed, or does not start.
    """
    return tuple(_started(name, folder, tracked_as(folder, run)) for name in names)


def tracked_as(folder: Path, run: str) -> str:
    """What trackers call a run, and take it up again by: an arm of a study has one name in every seed and fold."""
    parts = dict.fromkeys((run, folder.name, sha256_text(str(folder.resolve()))[:8]))
    return "-".join(parts)


def _started(name: str, folder: Path, run: str) -> Track:
    try:
        return TRACKERS[name](folder, run)
    except ImportError as error:
        raise ConfigError(
            f"the tracker {name} is not installed; `pip install 'treeplay[{name}]'`, or leave it out of trackers"
        ) from error
    except Exception as error:  # a service's own errors: no account, no network, no space
        raise ConfigError(
            f"the tracker {name} does not start ({error}); mend that, or leave it out of trackers"
        ) from error
