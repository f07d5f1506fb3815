"""Verdicts and findings: what the judge says of one program. Never two-valued."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Verdict = Literal["secure", "vulnerable", "broken", "unknown"]


class Finding(BaseModel):
    """One reported weakness."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    detector: str
    rule: str
    cwe: str | None = None
    line: int | None = None
    "Line of the judged program, from 1."
    message: str = ""


class Judgement(BaseModel):
    """What was found about one program, and the verdict that follows from it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verdict: Verdict
    parsed: bool
    functional: bool | None = None
    "Whether the functional test passed; none where there is no test or it could not be run."
    secure: bool | None = None
    "Whether the security test passed; none where there is no test or it could not be run."
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    "One sentence: why this verdict."
    final: bool = True
    "Whether it would be the same another time; not where a test could not be run, or a detector failed."
