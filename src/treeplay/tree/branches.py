"""From drawn ids to branches: the program a branch makes, what of it is rejected, and which branches are the same.

A branch that takes the golden path's statement at its node has not left the path there, whatever it does later; to
reject that statement would be to reject the golden path. It is dropped and counted. Branches that make the same program
after normalisation are kept once and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from treeplay.syntax.changes import changed_spans
from treeplay.syntax.completion import FENCE, Completion, cut_completion
from treeplay.syntax.languages import language_of
from treeplay.syntax.normal import normal_form
from treeplay.syntax.statements import statement_extent
from treeplay.tree.codec import Codec
from treeplay.tree.early import comes_early
from treeplay.tree.extent import Extent, rejected_tokens
from treeplay.tree.path import GoldenPath
from treeplay.tree.sampling import Drawn
from treeplay.tree.schema import Branch, Node


@dataclass(frozen=True)
class Grown:
    """A branch with what tells it from others, normalised."""

    branch: Branch
    rejected: str
    golden: str
    "What the golden path has in place of `rejected`."
    program: str


def completion_at(path: GoldenPath, node: Node, text: str) -> Completion:
    """The completion that a continuation's text makes after the golden path's code before the node."""
    task = path.task
    code = task.prefix + task.golden
    before = code[len(task.prefix) : path.start_of(node.position)]
    # At the root the continuation may begin inside the prefix, before its last line break.
    lead = len(task.prefix) - path.start_of(node.position)
    return cut_completion(task.prefix, before + (text[lead:] if lead > 0 else text), task.language)


def golden_changed(path: GoldenPath) -> tuple[bool, ...]:
    """For each golden id, whether its text differs from the vulnerable version; empty if there is none."""
    task = path.task
    if task.vulnerable is None:
        return ()
    spans = changed_spans(task.vulnerable, task.golden).new_spans
    shift = len(task.prefix)
    return tuple(any(start < b + shift and end > a + shift for a, b in spans) for start, end in path.spans)


def graft(path: GoldenPath, node: Node, branch: Branch, extent: Extent, codec: Codec) -> str:
    """The golden completion with the branch's rejected part in place of what stands at the node."""
    place = _statement_at(path, node, extent)
    lead = max(0, place.start - path.start_of(node.position))  # at the root a branch may begin inside the prefix
    return _with(path, place, codec.decode(branch.ids[: branch.reject])[lead:])


def blank(path: GoldenPath, node: Node, extent: Extent) -> str:
    """The golden completion with an empty statement in place of what stands at the node."""
    place = _statement_at(path, node, extent)
    statement = path.code[place.start : place.stop]
    inner = statement.strip()
    empty = "pass" if language_of(path.task.language).layout == "indent" else ";"
    return _with(path, place, statement.replace(inner, empty, 1) if inner else statement)


def _statement_at(path: GoldenPath, node: Node, extent: Extent) -> range:
    start = max(path.start_of(node.position), len(path.task.prefix))
    return range(start, statement_extent(path.code, path.task.language, start, extent))


def _with(path: GoldenPath, place: range, text: str) -> str:
    return path.code[len(path.task.prefix) : place.start] + text + path.code[place.stop :]


class BranchMaker:
    """Makes the branches of one tree."""

    def __init__(self, path: GoldenPath, nodes: tuple[Node, ...], extent: Extent, codec: Codec) -> None:
        self.path, self.nodes, self.extent, self.codec = path, nodes, extent, codec

    def sampled(self, index: int, drawn: Drawn) -> Grown:
        """A branch that the opponent wrote at the node with this index."""
        node = self.nodes[index]
        text = self.codec.decode(drawn.ids)
        completion = completion_at(self.path, node, text)
        size = len(self.path.task.prefix) + len(completion.text) - self.path.start_of(node.position)
        kept = len(drawn.ids)
        if text[size:].strip() not in ("", FENCE):  # it ran on past the function
            starts = [0, *self.codec.ends(drawn.ids)[:-1]]
            kept = max(1, sum(start < size for start in starts))
        branch = self._branch(index, drawn.ids[:kept], completion.text, drawn.finished)
        return self._grown(branch.model_copy(update={"logps": tuple(drawn.logps[:kept])}))

    def vulnerable(self, ids: tuple[int, ...]) -> list[Branch]:
        """The vulnerable version of the code as a branch of the last node before it departs, if there is one."""
        path = self.path
        common = next((i for i, (a, b) in enumerate(zip(ids, path.golden_ids, strict=False)) if a != b), 0)
        places = [i for i, node in enumerate(self.nodes) if node.position - len(path.prompt_ids) <= common]
        if not ids or not places or path.task.vulnerable is None:
            return []
        index = max(places, key=lambda i: self.nodes[i].position)
        start = self.nodes[index].position - len(path.prompt_ids)
        branch = self._branch(index, ids[start:], path.task.vulnerable, finished=True)
        return [branch.model_copy(update={"source": "vulnerable"})]

    def _branch(self, index: int, ids: Sequence[int], text: str, finished: bool) -> Branch:
        before = self._before(self.nodes[index])
        reject = rejected_tokens(
            before, self.codec.decode(ids), self.codec.ends(ids), self.path.task.language, self.extent
        )
        early = comes_early(self.path, self.nodes[index], ids, self.codec)
        return Branch(
            node=index, ids=tuple(ids), text=text, source="opponent", reject=reject, early=early, finished=finished
        )

    def _grown(self, branch: Branch) -> Grown:
        task, language = self.path.task, self.path.task.language
        before = self._before(self.nodes[branch.node])
        code = task.prefix + task.golden
        golden = code[len(before) : statement_extent(code, language, len(before), self.extent)]
        rejected = self.codec.decode(branch.ids[: branch.reject])
        return Grown(
            branch,
            rejected=normal_form(rejected, language),
            golden=normal_form(golden, language),
            program=normal_form(task.prefix + branch.text, language),
        )

    def _before(self, node: Node) -> str:
        code = self.path.task.prefix + self.path.task.golden
        return code[: self.path.start_of(node.position)]


def distinct(grown: Iterable[Grown]) -> tuple[list[Branch], int]:
    """Branches without duplicates, and how many were dropped because they stay on the golden path at their node."""
    first: dict[tuple[int, str], Branch] = {}
    same = 0
    for one in grown:
        if one.rejected == one.golden:
            same += 1
            continue
        key = (one.branch.node, one.program)
        known = first.get(key)
        first[key] = one.branch if known is None else known.model_copy(update={"count": known.count + 1})
    return list(first.values()), same
