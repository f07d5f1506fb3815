"""Samples and the file that keeps them: append-only, each line complete, no answer twice and none lost.

The file is the only state of a generation. What a killed process left half-written is no sample and is written over, so
that the samples after a resume are those of an undisturbed run.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from treeplay.bench.records import validated
from treeplay.errors import DataError
from treeplay.files import append_line, read_records

Key = tuple[str, int]
"A sample's name in its suite: the task's id and the sample's index."


class Sample(BaseModel):
    """One generated answer to one task."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    task_id: str = Field(min_length=1)
    index: int = Field(ge=0)
    "From 0; a task's samples differ in nothing but this and the seed made from it."
    completion: str
    "What follows the task's prefix, cut at the end of the function."
    tokens: int = Field(ge=0)
    "Length of the answer in the model's tokens."
    finished: bool
    "Whether the function ended by itself rather than at the length limit."

    @property
    def key(self) -> Key:
        """The sample's name in its suite."""
        return self.task_id, self.index


class SampleStore:
    """The samples of one model on one suite, in a `samples.jsonl`."""

    def __init__(self, path: Path) -> None:
        """Opens the file, which need not exist yet.

        Raises:
            DataError: a line is not a sample or repeats one; names file and line.
        """
        self._path = path
        self._samples = _read(path) if path.exists() else {}

    def __contains__(self, key: Key) -> bool:
        return key in self._samples

    def __len__(self) -> int:
        return len(self._samples)

    def __iter__(self) -> Iterator[Sample]:
        """The samples in the order of the file."""
        return iter(self._samples.values())

    def append(self, sample: Sample) -> None:
        """Adds one sample, on disk when this returns.

        Raises:
            ValueError: the store holds a sample of this name.
        """
        if sample.key in self:
            raise ValueError(f"sample {sample.index} of task {sample.task_id!r} is in {self._path} already")
        append_line(self._path, sample.model_dump())
        self._samples[sample.key] = sample


def _read(path: Path) -> dict[Key, Sample]:
    samples: dict[Key, Sample] = {}
    for number, record in read_records(path):
        where = f"{path}:{number}"
        sample = validated(Sample, record, where=where, cure="delete this line and generate again")
        if sample.key in samples:
            raise DataError(
                f"{where}: a second sample {sample.index} of task {sample.task_id!r}; "
                "delete this line, and let only one process write to a folder"
            )
        samples[sample.key] = sample
    return samples
