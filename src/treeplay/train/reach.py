"""Which tasks a round comes to before its gradient tokens are spent: only there are branches worth drawing."""

from __future__ import annotations

from dataclasses import replace

from treeplay.config.run import RunSettings
from treeplay.train.batches import plan_batches, schedule
from treeplay.train.material import Material
from treeplay.tree.pack import PackSettings


def round_seed(settings: RunSettings, number: int) -> int:
    """The seed of a round's batches, and of the order of its steps."""
    return settings.seed + 1000 * number


def round_budget(settings: RunSettings, number: int, spent: int) -> int:
    """A round's gradient tokens, of which the rounds before `spent` theirs; 0 where passes are counted instead."""
    budget = settings.optim.token_budget
    return max(budget * number // settings.rounds - spent, 1) if budget else 0


def reached(material: Material, settings: RunSettings, number: int, spent: int = 0) -> Material:
    """The tasks that a round trains on, and some more.

    Which task is in which batch depends on how many tasks there are and on the seed, not on branches, and a tree has
    at least the tokens of its golden path; so a budget ends no later than it would without branches. A curriculum
    has to know of every task whether it is mastered.
    """
    budget = round_budget(settings, number, spent)
    if not budget or settings.curriculum:
        return material
    optim, seed = settings.optim, round_seed(settings, number)
    trees = material.bare_trees()
    batches = plan_batches(
        trees, PackSettings(), batch_items=optim.batch_items, max_row_tokens=optim.max_row_tokens, seed=seed
    )
    steps = set(schedule(batches, token_budget=budget, seed=seed))
    met = {item.task_id for index in steps for row in batches[index].rows for item in row.items}
    return replace(material, paths=tuple(path for path in material.paths if path.task.id in met))
