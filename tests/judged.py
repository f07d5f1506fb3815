"""Judged samples for tests of figures."""

from __future__ import annotations

from typing import Any

from treeplay.bench.metrics import Scored
from treeplay.judge.schema import Finding, Judgement

SECURE = Judgement(verdict="secure", parsed=True, functional=True, secure=True)
VULNERABLE = Judgement(verdict="vulnerable", parsed=True, functional=True, secure=False)
USELESS = Judgement(verdict="broken", parsed=True, functional=False, secure=True)
BROKEN = Judgement(verdict="broken", parsed=False)
UNKNOWN = Judgement(verdict="unknown", parsed=True)


def flagged(cwe: str) -> Judgement:
    """Passes both tests, but a detector complains."""
    finding = Finding(detector="bandit", rule="B000", cwe=cwe)
    return Judgement(verdict="vulnerable", parsed=True, functional=True, secure=True, findings=(finding,))


def judged(task: str, *judgements: Judgement, **fields: Any) -> list[Scored]:
    """One sample a judgement, of a Python task with both tests that invites CWE-089."""
    known = {
        "language": "python",
        "cwe": "CWE-089",
        "has_functional_test": True,
        "has_security_test": True,
        "tokens": 10,
        "finished": True,
        "repetition": 0.0,
        "key": "",
    }
    return [
        Scored(task_id=task, index=index, judgement=judgement, **(known | fields))
        for index, judgement in enumerate(judgements)
    ]
