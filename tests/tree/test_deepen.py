"""A branch that branches again: where, from which tokens, and what becomes of it."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from scripted import Scripted

import tiny
from treeplay.corpus.schema import Task
from treeplay.judge.schema import Verdict
from treeplay.models.prompt import Prompter
from treeplay.tree.branches import BranchMaker
from treeplay.tree.deepen import branch_path, deepen
from treeplay.tree.export import deep_pairs_of
from treeplay.tree.grow import GrowSettings
from treeplay.tree.nodes import NodeSettings, choose_nodes
from treeplay.tree.path import GoldenPath
from treeplay.tree.sampling import Drawn, Sampling
from treeplay.tree.schema import Branch, Node, Tree
from treeplay.tree.show import draw_tree

TASK = Task(
    id="t",
    cwe="CWE-078",
    instruction="Count lines.",
    prefix="import subprocess\n\n\ndef count(path):\n",
    golden='    out = subprocess.run(["wc", path])\n    return out\n',
    vulnerable='    out = subprocess.run("wc " + path, shell=True)\n    return out\n',
)
START = 'line = "wc " + path\n    '
MISTAKE = START + "out = subprocess.run(line, shell=True)\n    return out\n"
SAFE = 'out = subprocess.run(["wc", path])\n    return out\n'
RISK = NodeSettings(policies=("risk",), max_nodes=1)


@pytest.fixture(scope="module")
def prompter() -> Prompter:
    return Prompter(tiny.tokenizer())


def a_tree(prompter: Prompter, *texts: str, verdict: Verdict = "vulnerable") -> tuple[GoldenPath, Tree]:
    """A tree of one node whose branches have given texts."""
    path = prompter.golden_path(TASK)
    nodes = choose_nodes(path, NodeSettings(policies=("diff",))).nodes
    maker = BranchMaker(path, nodes, "statement", prompter)
    branches = []
    for text in texts:
        ids = prompter.tokenizer(text, add_special_tokens=False)["input_ids"]
        branches.append(maker.sampled(0, Drawn(ids, [-0.5] * len(ids), True)).branch)
    judged = tuple(branch.model_copy(update={"verdict": verdict}) for branch in branches)
    return path, Tree(task_id="t", prompt_ids=path.prompt_ids, golden_ids=path.golden_ids, nodes=nodes, branches=judged)


def deepened(prompter: Prompter, tree: Tree, path: GoldenPath, drawer: Scripted, n: int = 2) -> Tree:
    settings = GrowSettings(n=n, sampling=Sampling(max_tokens=400))
    (found,) = deepen([tree], [path], RISK, settings, drawer, prompter, stream="s")
    return found


def test_deepen_draws_from_the_branch_at_its_own_sink(prompter: Prompter) -> None:
    path, tree = a_tree(prompter, MISTAKE)
    found = deepened(
        prompter, tree, path, Scripted(prompter, [SAFE, "out = subprocess.run(line, shell=True)  # again\n"])
    )
    (branch,) = found.branches
    (node,) = branch.nodes
    at, end = (place - tree.nodes[0].position for place in (node.position, node.end))
    assert prompter.decode(branch.ids[:at]) == START
    assert prompter.decode(branch.ids[at:end]) == "out = subprocess.run(line, shell=True)\n"
    assert (node.line, node.sampled, node.policy) == (6, 2, "risk")
    (inner,) = branch.branches  # the other went on as the branch does
    assert inner.text == "    " + START + SAFE
    assert prompter.decode(inner.ids[: inner.reject]) == 'out = subprocess.run(["wc", path])\n'


def test_deepen_asks_for_continuations_of_the_branch_s_own_tokens(prompter: Prompter) -> None:
    path, tree = a_tree(prompter, MISTAKE, "x = 1\n    " + MISTAKE)
    drawer = Scripted(prompter, [SAFE])
    found = deepened(prompter, tree, path, drawer)
    trunk = tree.prompt_ids + tree.golden_ids
    for branch, asked in zip(found.branches, drawer.trunks, strict=True):
        assert tuple(asked) == trunk[: tree.nodes[0].position] + branch.ids
    forks = [request.fork for request in drawer.requests]
    assert forks == [branch.nodes[0].position for branch in found.branches for _ in range(2)]
    assert len({request.stream for request in drawer.requests}) == 4


@pytest.mark.parametrize(
    ("text", "verdict"),
    [(MISTAKE, "unknown"), ("out = 1\n    return out\n", "vulnerable"), (SAFE, "secure")],
    ids=["the judge cannot tell", "no sink", "the sink is where it left the golden path"],
)
def test_deepen_leaves_a_branch_alone(prompter: Prompter, text: str, verdict: Verdict) -> None:
    path, tree = a_tree(prompter, text, verdict=verdict)
    assert deepened(prompter, tree, path, Scripted(prompter, [SAFE])) == tree


def test_deepen_leaves_the_vulnerable_version_alone(prompter: Prompter) -> None:
    path, tree = a_tree(prompter, MISTAKE)
    given = tuple(branch.model_copy(update={"source": "vulnerable"}) for branch in tree.branches)
    tree = tree.model_copy(update={"branches": given})
    assert deepened(prompter, tree, path, Scripted(prompter, [SAFE])) == tree


def test_branch_path_divides_the_branch_s_program_into_its_tokens(prompter: Prompter) -> None:
    path, tree = a_tree(prompter, MISTAKE.replace("out", "ä"))
    along = branch_path(path, tree.nodes[0], tree.branches[0], "b", prompter)
    assert along.code == TASK.prefix + tree.branches[0].text
    assert "".join(along.code[start:end] for start, end in along.spans) == along.code[along.spans[0][0] :]
    assert all(first[1] == second[0] for first, second in zip(along.spans, along.spans[1:], strict=False))


def taught(prompter: Prompter) -> Tree:
    """A mistake, and inside it a way back."""
    path, tree = a_tree(prompter, MISTAKE)
    found = deepened(prompter, tree, path, Scripted(prompter, [SAFE]), n=1)
    (branch,) = found.branches
    (inner,) = branch.branches
    led_back = inner.model_copy(update={"verdict": "secure", "weight": 0.0})
    return found.model_copy(update={"branches": (branch.model_copy(update={"branches": (led_back,)}),)})


def test_draw_tree_shows_what_leaves_a_branch_under_it(prompter: Prompter) -> None:
    out = io.StringIO()
    Console(file=out, width=140).print(draw_tree(taught(prompter), TASK, prompter.decode))
    lines = [line.strip() for line in out.getvalue().splitlines()]
    start = next(i for i, line in enumerate(lines) if "vulnerable" in line)
    assert lines[start + 1] == '│  line = "wc " + path'
    assert lines[start + 2].startswith("│  ╰─ CWE-078  risk: ")
    assert lines[start + 3] == "│     ┊  out = subprocess.run(line, shell=True)"
    assert lines[start + 4].startswith("│     ├─ secure  opponent ×1") and lines[start + 4].endswith("preferred")
    assert lines[start + 5] == '│     │  out = subprocess.run(["wc", path])'


def test_export_of_a_node_inside_a_branch_begins_with_the_branch(prompter: Prompter) -> None:
    tree = taught(prompter)
    (pair,) = deep_pairs_of(tree, tree.branches[0], prompter.decode, rejected="statement")
    assert pair.prompt.endswith(f"def count(path):\n    {START}")
    assert (pair.chosen, pair.rejected) == (SAFE, "out = subprocess.run(line, shell=True)\n")


def test_nodes_after_a_position_leave_room_for_those_that_count(prompter: Prompter) -> None:
    path = prompter.golden_path(
        TASK.model_copy(update={"golden": "    " + SAFE.replace("return", "eval(out)\n    return")})
    )
    first, second = choose_nodes(path, NodeSettings(policies=("risk",))).nodes
    assert choose_nodes(path, RISK, after=first.position).nodes == (second,)


def test_depth_is_written_only_where_there_is_depth() -> None:
    """A leaf is written as before: nothing of depth is in the file unless there is depth."""
    leaf = Branch(node=0, ids=(1,), text="", source="opponent", reject=1)
    deep = leaf.model_copy(update={"nodes": (Node(position=1, end=2, policy="risk"),), "branches": (leaf,)})
    assert set(leaf.model_dump(exclude_defaults=True)) == {"node", "ids", "text", "source", "reject"}
    assert Branch.model_validate_json(deep.model_dump_json(exclude_defaults=True)) == deep
