"""`annotated`: the lines that an annotator marked, matched as the public TSP release matches them.

A line matches if it equals the annotation, both stripped, or else if it holds the annotation and the annotation
covers at least half of it; text under four characters never matches.
Deviation: the release lets a line that is not found branch from the root; here it is dropped and counted, so that
one arm does not mix in pairs of another.
"""

from __future__ import annotations

from treeplay.tree.policies.place import Found, Golden, Place

_SHORTEST = 4


def places(golden: Golden) -> Found:
    """The statements that hold the annotated lines of the golden completion."""
    found = []
    for annotation in golden.task.annotations:
        at = find_line(golden.task.golden, annotation.line)
        statement = golden.statement_at(golden.begin + at) if at is not None else None
        if statement is not None:
            found.append(Place(statement.start, annotation.cwe, annotation.note or "annotated"))
    return Found(tuple(found), len(golden.task.annotations) - len(found))


def find_line(code: str, wanted: str) -> int | None:
    """Offset of the first character, not blank, of the first line that an annotation means; none if there is none."""
    wanted = wanted.strip()
    if len(wanted) < _SHORTEST:
        return None
    within: int | None = None
    at = 0
    for line in code.split("\n"):
        stripped = line.strip()
        start = at + len(line) - len(line.lstrip())
        if stripped == wanted:
            return start
        if within is None and wanted in stripped and 2 * len(wanted) >= len(stripped):
            within = start
        at += len(line) + 1
    return within
