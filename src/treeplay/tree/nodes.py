"""Decision nodes: the places that policies choose in the golden code, as token positions of the golden path.

A node sits at the first token of a statement. If that token also holds something of the statement before it on
the line, a branch could not replace the one without the other; such a place is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, field_validator

from treeplay.syntax.statements import statement_extent
from treeplay.tree.path import GoldenPath
from treeplay.tree.policies import Golden, Place, find_policy
from treeplay.tree.schema import Node


class NodeSettings(BaseModel):
    """Where branches may leave the golden path."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    policies: tuple[str, ...] = ("diff", "risk")
    "`root`, `diff`, `annotated`, `risk`, `random`, or an installed package's; the first to choose a place names it."
    max_nodes: int = Field(6, ge=1)
    "Nodes a task; earlier policies go first."
    seed: int = 0
    "For `random`."

    @field_validator("policies")
    @classmethod
    def _known(cls, policies: tuple[str, ...]) -> tuple[str, ...]:
        for name in policies:
            find_policy(name)
        return policies


@dataclass(frozen=True)
class NodeChoice:
    """The nodes of one golden path."""

    nodes: tuple[Node, ...]
    "By position, each position once."
    unmatched: int
    "Annotations that fit no statement of the golden completion, and were dropped."


def choose_nodes(path: GoldenPath, settings: NodeSettings, *, after: int = -1) -> NodeChoice:
    """Chooses the decision nodes of a golden path.

    Args:
        after: only positions past this one.

    Raises:
        ConfigError: a policy is not known, or Treeplay carries no grammar for the task's language.
    """
    golden = Golden(path.task, settings.seed)
    nodes: dict[int, Node] = {}
    unmatched = 0
    for name in settings.policies:
        found = find_policy(name)(golden)
        unmatched += found.unmatched
        for node in _nodes(path, name, found.places):
            nodes.setdefault(node.position, node)
    kept = [node for node in nodes.values() if node.position > after][: settings.max_nodes]
    return NodeChoice(tuple(sorted(kept, key=lambda node: node.position)), unmatched)


def _nodes(path: GoldenPath, policy: str, places: tuple[Place, ...]) -> Iterator[Node]:
    for place in places:
        position = _first_position(path) if place.start is None else _position(path, place.start)
        if position is None:
            continue
        start = len(path.task.prefix) if place.start is None else place.start
        end = path.end_before(statement_extent(path.code, path.task.language, start, "statement"))
        yield Node(position=position, end=max(end, position + 1), cwe=place.cwe, policy=policy, reason=place.reason)


def _first_position(path: GoldenPath) -> int | None:
    return len(path.prompt_ids) if path.golden_ids else None


def _position(path: GoldenPath, start: int) -> int | None:
    """The position of the token with a statement's first character, if a branch can replace it from there."""
    position = path.position_of(start)
    if position is None or start < len(path.task.prefix):
        return None
    line_start = path.code.rfind("\n", 0, start) + 1
    before = path.code[max(path.start_of(position), line_start) : start]
    return position if not before.strip() else None
