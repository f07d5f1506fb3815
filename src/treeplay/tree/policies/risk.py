"""`risk`: the statements that use what attacks go through, by the table in `treeplay.tree.policies.sinks`.

It needs no vulnerable version and no annotator, so it works on any code.
"""

from __future__ import annotations

from treeplay.syntax.uses import uses
from treeplay.tree.policies.place import Found, Golden, Place
from treeplay.tree.policies.sinks import sink_of


def places(golden: Golden) -> Found:
    """The statements with a known use, those of the task's own weakness first."""
    found: dict[int, Place] = {}
    for use in uses(golden.code, golden.task.language):
        row = sink_of(use, golden.task.language)
        statement = golden.statement_at(use.start) if row is not None and use.start >= golden.begin else None
        if row is not None and statement is not None:
            what = use.name or "a string"
            found.setdefault(statement.start, Place(statement.start, row.cwe, f"{what} {row.reason}"))
    return Found(tuple(sorted(found.values(), key=lambda place: place.cwe != golden.task.cwe)))
