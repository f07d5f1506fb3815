"""What training makes of a verdict: the weight of a branch among the rejected."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from treeplay.judge.schema import Verdict


class JudgePolicy(BaseModel):
    """Which branches are worth rejecting, and who judges them."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    policy: Literal["none", "distinct", "verified"] = "verified"
    """`none`: every branch as often as it was drawn, as in the paper's release; `distinct`: every different one, once;
    `verified`: by verdict."""
    unknown: float = Field(0.0, ge=0, le=1)
    "With `verified`, the weight of a branch of which the judge cannot tell."
    detectors: tuple[str, ...] = ("default",)
    "The static detectors: `default` (bandit, ruff, rules), semgrep, cppcheck, eslint, gcc-analyzer, `sarif:FILE`."
    broken: float = Field(0.0, ge=0, le=1)
    "With `verified`, the weight of a branch that does not parse or work."
    flagged: float = Field(0.0, ge=0, le=1)
    "With `verified`, the weight of such a branch in which a detector finds the task's weakness at the node."
    early: float = Field(1.0, ge=0, le=1)
    """With `verified`, by how much the weight of a branch is multiplied that leaves the golden path by beginning a
    statement as a later one there begins: `return` in place of a check. The token is right, it only comes too early."""
    elsewhere: float = Field(1.0, ge=0, le=1)
    """With `verified`, by how much the weight of a branch is multiplied of which nothing shows that the mistake is
    where it leaves the golden path: with that token the golden program stays secure (another name, other quotes), or
    with its statement it is as vulnerable as with an empty one, and the branch as a whole is not vulnerable."""
    value: bool = False
    "Weigh a node by how far the secure probability falls there: the rejected share of the branches sampled at it."


def branch_weight(
    verdict: Verdict, policy: JudgePolicy, *, flagged: bool = False, early: bool = False, elsewhere: bool = False
) -> float:
    """The weight of a branch with this verdict, 0 to 1; 0 leaves it out.

    Args:
        flagged: a detector finds the task's weakness at the node, whatever else the program does.
        early: it begins a statement as a later one of the golden path begins.
        elsewhere: nothing shows that the mistake is where it leaves the golden path.

    >>> branch_weight("secure", JudgePolicy()), branch_weight("secure", JudgePolicy(policy="none"))
    (0.0, 1.0)
    """
    if policy.policy != "verified":
        return 1.0
    broken = max(policy.broken, policy.flagged) if flagged else policy.broken
    weight = {"vulnerable": 1.0, "secure": 0.0, "unknown": policy.unknown, "broken": broken}[verdict]
    return weight * (policy.early if early else 1.0) * (policy.elsewhere if elsewhere else 1.0)
