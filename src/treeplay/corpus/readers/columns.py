"""The columns that say what a pair of answers is of, beside the answers: in plain pairs and in preferences."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from treeplay.corpus.readers.functions import GivenSplit
from treeplay.corpus.schema import Annotation, CweId, Task


class Columns(BaseModel):
    """All may be missing; see `Task` for what they are. Other columns are left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    id: str = ""
    prefix: str | None = None
    cwe: CweId | None = None
    family: str | None = None
    split: GivenSplit = "train"
    setup: str = ""
    suffix: str = ""
    functional_test: str | None = None
    security_test: str | None = None
    licence: str = "unknown"
    source: str | None = None
    annotations: list[Annotation] = Field(default_factory=list)


def named_task(where: str, columns: Columns, **answers: Any) -> Task:
    """The task of a row: what it lacks comes from its place, and a prefix ends with a line break.

    Args:
        where: `file:line`, of which the file's name alone is kept, so that ids do not tell where a file lay.
        answers: the fields of `Task` that are no columns.
    """
    place = where.rpartition("/")[2]
    name = columns.id or place
    prefix = columns.prefix or ""
    own = {
        "id": name,
        "family": name if columns.family is None else columns.family,
        "prefix": prefix if not prefix or prefix.endswith("\n") else prefix + "\n",
        "source": place if columns.source is None else columns.source,
    }
    return Task(**{**columns.model_dump(include=set(Columns.model_fields)), **own, **answers})
