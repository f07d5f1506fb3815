"""The tree: one task's golden path, its decision nodes and the branches that leave it there.

Positions are indices into `prompt_ids + golden_ids`, the one tokenisation of the golden path. A branch starts
at its node's position: it shares the ids before it and replaces the token at it.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from treeplay.judge.schema import Finding, Verdict

BranchSource = Literal["opponent", "vulnerable"]


class Node(BaseModel):
    """A place on the golden path, or inside a branch, where the next statement can be secure or vulnerable."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    position: int
    "Index of the statement's first token in `prompt_ids + golden_ids`; at least `len(prompt_ids)`."
    end: int
    "Index just past the golden statement's last token."
    cwe: str | None = None
    line: int = 0
    "Line of the program (`prefix + golden`) that the statement starts on, from 1; 0 if nobody looked."
    policy: str
    "The node policy that chose it."
    reason: str = ""
    blank: Verdict = "unknown"
    """On the golden program with an empty statement in place of what stands here. Where that is vulnerable any is, and
    says nothing against a branch's own."""
    sampled: int = 0
    "Branches that the opponent drew here, those that stayed on the golden path among them."


class Branch(BaseModel):
    """An alternative continuation from a node."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    node: int
    "Index into the tree's nodes."
    ids: tuple[int, ...]
    logps: tuple[float, ...] = ()
    "Log-probability under the opponent of each id, at temperature 1 and without truncation; empty if not sampled."
    text: str
    "The completion as a whole: golden text before the node, then the branch, cut at the function's end."
    source: BranchSource
    reject: int
    "How many of `ids`, from the first, belong to the statement or block at the node."
    early: bool = False
    "It leaves the golden path by a token that begins a statement, and begins a later one there: `treeplay.tree.early`."
    finished: bool = True
    "Whether it ended by itself rather than at the length limit."
    count: int = 1
    "How many sampled branches it stands for, after duplicates were merged."
    verdict: Verdict = "unknown"
    "On the whole program."
    at_node: Verdict = "unknown"
    "On the golden program with the branch's statement or block in place of its own: is the decision itself to blame?"
    at_token: Verdict = "unknown"
    """On the golden program with the one token at which the branch leaves it in place of its own
    (`treeplay.tree.swap`); where there is no such token, `at_node`. Secure: the mistake comes later."""
    flagged: bool = False
    "A detector finds the task's weakness in that program by a rule that does not fire on the golden one."
    findings: tuple[Finding, ...] = ()
    weight: float = 1.0
    "What the judge policy makes of the verdict; 0 leaves the branch out of training."
    nodes: tuple[Node, ...] = ()
    "Nodes inside it; their positions count on along its path: prompt, golden ids before its own node, `ids`."
    branches: tuple[Branch, ...] = ()
    "What the opponent drew at these nodes; their `node` is an index into `nodes`, and `at_node` is not asked."

    @property
    def decision(self) -> Verdict:
        """The verdict on what the loss rejects: at the node if that could be told, else on the whole program.

        A whole program may be vulnerable, or broken, for something written long after the node.
        """
        return self.at_node if self.at_node in ("secure", "vulnerable") else self.verdict

    def errs_elsewhere(self, node: Node) -> bool:
        """Whether nothing shows that the mistake is where the branch leaves the golden path.

        The token at which it leaves it is harmless there, or its statement is only to blame for what it stands in place
        of, and the whole program is not vulnerable.

        Args:
            node: its own.
        """
        only_missing = node.blank == self.at_node == "vulnerable" != self.verdict
        return self.at_token == "secure" or only_missing


class Tree(BaseModel):
    """One task's golden path with what leaves it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    task_id: str
    cwe: str | None = None
    language: str = "python"
    prompt_ids: tuple[int, ...]
    golden_ids: tuple[int, ...]
    golden_changed: tuple[bool, ...] = ()
    "For each golden id, whether its text differs from the vulnerable version; empty if there is none."
    nodes: tuple[Node, ...] = ()
    branches: tuple[Branch, ...] = ()
    golden_verdict: Verdict = "unknown"
    same_as_golden: int = 0
    "Sampled branches that equalled the golden path after normalisation, and were dropped."
    unmatched: int = 0
    "Annotations whose line was not found, and were dropped."
