"""Which branches are flagged: by rules that fire on what they wrote, and not on what was there anyway."""

from __future__ import annotations

from treeplay.judge.schema import Finding, Judgement, Verdict
from treeplay.train.forest import _with_deep_verdicts, _with_verdicts
from treeplay.tree.schema import Branch, Node, Tree


def a_tree(*inner: str, outer: tuple[Finding, ...] = ()) -> Tree:
    leaves = tuple(Branch(node=0, ids=(5,), text=text, source="opponent", reject=1) for text in inner)
    node = Node(position=4, end=5, policy="risk")
    branch = Branch(
        node=0, ids=(3, 4), text="", source="opponent", reject=1, findings=outer, nodes=(node,), branches=leaves
    )
    root = Node(position=2, end=3, policy="diff")
    return Tree(task_id="t", cwe="CWE-078", prompt_ids=(1,), golden_ids=(2, 3), nodes=(root,), branches=(branch,))


def judged(*rules: str, cwe: str = "CWE-078") -> Judgement:
    findings = tuple(Finding(detector="rules", rule=rule, cwe=cwe) for rule in rules)
    return Judgement(verdict="broken", parsed=True, findings=findings)


def test_a_branch_is_flagged_by_what_the_golden_program_is_not_found_to_do() -> None:
    for at_node, expected in (
        (judged("known"), False),
        (judged("known", "shell"), True),
        (judged("sql", cwe="CWE-089"), False),
    ):
        blank, whole, at_token = judged("shell"), judged(), judged("shell")
        tree = _with_verdicts(a_tree(), iter([judged("known"), blank, whole, at_node, at_token]))
        assert tree.branches[0].flagged is expected


def test_each_verdict_is_put_where_it_belongs() -> None:
    said: list[Verdict] = ["secure", "broken", "vulnerable", "unknown", "secure"]
    tree = _with_verdicts(a_tree(), iter(Judgement(verdict=one, parsed=True) for one in said))
    (branch,), (node,) = tree.branches, tree.nodes
    assert [tree.golden_verdict, node.blank, branch.verdict, branch.at_node, branch.at_token] == said


def test_what_leaves_a_branch_is_flagged_by_neither_the_golden_program_s_rules_nor_the_branch_s() -> None:
    outer = judged("outer").findings
    answers = iter([judged("known"), judged("known", "outer"), judged("outer", "shell")])
    tree = _with_deep_verdicts(a_tree("first", "second", outer=outer), answers)
    assert [leaf.flagged for leaf in tree.branches[0].branches] == [False, True]
