"""Which tasks a budget of gradient tokens reaches, told before a branch is drawn."""

from __future__ import annotations

import random

import pytest

import small_study
from treeplay.config.load import load_settings
from treeplay.config.run import CorpusSettings, RunSettings
from treeplay.train.batches import plan_batches, schedule
from treeplay.train.material import Material, prepare
from treeplay.train.reach import reached, round_budget, round_seed
from treeplay.tree.pack import PackSettings
from treeplay.tree.schema import Branch, Node, Tree


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    place = small_study.write(tmp_path_factory.mktemp("reach"))
    return prepare(CorpusSettings(source=f"{place}/train.jsonl"), f"{place}/model", 0)


def settings(*changes: str) -> RunSettings:
    return load_settings("default", ["optim.batch_items=2", *changes])


def with_branches(tree: Tree, numbers: random.Random) -> Tree:
    place = len(tree.prompt_ids)
    node = Node(position=place, end=place + 1, policy="diff")
    ids = [(numbers.randrange(3, 200),) * numbers.randrange(1, 40) for _ in range(numbers.randrange(4))]
    branches = [Branch(node=0, ids=own, text="", source="opponent", reject=len(own)) for own in ids]
    return tree.model_copy(update={"nodes": (node,), "branches": tuple(branches)})


def test_what_is_trained_on_is_among_what_is_reached_whatever_the_branches_are(material: Material) -> None:
    size = sum(len(path.prompt_ids) + len(path.golden_ids) for path in material.paths)
    for seed in range(40):
        numbers = random.Random(seed)
        own = settings(f"seed={seed}", f"optim.token_budget={numbers.randrange(1, 2 * size)}")
        trees = [with_branches(tree, numbers) for tree in material.bare_trees()]
        batches = plan_batches(trees, PackSettings("full"), batch_items=2, max_row_tokens=1024, seed=round_seed(own, 1))
        steps = schedule(batches, token_budget=round_budget(own, 1, 0), seed=round_seed(own, 1))
        trained = {item.task_id for index in steps for row in batches[index].rows for item in row.items}
        assert trained <= {path.task.id for path in reached(material, own, 1).paths}


def test_a_small_budget_reaches_few_tasks_in_the_order_of_the_corpus(material: Material) -> None:
    few = reached(material, settings("optim.token_budget=1"), 1).paths
    assert len(few) in (2, 3)
    assert [path for path in material.paths if path in few] == list(few)


@pytest.mark.parametrize("changes", [[], ["optim.token_budget=1", "curriculum=true"], ["optim.token_budget=1000000"]])
def test_passes_a_curriculum_and_a_large_budget_reach_all(material: Material, changes: list[str]) -> None:
    assert reached(material, settings(*changes), 1).paths == material.paths


def test_rounds_share_a_budget() -> None:
    own = settings("rounds=2", "optim.token_budget=1000")
    assert [round_budget(own, 1, 0), round_budget(own, 2, 540), round_budget(own, 2, 2000)] == [500, 460, 1]
    assert round_budget(settings(), 1, 0) == 0
