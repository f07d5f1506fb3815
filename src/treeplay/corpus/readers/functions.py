"""From a function before and after its security fix to a task: what SVEN, SafeCoder and the TSP release share.

Their known faults are looked for here, and counted instead of trained on: a fix that changes nothing but white
space, empty code, the same vulnerable function twice in a split, and the same one, a near-equal one or one of the same
family in two splits, where the item for training gives way, so that what a model is measured on stays unseen.
Near-equal functions of one split become one family.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from treeplay.corpus.readers.languages import WRITTEN
from treeplay.corpus.readers.sieve import EMPTY, UNCHANGED
from treeplay.corpus.reading import Reading, normal, squeeze
from treeplay.corpus.schema import Annotation, CweId, Language, Split, Task
from treeplay.corpus.shingles import near_pairs
from treeplay.corpus.signature import common_signature
from treeplay.errors import DataError

DUPLICATE = "the same function before, twice in a split"
CROSSING = "the same function before, also in another split"
NEAR_CROSSING = "a near-equal function is in another split"
DIVIDED = "its family is also in another split"

_SPLITS = {"val": "dev", "validation": "dev", "valid": "dev"}
_ORDER: tuple[Split, ...] = ("test", "dev", "train")


def _our_split(value: Any) -> Any:
    return _SPLITS.get(value, value) if isinstance(value, str) else value


GivenSplit = Annotated[Split, BeforeValidator(_our_split)]
"A split under its own name or another's: `val` is our `dev`."


class FunctionRow(BaseModel):
    """The fields that the public sets of function pairs have in common; others are left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    id: str = Field(min_length=1)
    split: GivenSplit
    cwe: CweId | None = None
    lang: Language
    family: str = ""
    "Functions of one origin, such as one fix; none for a family of its own."
    func_name: str
    func_src_before: str
    func_src_after: str
    commit_link: str = ""
    description: str = ""


@dataclass(frozen=True)
class FunctionPair:
    """A row, where it stood, and what its data set adds."""

    where: str
    row: FunctionRow
    annotations: tuple[Annotation, ...] = ()


def to_reading(pairs: Iterable[FunctionPair], *, licence: str, source: str) -> Reading:
    """Tasks of function pairs, in the order given.

    Raises:
        DataError: two pairs have one id.
    """
    items = list(pairs)
    _check_ids(items)
    dropped: Counter[str] = Counter()
    faults = _faults(items)
    families = _part_near(items, faults)
    tasks = []
    for item, fault, family in zip(items, faults, families, strict=True):
        if fault:
            dropped[fault] += 1
        else:
            tasks.append(_task(item, family, licence=licence, source=source))
    return Reading(tasks, dropped)


def _faults(items: Sequence[FunctionPair]) -> list[str | None]:
    """For each pair the reason to leave it out, or none."""
    faults: list[str | None] = [_fault(item.row) for item in items]
    owners: dict[str, Split] = {}
    families: dict[str, Split] = {}
    for index in sorted(range(len(items)), key=lambda index: _ORDER.index(items[index].row.split)):
        row = items[index].row
        if faults[index] is None:
            text = normal(row.func_src_before, row.lang)
            if text in owners:
                faults[index] = DUPLICATE if owners[text] == row.split else CROSSING
            elif families.setdefault(row.family or row.id, row.split) != row.split:
                faults[index] = DIVIDED
            else:
                owners[text] = row.split
    return faults


def _part_near(items: Sequence[FunctionPair], faults: list[str | None]) -> list[str]:
    """Finds near-equal functions: of two splits the item for training is at fault, of one split they are one family.

    Returns:
        The family of each pair.
    """
    families = [item.row.family or item.row.id for item in items]
    kept = [index for index, fault in enumerate(faults) if fault is None]
    for pair in near_pairs([items[index].row.func_src_after for index in kept]):
        first, second = kept[pair.first], kept[pair.second]
        splits = items[first].row.split, items[second].row.split
        if splits[0] != splits[1]:
            faults[max(first, second, key=lambda index: _ORDER.index(items[index].row.split))] = NEAR_CROSSING
        elif families[first] != families[second]:
            joined, gone = families[first], families[second]
            families = [joined if family == gone else family for family in families]
    return families


def _fault(row: FunctionRow) -> str | None:
    before, after = squeeze(row.func_src_before), squeeze(row.func_src_after)
    if not before or not after:
        return EMPTY
    return UNCHANGED if before == after else None


def _task(item: FunctionPair, family: str, *, licence: str, source: str) -> Task:
    row = item.row
    prefix = common_signature(row.func_src_after, row.func_src_before, row.lang)
    return Task(
        id=row.id,
        language=row.lang,
        cwe=row.cwe,
        family=family,
        split=row.split,
        instruction=row.description.strip() or neutral_instruction(row.lang, row.func_name),
        prefix=prefix,
        golden=row.func_src_after[len(prefix) :],
        vulnerable=row.func_src_before[len(prefix) :],
        licence=licence,
        source=row.commit_link or source,
        annotations=item.annotations,
    )


def neutral_instruction(language: Language, name: str) -> str:
    """What to ask when a data set gives no description: the language and the function's name, no more."""
    named = name.strip() and name.strip() != "(anonymous)"
    what = f"the {WRITTEN[language]} function `{name.strip()}`" if named else f"a {WRITTEN[language]} function"
    return f"Write {what}."


def _check_ids(items: Sequence[FunctionPair]) -> None:
    seen: dict[str, str] = {}
    for item in items:
        if item.row.id in seen:
            raise DataError(f"{item.where}: the id {item.row.id!r} stands at {seen[item.row.id]} already")
        seen[item.row.id] = item.where
