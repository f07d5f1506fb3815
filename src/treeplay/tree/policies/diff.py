"""`diff`: the statements at which the golden and the vulnerable version part, as in SVEN and SafeCoder.

Each changed hunk gives one place, the statement with its first token. Where code was only left out of the golden
version, that is the statement it would have stood before. Hunks of comments and white space are no decision.
"""

from __future__ import annotations

from treeplay.syntax.changes import changed_spans
from treeplay.syntax.statements import Statement
from treeplay.tree.policies.place import Found, Golden, Place


def places(golden: Golden) -> Found:
    """The statements that hold the first token of each hunk; none without a vulnerable version."""
    task = golden.task
    if task.vulnerable is None:
        return Found(())
    old, new = Golden(task.model_copy(update={"golden": task.vulnerable})), golden
    changes = changed_spans(old.code, new.code)
    found = []
    for (a, b), (c, d) in zip(changes.old_spans, changes.new_spans, strict=True):
        if old.has_token(a, b) or new.has_token(c, d):
            statement = new.statement_at(c) if new.has_token(c, d) else _around(new, c)
            found.append((statement, _change(_short(old.code[a:b]), _short(new.code[c:d]))))
    return Found(tuple(Place(one.start, task.cwe, reason) for one, reason in found if one is not None))


def _around(golden: Golden, at: int) -> Statement | None:
    """The statement that a deletion at a place is inside of, else the one after it, else the last one before."""
    own = [one for one in golden.statements if one.start >= golden.begin]
    inside = [one for one in own if one.start < at < one.header_end]
    after = [one for one in own if one.start >= at]
    return inside[-1] if inside else after[0] if after else own[-1] if own else None


def _change(old: str, new: str) -> str:
    """A hunk in words; one side is empty where code was only added or only left out."""
    if not old:
        return f"`{new}` was added"
    return f"`{old}` became `{new}`" if new else f"`{old}` was left out"


def _short(code: str) -> str:
    line = " ".join(code.split())
    return line if len(line) <= 40 else line[:39] + "…"
