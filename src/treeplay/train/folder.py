"""The folder of a run: where everything lies, and the manifest that says what it is."""

from __future__ import annotations

import platform
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from treeplay import __version__
from treeplay.config.run import RunSettings
from treeplay.corpus.schema import Task
from treeplay.errors import RunError
from treeplay.files import dump_json, parse_json, sha256_text, write_json

LEARNED_FROM = ("settings", "corpus", "warm_start")
"Of a manifest, what a finished run is the result of."
_SHOWN = 40
"Characters of a value in an error."
LIBRARIES = ("torch", "transformers", "peft", "accelerate", "tokenizers", "safetensors", "numpy")


@dataclass(frozen=True)
class RunFolder:
    """Paths of one run."""

    path: Path

    @property
    def manifest(self) -> Path:
        """Resolved configuration, versions, seeds, hashes, device."""
        return self.path / "manifest.json"

    @property
    def metrics(self) -> Path:
        """One JSON line an optimiser step, and one a grown forest."""
        return self.path / "metrics.jsonl"

    @property
    def control(self) -> Path:
        """The phase that continues SFT instead of playing."""
        return self.path / "control"

    @property
    def report(self) -> Path:
        """The offline page."""
        return self.path / "report.html"

    def round(self, number: int) -> Path:
        """The folder of a round; 0 is the warm start."""
        return self.path / "rounds" / str(number)

    def is_finished(self, settings: RunSettings) -> bool:
        """Whether there is nothing left to train."""
        return is_done(self.control if settings.control and settings.rounds else self.round(settings.rounds))

    def threads(self) -> int | None:
        """The threads that the run began with; none before it has begun."""
        return self._known().get("threads") if self.manifest.exists() else None

    def open(self, settings: RunSettings, facts: dict[str, Any]) -> None:
        """Writes the manifest, or checks that the one there is of the same run.

        What only decides how numbers round (device, threads, versions) is of no matter where nothing is left to train.

        Raises:
            RunError: the folder holds a run with other settings, data or model; says what differs.
        """
        content = {
            "settings": settings.model_dump(mode="json"),
            "treeplay": __version__,
            "python": platform.python_version(),
            "libraries": {name: version(name) for name in LIBRARIES},
            **facts,
        }
        if not self.manifest.exists():
            write_json(self.manifest, content)
            return
        self._require(content, only=LEARNED_FROM if self.is_finished(settings) else None)

    def require(self, settings: RunSettings, *, but: Collection[str] = ()) -> None:
        """Checks that the run that was begun here has these settings.

        Args:
            but: settings of the optimiser that are of no matter.

        Raises:
            RunError: it has others; says what differs.
        """
        known = self._known()["settings"]["optim"]
        content = settings.model_dump(mode="json")
        content["optim"].update({name: known.get(name) for name in but})
        self._require({"settings": content}, only=("settings",))

    def _require(self, content: dict[str, Any], *, only: Sequence[str] | None) -> None:
        known, new = self._known(), parse_json(dump_json(content), where="manifest")
        if only:
            known, new = ({name: one.get(name) for name in only} for one in (known, new))
        if differing := _differences(known, new):
            raise RunError(
                f"{self.path} holds a run that differs in {', '.join(differing[:6])}; "
                "choose another name (name=…) or delete the folder to start over"
            )

    def _known(self) -> dict[str, Any]:
        return dict(parse_json(self.manifest.read_bytes(), where=str(self.manifest)))


def is_done(place: Path) -> bool:
    """Whether a stage's model is there, whole."""
    return (place / "stage.json").exists()


def corpus_hash(tasks: list[Task]) -> str:
    """A content hash over tasks in their order."""
    return sha256_text(*(task.model_dump_json() for task in tasks))


def corpus_facts(tasks: list[Task]) -> dict[str, Any]:
    """What a manifest says of tasks: how many, their hash, and how many are of which licence and origin.

    An origin is a data set's name, or the repository of a commit.
    """
    return {
        "tasks": len(tasks),
        "sha256": corpus_hash(tasks),
        "licences": dict(sorted(Counter(task.licence for task in tasks).items())),
        "sources": dict(sorted(Counter(_origin(task.source) for task in tasks).items())),
    }


def _origin(source: str) -> str:
    """`https://host/owner/name` of a commit's address; a file's name without its line."""
    repository = re.match(r"https?://[^/]+/[^/]+/[^/]+", source)
    return repository[0] if repository else re.sub(r":\d+$", "", source)


def _differences(old: Any, new: Any, path: str = "") -> list[str]:
    """What differs, by dotted name and with both values; not where a warm start lies, as its weights are compared."""
    if path == "warm_start.model":
        return []
    if isinstance(old, dict) and isinstance(new, dict):
        keys = sorted(set(old) | set(new))
        return [
            found
            for key in keys
            for found in _differences(old.get(key), new.get(key), f"{path}.{key}" if path else key)
        ]
    return [] if old == new else [f"{path} ({_shown(old)} there, {_shown(new)} now)"]


def _shown(value: Any) -> str:
    text = dump_json(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
