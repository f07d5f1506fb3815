"""Growing with a scripted opponent: what becomes of the text it writes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from scripted import Scripted

import tiny
from treeplay.corpus.schema import Task
from treeplay.judge.policy import JudgePolicy
from treeplay.judge.schema import Verdict
from treeplay.models.prompt import Prompter
from treeplay.tree.branches import blank, golden_changed, graft
from treeplay.tree.grow import GrowSettings, Sprout, grow
from treeplay.tree.nodes import NodeSettings, choose_nodes
from treeplay.tree.pack import PackSettings, pack, rejected_start
from treeplay.tree.sampling import Sampling
from treeplay.tree.schema import Node, Tree
from treeplay.tree.weigh import weigh

TASK = Task(
    id="t",
    cwe="CWE-078",
    instruction="Count lines.",
    prefix="import subprocess\n\n\ndef count(path):\n",
    golden='    out = subprocess.run(["wc", path])\n    return out\n',
    vulnerable='    out = subprocess.run("wc " + path, shell=True)\n    return out\n',
)


@pytest.fixture(scope="module")
def prompter() -> Prompter:
    return Prompter(tiny.tokenizer())


def grown(prompter: Prompter, texts: Sequence[str], sources: tuple[str, ...] = ("opponent",)) -> Tree:
    path = prompter.golden_path(TASK)
    nodes = choose_nodes(path, NodeSettings(policies=("diff",))).nodes
    ids = prompter.completion_ids(TASK, TASK.vulnerable or "")
    settings = GrowSettings(sources=sources, n=len(texts), sampling=Sampling(max_tokens=400))  # type: ignore[arg-type]
    (tree,) = grow([Sprout(path, nodes, 0, ids)], settings, Scripted(prompter, texts), prompter, stream="s")
    return tree


def test_grow_rejects_the_statement_and_keeps_the_whole_program(prompter: Prompter) -> None:
    bad = 'out = subprocess.run("wc " + path, shell=True)\n'
    tree = grown(prompter, [bad + "    return out\n"])
    (branch,) = tree.branches
    assert prompter.decode(branch.ids[: branch.reject]) == bad
    assert branch.text == "    " + bad + "    return out\n"
    assert tree.nodes[0].line == 5


def test_grow_drops_the_golden_statement_whatever_follows_it(prompter: Prompter) -> None:
    tree = grown(prompter, ['out = subprocess.run( ["wc", path] )  # count\n    print(out)\n', "out = 1\n"])
    assert (tree.same_as_golden, len(tree.branches)) == (1, 1)


def test_grow_counts_programs_that_are_the_same_but_for_layout(prompter: Prompter) -> None:
    tree = grown(prompter, ["out = 1\n    return out\n", "out  =  1\n\n    return out  # done\n", "out = 2\n"])
    assert [branch.count for branch in tree.branches] == [2, 1]


def test_grow_stops_at_the_end_of_the_function(prompter: Prompter) -> None:
    (branch,) = grown(prompter, ["return 1\n\n\ndef main():\n    pass\n"]).branches
    assert branch.text == "    return 1\n"
    assert branch.finished
    assert prompter.decode(branch.ids).rstrip() == "return 1"


def test_grow_puts_the_vulnerable_version_at_the_diff_node(prompter: Prompter) -> None:
    tree = grown(prompter, ["out = 1\n"], ("vulnerable",))
    (branch,) = tree.branches
    node = tree.nodes[branch.node]
    before = (tree.prompt_ids + tree.golden_ids)[: node.position]
    code = prompter.decode(before[len(tree.prompt_ids) :] + branch.ids)
    assert branch.source == "vulnerable"
    assert code.removeprefix("\n").removesuffix("```") == TASK.vulnerable
    assert prompter.decode(branch.ids[: branch.reject]) == 'out = subprocess.run("wc " + path, shell=True)\n'


def test_a_branch_that_begins_as_a_later_golden_statement_does_comes_early(prompter: Prompter) -> None:
    tree = grown(prompter, ["return out\n", "return None\n", "out = 1\n", "if path:\n        return out\n"])
    assert [branch.early for branch in tree.branches] == [True, True, False, False]


def test_what_comes_early_weighs_what_the_policy_says(prompter: Prompter) -> None:
    tree = grown(prompter, ["return out\n", "out = 1\n"])
    told = tuple(branch.model_copy(update={"verdict": "vulnerable"}) for branch in tree.branches)
    for early in (0.0, 0.5, 1.0):
        policy = JudgePolicy(early=early)
        weighed = weigh(tree.model_copy(update={"branches": told}), policy, rejected="token")
        assert [branch.weight for branch in weighed.branches] == [early, 1.0]


def test_graft_replaces_only_the_node_s_statement(prompter: Prompter) -> None:
    tree = grown(prompter, ["out = 7\n    raise SystemExit\n"])
    path = prompter.golden_path(TASK)
    assert graft(path, tree.nodes[0], tree.branches[0], "statement", prompter) == "    out = 7\n    return out\n"


def test_golden_changed_marks_the_tokens_of_the_difference(prompter: Prompter) -> None:
    path = prompter.golden_path(TASK)
    text = "".join(
        prompter.decode([token]) for token, flag in zip(path.golden_ids, golden_changed(path), strict=True) if flag
    )
    assert "[" in text and "]" in text
    assert "return" not in text


def test_weigh_gives_equal_starts_the_mean_of_their_verdicts(prompter: Prompter) -> None:
    start = 'out = subprocess.run("wc " + path, shell=True)\n'
    tree = grown(prompter, [start + "    return out\n", start + "    return None\n", "out = 1\n"])
    verdicts = ("broken", "vulnerable", "secure")
    judged = tuple(b.model_copy(update={"verdict": v}) for b, v in zip(tree.branches, verdicts, strict=True))
    weighed = weigh(tree.model_copy(update={"branches": judged}), JudgePolicy(), rejected="statement")
    # Two samples start alike, one of them ends vulnerable: weight 1/2 for both, carried by that one (count 1).
    assert [branch.weight for branch in weighed.branches] == [0.0, 1.0, 0.0]
    whole = weigh(tree.model_copy(update={"branches": judged}), JudgePolicy(), rejected="full")
    assert [branch.weight for branch in whole.branches] == [0.0, 1.0, 0.0]


def test_decision_at_the_node_outranks_the_whole_program(prompter: Prompter) -> None:
    (branch,) = grown(prompter, ["out = 1\n"]).branches
    blamed = branch.model_copy(update={"verdict": "broken", "at_node": "vulnerable"})
    innocent = branch.model_copy(update={"verdict": "vulnerable", "at_node": "secure"})
    undecided = branch.model_copy(update={"verdict": "vulnerable", "at_node": "broken"})
    assert [b.decision for b in (blamed, innocent, undecided)] == ["vulnerable", "secure", "vulnerable"]


def test_merged_branches_weigh_no_more_than_their_samples(prompter: Prompter) -> None:
    start = 'out = subprocess.run("wc " + path, shell=True)\n'
    tree = grown(prompter, [start + "    return out\n", start + "    return str(out)\n", "out = eval(path)\n"])
    judged = tuple(branch.model_copy(update={"verdict": "vulnerable"}) for branch in tree.branches)
    weighed = weigh(tree.model_copy(update={"branches": judged}), JudgePolicy(), rejected="statement")
    (item,) = pack([weighed], PackSettings()).items
    # Three samples, two of which start alike: two pairs, of 2/3 and 1/3 of the item.
    assert [pair.weight for pair in item.pairs] == pytest.approx([2 / 3, 1 / 3])


def test_a_token_is_rejected_as_often_as_what_begins_with_it_ends_vulnerable(prompter: Prompter) -> None:
    """Statements that differ later share the token of parting: one secure, two vulnerable, one of them authored."""
    tree = grown(prompter, ["out = eval(path)\n", "out = exec(path)\n", "import os\n"])
    verdicts = ("vulnerable", "secure", "broken")
    judged = [b.model_copy(update={"verdict": v}) for b, v in zip(tree.branches, verdicts, strict=True)]
    offline = judged[0].model_copy(update={"source": "vulnerable"})
    tree = tree.model_copy(update={"branches": (*judged, offline)})
    parted = {rejected_start(tree, branch, "token") for branch in tree.branches}
    assert len(parted) == 2, "the first two and the authored one leave the golden path at one token"
    weighed = weigh(tree, JudgePolicy(), rejected="token")
    assert [branch.weight for branch in weighed.branches] == [2.0, 0.0, 0.0, 0.0], "2/3 of three samples"
    (item,) = pack([weighed], PackSettings(rejected="token", chosen="token")).items
    assert [pair.weight for pair in item.pairs] == pytest.approx([2 / 3])
    apart = weigh(tree, JudgePolicy(), rejected="statement")
    assert [branch.weight for branch in apart.branches] == [1.0, 0.0, 0.0, 1.0]


def test_value_weighs_a_node_by_the_rejected_share_of_what_was_drawn_there(prompter: Prompter) -> None:
    tree = grown(prompter, ["out = eval(path)\n", "out = 2\n", TASK.golden.strip() + "\n", "out = 3\n"])
    verdicts = ("vulnerable", "secure", "broken")
    judged = tuple(b.model_copy(update={"verdict": v}) for b, v in zip(tree.branches, verdicts, strict=True))
    offline = judged[0].model_copy(update={"source": "vulnerable"})
    weighed = weigh(
        tree.model_copy(update={"branches": (*judged, offline)}), JudgePolicy(value=True), rejected="statement"
    )
    # Four were drawn, one stayed on the golden path, one is vulnerable: the secure probability falls by 1/4.
    assert weighed.nodes[0].sampled == 4
    assert [branch.weight for branch in weighed.branches] == [0.25, 0.0, 0.0, 0.25]


@pytest.mark.parametrize(
    ("language", "golden", "expected"),
    [
        ("python", "    if not ok(x):\n        raise Bad\n    return x\n", "    pass\n    return x\n"),
        ("javascript", "  check(x);\n  return x;\n}\n", "  ;\n  return x;\n}\n"),
    ],
)
def test_blank_leaves_an_empty_statement(prompter: Prompter, language: str, golden: str, expected: str) -> None:
    prefix = {"python": "def f(x):\n", "javascript": "function f(x) {\n"}[language]
    path = prompter.golden_path(Task(id="t", language=language, instruction="Do.", prefix=prefix, golden=golden))
    place = path.position_of(len(prefix) + 2 + 2 * (language == "python"))
    assert place is not None
    assert blank(path, Node(position=place, end=place + 1, policy="diff"), "statement") == expected


@pytest.mark.parametrize(
    ("verdict", "at_node", "at_token", "without", "expected"),
    [
        ("vulnerable", "vulnerable", "vulnerable", "broken", 1.0),
        ("vulnerable", "broken", "secure", "broken", 0.25),  # only a name differs where it parts
        ("broken", "vulnerable", "broken", "broken", 1.0),  # its own statement is to blame
        ("broken", "vulnerable", "broken", "vulnerable", 0.25),  # any statement would be
        ("vulnerable", "vulnerable", "broken", "vulnerable", 1.0),  # but the program leaves the check out
        ("vulnerable", "broken", "unknown", "unknown", 1.0),
    ],
)
def test_what_goes_wrong_elsewhere_weighs_what_the_policy_says(
    prompter: Prompter, verdict: Verdict, at_node: Verdict, at_token: Verdict, without: Verdict, expected: float
) -> None:
    tree = grown(prompter, ["out = 1\n"])
    update = {"verdict": verdict, "at_node": at_node, "at_token": at_token}
    branches = tuple(branch.model_copy(update=update) for branch in tree.branches)
    nodes = tuple(node.model_copy(update={"blank": without}) for node in tree.nodes)
    told = tree.model_copy(update={"nodes": nodes, "branches": branches})
    assert [branch.weight for branch in weigh(told, JudgePolicy(elsewhere=0.25), rejected="token").branches] == [
        expected
    ]
    assert [branch.weight for branch in weigh(told, JudgePolicy(), rejected="token").branches] == [1.0]
