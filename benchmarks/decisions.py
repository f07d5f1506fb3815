"""What models would decide on held-out tasks: the golden statement or the vulnerable one, at the first diff node.

    python benchmarks/decisions.py --suite builtin:python:dev --model bundled --model runs/mine/rounds/1/model --json
    python benchmarks/decisions.py --model sft-0,sft-1,sft-2 --model tsp-0,tsp-1,tsp-2      # seeds of one method

Sampling few answers to few tasks says little; this reads every task's decision from two log-probabilities, in a minute.
`p_golden` is the mean of P(golden) / (P(golden) + P(vulnerable)) over tasks, with a 95 % bootstrap interval; `right` is
the share above one half; `nll` is the golden path's, a token. It is no pass rate: an answer may take a third way. Each
model is also set against the first one named, paired by task; models joined by commas are averaged task by task.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from treeplay.bench.suites import load as load_suite
from treeplay.models.forward import row_logps
from treeplay.models.load import load, load_tokenizer
from treeplay.models.prompt import Prompter
from treeplay.tree.grow import GrowSettings, Sprout, grow
from treeplay.tree.nodes import NodeSettings, choose_nodes
from treeplay.tree.pack import PackSettings, pack, plan_rows
from treeplay.tree.sampling import Drawn
from treeplay.tree.schema import Tree

Numbers = NDArray[np.float64]

MAX_TOKENS = 500
"Longer tasks are left out."
STATEMENTS = PackSettings(rejected="statement", chosen="statement")


class NoOpponent:
    """Nothing is sampled: the one branch is the vulnerable version."""

    def draw(self, *_: Any) -> list[Drawn]:
        """Never asked for anything."""
        return []


@dataclass(frozen=True)
class Decision:
    """One task."""

    golden: float
    "Log-probability of the golden statement."
    vulnerable: float
    nll: float


def trees(suite: str, model: str) -> list[Tree]:
    """One tree a task: its first diff node and the vulnerable version there."""
    prompter = Prompter(load_tokenizer(model))
    sprouts = []
    for task in load_suite(suite).tasks:
        path = prompter.golden_path(task)
        if task.vulnerable and len(path.prompt_ids) + len(path.golden_ids) <= MAX_TOKENS:
            nodes = choose_nodes(path, NodeSettings(policies=("diff",), max_nodes=1)).nodes
            sprouts.append(Sprout(path, nodes, 0, prompter.completion_ids(task, task.vulnerable)))
    grown = grow(sprouts, GrowSettings(sources=("vulnerable",)), NoOpponent(), prompter, stream="")
    return [tree for tree in grown if tree.branches]


def decide(model: str, forest: list[Tree]) -> list[Decision]:
    """Reads the decisions of a model, all trees packed."""
    loaded = load(model).model.eval()
    found = []
    with torch.no_grad():
        for part in plan_rows(forest, STATEMENTS, max_tokens=1024):
            row = pack(part, STATEMENTS)
            logps = row_logps(loaded, row).double()
            for item in row.items:
                (pair,) = item.pairs
                golden, vulnerable = (float(logps[list(each)].sum()) for each in (pair.chosen, pair.rejected))
                found.append(Decision(golden, vulnerable, float(-logps[item.golden.start : item.golden.end].mean())))
    return found


def read(models: str, forest: list[Tree]) -> tuple[Numbers, Numbers]:
    """P(golden) and the nll a token, [tasks], averaged over models that are joined by commas."""
    decided = [decide(model, forest) for model in models.split(",")]
    margins = np.array([[each.golden - each.vulnerable for each in decisions] for decisions in decided])
    nll = np.array([[each.nll for each in decisions] for decisions in decided])
    return (1 / (1 + np.exp(-np.clip(margins, -500, 500)))).mean(axis=0), nll.mean(axis=0)


def interval(values: Numbers) -> dict[str, float]:
    """The mean over tasks with a 95 % bootstrap interval."""
    draws = np.random.default_rng(0).choice(values, (10_000, len(values))).mean(axis=1)
    low, high = np.quantile(draws, (0.025, 0.975))
    found = {"value": values.mean(), "low": low, "high": high, "n": len(values)}
    return {name: round(float(value), 3) for name, value in found.items()}


def main() -> None:
    """Prints a line a model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--suite", default="builtin:python:dev", help="As for `treeplay bench generate --suite`.")
    parser.add_argument(
        "--model",
        action="append",
        required=True,
        help="bundled, folders or hub ids, joined by commas.",
    )
    parser.add_argument("--json", action="store_true", help="End with one JSON object.")
    options = parser.parse_args()
    forest = trees(options.suite, options.model[0].split(",")[0])
    found: dict[str, Any] = {}
    first: tuple[Numbers, Numbers] | None = None
    for model in options.model:
        p, nll = read(model, forest)
        first = first or (p, nll)
        found[model] = {"p_golden": interval(p), "right": round(float((p > 0.5).mean()), 3), "nll": interval(nll)}
        found[model]["difference"] = {"p_golden": interval(p - first[0]), "nll": interval(nll - first[1])}
        print(model, found[model])
    if options.json:
        print(json.dumps(found))


if __name__ == "__main__":
    main()
