"""The page shows what models, corpora and users wrote, and nothing of it becomes markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from treeplay.bench.compare import compare
from treeplay.bench.metrics import Scored
from treeplay.corpus.schema import Task
from treeplay.judge.schema import Judgement, Verdict
from treeplay.report.gather import Answer, Contrast, RunRecord, ShownTree, SuiteRecord, arm_order
from treeplay.report.page import render
from treeplay.train.forest import Forest
from treeplay.tree.schema import Branch, Node, Tree

ATTACK = """</pre></td></style></title><script>alert(1)</script><img src=x onerror="alert(2)">'"{{7*7}}<svg/onload=alert(3)>"""
ELEMENTS_WITH_CODE = {"script", "iframe", "object", "embed", "link", "base", "form", "img"}


class Elements(HTMLParser):
    """Every element of a page, with its attributes, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def scored(task: Task, verdict: Verdict) -> Scored:
    judgement = Judgement(verdict=verdict, parsed=True, functional=True, secure=verdict == "secure", reason=ATTACK)
    return Scored(
        task_id=task.id,
        index=0,
        language="python",
        cwe=task.cwe,
        has_functional_test=True,
        has_security_test=True,
        tokens=3,
        finished=True,
        repetition=0.0,
        key="k",
        judgement=judgement,
    )


@pytest.fixture
def page() -> str:
    task = Task(id=ATTACK, cwe="CWE-079", instruction=ATTACK, prefix=ATTACK + "\n", golden=ATTACK, vulnerable=ATTACK)
    models = {ATTACK: [scored(task, "vulnerable")], "tsp": [scored(task, "secure")]}
    comparison = compare(ATTACK, models, baseline=ATTACK)
    suite = SuiteRecord(
        name=ATTACK,
        models=tuple(models),
        comparison=comparison,
        paired={ATTACK: comparison},
        by_cwe={ATTACK: {ATTACK: {"func_sec@1": {"value": 1.0, "low": 1.0, "high": 1.0, "n": 1}}}},
        contrasts=(Contrast(task, (Answer(ATTACK, ATTACK, "vulnerable", ATTACK),), is_gain=True),),
    )
    branch = Branch(node=0, ids=(1,), logps=(-1.0,), text=ATTACK, source="opponent", reject=1)
    tree = Tree(
        task_id=ATTACK,
        prompt_ids=(1,),
        golden_ids=(2,),
        nodes=(Node(position=1, end=2, line=1, policy=ATTACK, reason=ATTACK),),
        branches=(branch,),
    )
    settings = {"loss": {"name": ATTACK}, "corpus": {"source": ATTACK}, "model": {"path": ATTACK}, "seed": 0}
    manifest = {"settings": settings, "device": ATTACK, "corpus": {"tasks": 1}}
    steps = [{"kind": "step", "phase": ATTACK, "step": i, "loss": 1.0 / (i + 1)} for i in range(3)]
    record = RunRecord(ATTACK, manifest, steps, [], [], (suite,), (ShownTree(tree, task, 1),))
    return render(record)


def test_report_of_hostile_samples_holds_no_element_or_handler_of_theirs(page: str) -> None:
    elements = Elements(page)
    assert not {tag for tag, _ in elements.found} & ELEMENTS_WITH_CODE
    handlers = [
        name for _, attributes in elements.found for name in attributes if name.startswith("on") and name != "open"
    ]
    assert not handlers
    assert elements.text.count("<script>alert(1)</script>") >= 10, "the attack is shown as text wherever it stood"


def test_report_of_hostile_samples_runs_no_template_of_theirs(page: str) -> None:
    assert "{{7*7}}" in Elements(page).text


def test_report_forbids_every_source_before_anything_else(page: str) -> None:
    elements = Elements(page).found
    policy = next(attributes["content"] for tag, attributes in elements if "http-equiv" in attributes)
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy
    names = [tag for tag, _ in elements]
    assert names.index("meta") < names.index("style")


def test_report_draws_a_tree_with_a_knot_a_node_and_a_twig_a_branch(page: str) -> None:
    classes = [attributes.get("class") for _, attributes in Elements(page).found]
    assert classes.count("knot") == 1
    assert classes.count("twig unknown") == 1


def test_report_shows_code_without_white_space_of_its_own(page: str) -> None:
    """Only what holds code keeps white space; the elements around it would show the template's line breaks."""
    rules = re.findall(r"([^{}]+){[^{}]*white-space: pre-wrap", page)
    assert [rule.strip() for rule in rules] == ["pre, .row > span"]


def test_report_of_a_folder_without_a_run_says_so(tmp_path: Path) -> None:
    from treeplay.errors import RunError
    from treeplay.report.page import write_report

    with pytest.raises(RunError, match="holds no run"):
        write_report(tmp_path)


def test_report_counts_what_is_not_to_blame_and_shows_runs_that_did_not_count_it() -> None:
    manifest = {"settings": {"loss": {"name": "tsp"}, "corpus": {"source": "c"}, "model": {"path": "m"}, "seed": 0}}
    manifest |= {"device": "cpu", "corpus": {"tasks": 1}}
    now = {**Forest(()).summary(), "phase": "round 1", "early": 3, "elsewhere": 2}
    before = {name: value for name, value in now.items() if name not in ("early", "elsewhere")}
    texts = [" ".join(Elements(render(RunRecord("r", manifest, [], [row], []))).text.split()) for row in (now, before)]
    assert "3 vulnerable ones begin as a later golden statement does" in texts[0]
    assert "2 vulnerable ones go wrong elsewhere" in texts[0]
    assert "vulnerable ones" not in texts[1]


@pytest.mark.parametrize("hardened", ["dpo", "safecoder", "spin", "tsp"])
def test_the_hardened_model_comes_last_whatever_it_is_called(hardened: str) -> None:
    assert sorted([hardened, "start", "sft", "base"], key=arm_order) == ["base", "start", "sft", hardened]
