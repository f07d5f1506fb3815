"""A round's forest: grown by the opponent, judged, weighed, and kept in `trees.jsonl`.

The unit of work is a fixed chunk of tasks: the rounding of sums depends on what is computed together, so a
chunk that is not complete on disk is grown again as a whole, and only what is missing is appended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from treeplay import cwe
from treeplay.bench.manifest import weights_fingerprint
from treeplay.config.run import RunSettings
from treeplay.errors import DataError, RunError
from treeplay.files import append_line, cache_folder, dump_json, parse_json, read_records, write_json, write_whole
from treeplay.judge.judge import Judge, Program
from treeplay.judge.schema import Finding, Judgement
from treeplay.models.decode import Decoder
from treeplay.models.load import load
from treeplay.train.lessons import mastered_by_cwe
from treeplay.train.material import Material, prepare
from treeplay.train.reach import reached
from treeplay.train.watch import Watcher
from treeplay.tree.branches import blank, graft
from treeplay.tree.deepen import deepen
from treeplay.tree.grow import GrowSettings, Sprout, grow
from treeplay.tree.nodes import NodeSettings, choose_nodes
from treeplay.tree.path import GoldenPath
from treeplay.tree.recovery import tree_recoveries
from treeplay.tree.sampling import Sampling
from treeplay.tree.schema import Tree
from treeplay.tree.swap import swapped
from treeplay.tree.weigh import weigh

CHUNK = 16
"Tasks grown together."


@dataclass(frozen=True)
class Forest:
    """The trees of one round."""

    trees: tuple[Tree, ...]

    def summary(self) -> dict[str, Any]:
        """Counts for log and report; the share of vulnerable branches says whether there is a mistake to learn from."""
        branches = [branch for tree in self.trees for branch in tree.branches]
        verdicts: Counter[str] = Counter()
        for branch in branches:
            verdicts[branch.decision] += branch.count
        same = sum(tree.same_as_golden for tree in self.trees)
        drawn = [branch for branch in branches if branch.source == "opponent"]
        sampled = sum(branch.count for branch in drawn) + same
        erring = sum(branch.count for branch in drawn if branch.decision == "vulnerable")
        policies = Counter(node.policy for tree in self.trees for node in tree.nodes)
        return {
            "trees": len(self.trees),
            "nodes": sum(len(tree.nodes) for tree in self.trees),
            "nodes_by_policy": dict(sorted(policies.items())),
            "unmatched": sum(tree.unmatched for tree in self.trees),
            "sampled": sampled,
            "same_as_golden": same,
            "distinct": len(branches),
            "trained": sum(branch.weight > 0 for branch in branches),
            "early": sum(branch.early and branch.decision == "vulnerable" for branch in branches),
            "elsewhere": sum(_errs_elsewhere(tree) for tree in self.trees),
            "unplaced": _unplaced(self.trees),
            "trees_with_pairs": sum(any(branch.weight > 0 for branch in tree.branches) for tree in self.trees),
            "verdicts": dict(sorted(verdicts.items())),
            "mastered": mastered_by_cwe(self.trees),
            "vulnerable_share": round(erring / max(sampled, 1), 6),
            **self._deep_counts(),
        }

    def _deep_counts(self) -> dict[str, Any]:
        """What was drawn inside branches, and how often a vulnerable or broken one was led to a secure program."""
        deep = [branch for tree in self.trees for branch in tree.branches if branch.nodes]
        found = tree_recoveries(self.trees)
        after_error = [branch for branch in deep if branch.verdict != "secure"]
        drawn = sum(node.sampled for branch in after_error for node in branch.nodes)
        recovered = sum(one.count for branch in after_error for one in branch.branches if one.verdict == "secure")
        return {
            "deep_nodes": sum(len(branch.nodes) for branch in deep),
            "deep_sampled": sum(node.sampled for branch in deep for node in branch.nodes),
            "deep_nodes_with_pairs": len(found),
            "deep_pairs": sum(len(each.preferences) for each in found),
            "recovered_share": round(recovered / max(drawn, 1), 6),
        }


def _unplaced(trees: Sequence[Tree]) -> int:
    """Vulnerable versions that part from the golden path before its first node, in a comment for instance."""
    hold = [any(branch.source == "vulnerable" for branch in tree.branches) for tree in trees]
    return sum(bool(tree.golden_changed) and not held for tree, held in zip(trees, hold, strict=True)) * any(hold)


def _errs_elsewhere(tree: Tree) -> int:
    erring = (branch for branch in tree.branches if branch.decision == "vulnerable" and not branch.early)
    return sum(branch.errs_elsewhere(tree.nodes[branch.node]) for branch in erring)


def read_forest(path: Path) -> Forest:
    """The trees of a file.

    Raises:
        DataError: the file cannot be read or a line is not a tree; names file and line.
    """
    trees = []
    for number, record in read_records(path):
        try:
            trees.append(Tree.model_validate(record))
        except ValidationError as error:
            raise DataError(f"{path}:{number}: not a tree ({error.errors()[0]['msg']}); delete this line") from error
    return Forest(tuple(trees))


def grow_forest(
    settings: RunSettings, material: Material, number: int, opponent: str, path: Path, watcher: Watcher
) -> None:
    """Grows and judges what `path` does not hold yet."""
    known = {record["task_id"] for _, record in read_records(path)} if path.exists() else set()
    chunks = [material.paths[i : i + CHUNK] for i in range(0, len(material.paths), CHUNK)]
    missing = [chunk for chunk in chunks if any(one.task.id not in known for one in chunk)]
    if not missing:
        return
    done = sum(one.task.id in known for one in material.paths)
    with watcher.growing(number, len(material.paths), done) as tick, _judge(settings) as judge:
        farm = _Farm(settings, material, number, opponent, judge)
        for chunk in missing:
            for tree in farm.trees(chunk, tick.tokens):
                if tree.task_id not in known:
                    append_line(path, tree.model_dump(mode="json", exclude_defaults=True))
                    tick.tree()


def grow_first_forest(settings: RunSettings, opponent: str, path: Path, watcher: Watcher) -> None:
    """Grows the forest of a first round apart from its run, for others to share, which add what they reach besides."""
    material = prepare(settings.corpus, settings.model.path, settings.seed)
    _, unseen = material.divided(settings.warm_start.share)
    grow_forest(settings, reached(unseen, settings, 1), 1, opponent, path, watcher)


def claim(path: Path, settings: RunSettings) -> None:
    """Takes a file for trees of these settings, or goes on in one that was taken for the same.

    Raises:
        RunError: it holds trees of other settings or of another model, or trees of which nothing says what they are of.
    """
    beside = path.with_name(f"{path.name}.manifest.json")
    parts = {"seed", "model", "corpus", "nodes", "branches", "judge", "loss"}
    decides = settings.model_dump(mode="json", include=parts)
    of = parse_json(dump_json({**decides, "weights": weights_fingerprint(settings.model.path)}), where="settings")
    cure = "choose another --out, or delete the file to start over"
    if not path.exists():
        write_json(beside, of)
    elif not beside.exists():
        raise RunError(f"{path} holds trees and {beside.name} is missing, so that nobody knows of what; {cure}")
    elif changed := sorted(name for name, known in _read_claim(beside).items() if known != of.get(name)):
        raise RunError(f"{path} holds trees that differ in {', '.join(changed)}; {cure}")


def _read_claim(path: Path) -> dict[str, Any]:
    return dict(parse_json(path.read_bytes(), where=str(path)))


def replant(source: Path, settings: RunSettings, path: Path) -> None:
    """A forest that another run grew, with this run's weights, unless `path` is there."""
    if path.exists():
        return
    trees = (weigh(tree, settings.judge, rejected=settings.loss.rejected) for tree in read_forest(source).trees)
    lines = [dump_json(tree.model_dump(mode="json", exclude_defaults=True)) + "\n" for tree in trees]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, "".join(lines))


def _judge(settings: RunSettings) -> AbstractContextManager[Judge | None]:
    """The judge, or none where every branch counts whatever it is, as in the paper's release."""
    if settings.judge.policy == "none":
        return nullcontext()
    return Judge(
        cache=cache_folder() / "judgements.sqlite",
        unsafe=settings.unsafe_no_sandbox,
        detectors=settings.judge.detectors,
    )


class _Farm:
    """Grows, judges and weighs one chunk of a round after another."""

    def __init__(
        self, settings: RunSettings, material: Material, number: int, opponent: str, judge: Judge | None
    ) -> None:
        self.settings, self.material, self.judge = settings, material, judge
        self.stream = f"{settings.seed}/round {number}"
        branches = settings.branches
        self.grow_settings = GrowSettings(
            sources=branches.sources,
            n=branches.n,
            extent=branches.extent,
            sampling=Sampling(branches.temperature, branches.top_p, branches.max_tokens),
        )
        loaded = load(opponent, dtype=settings.model.dtype, device=settings.model.device)
        self.decoder = Decoder(loaded.model, end_id=material.prompter.end_id, slots=settings.bench.slots)

    def trees(self, chunk: Sequence[GoldenPath], progress: Any) -> list[Tree]:
        """The trees of a chunk, with verdicts and weights."""
        prompter = self.material.prompter
        sprouts = [self._sprout(path) for path in chunk]
        grown = grow(sprouts, self.grow_settings, self.decoder, prompter, stream=self.stream, progress=progress)
        judged = self._judged(grown, chunk) if self.judge else grown
        if self.settings.branches.depth > 1:
            judged = self._deepened(judged, chunk, progress)
        return [weigh(tree, self.settings.judge, rejected=self.settings.loss.rejected) for tree in judged]

    def _sprout(self, path: GoldenPath) -> Sprout:
        choice = choose_nodes(path, self.settings.nodes)
        task = path.task
        wants = "vulnerable" in self.settings.branches.sources and task.vulnerable is not None
        ids = self.material.prompter.completion_ids(task, task.vulnerable or "") if wants else ()
        return Sprout(path, choice.nodes, choice.unmatched, ids)

    def _judged(self, trees: Sequence[Tree], paths: Sequence[GoldenPath]) -> list[Tree]:
        """All that a verdict depends on, in one batch."""
        programs = [
            Program(path.task, text)
            for tree, path in zip(trees, paths, strict=True)
            for text in self._asked(tree, path)
        ]
        assert self.judge is not None
        judgements = iter(self.judge.judge(programs))
        return [_with_verdicts(tree, judgements) for tree in trees]

    def _asked(self, tree: Tree, path: GoldenPath) -> Iterator[str]:
        """The golden program, it without each node's statement, the branches, and it with a part of each of these."""
        extent, codec = self.settings.branches.extent, self.material.prompter
        yield path.task.golden
        yield from (blank(path, node, extent) for node in tree.nodes)
        for branch in tree.branches:
            node = tree.nodes[branch.node]
            grafted = graft(path, node, branch, extent, codec)
            yield from (branch.text, grafted, swapped(path, node, branch.ids, codec) or grafted)

    def _deepened(self, trees: Sequence[Tree], paths: Sequence[GoldenPath], progress: Any) -> list[Tree]:
        """Trees whose branches branch again, each of these judged as a whole program."""
        nodes = NodeSettings(policies=("risk",), max_nodes=self.settings.branches.depth_nodes)
        deep = deepen(
            trees, paths, nodes, self.grow_settings, self.decoder, self.material.prompter,
            stream=self.stream, progress=progress,
        )  # fmt: skip
        programs = []
        for tree, path in zip(deep, paths, strict=True):
            programs.append(Program(path.task, path.task.golden))
            programs += [Program(path.task, inner.text) for branch in tree.branches for inner in branch.branches]
        assert self.judge is not None
        judgements = iter(self.judge.judge(programs))
        return [_with_deep_verdicts(tree, judgements) for tree in deep]


def _with_verdicts(tree: Tree, judgements: Iterator[Judgement]) -> Tree:
    golden = next(judgements)
    known = {finding.rule for finding in golden.findings}
    nodes = [node.model_copy(update={"blank": next(judgements).verdict}) for node in tree.nodes]
    branches = []
    for branch in tree.branches:
        whole, at_node, at_token = islice(judgements, 3)
        found = {
            "verdict": whole.verdict,
            "findings": whole.findings,
            "at_node": at_node.verdict,
            "at_token": at_token.verdict,
            "flagged": _is_flagged(at_node, known, tree),
        }
        branches.append(branch.model_copy(update=found))
    update = {"golden_verdict": golden.verdict, "nodes": tuple(nodes), "branches": tuple(branches)}
    return tree.model_copy(update=update)


def _with_deep_verdicts(tree: Tree, judgements: Iterator[Judgement]) -> Tree:
    """What leaves a branch is flagged for what neither it nor the golden program is found to do."""
    golden, branches = {finding.rule for finding in next(judgements).findings}, []
    for branch in tree.branches:
        known = golden | {finding.rule for finding in branch.findings}
        inner = [
            one.model_copy(
                update={"verdict": it.verdict, "findings": it.findings, "flagged": _is_flagged(it, known, tree)}
            )
            for one, it in zip(branch.branches, islice(judgements, len(branch.branches)), strict=True)
        ]
        branches.append(branch.model_copy(update={"branches": tuple(inner)}))
    return tree.model_copy(update={"branches": tuple(branches)})


def _is_flagged(judgement: Judgement, known: set[str], tree: Tree) -> bool:
    """Whether a detector finds the task's weakness by a rule that is not known to fire anyway."""
    return any(finding.rule not in known and _is_own(finding, tree) for finding in judgement.findings)


def _is_own(finding: Finding, tree: Tree) -> bool:
    return bool(tree.cwe and finding.cwe and cwe.same_family(finding.cwe, tree.cwe))
