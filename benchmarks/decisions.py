"""What models would decide on held-out tasks: the golden statement or the vulnerable one, at the first diff node.

    python benchmarks/decisions.py --suite builtin:python:dev --model bundled --model runs/mine/rounds/1/model --json

Sampling few answers to few tasks says little; this reads every task's decision from two log-probabilities, in a minute.
`p_golden` is the mean of P(golden) / (P(golden) + P(vulnerable)) over tasks, with a 95 % bootstrap interval; `right` is
the share above one half; `nll` is the golden path's, a token. It is no pass rate: an answer may take a third way.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from treeplay.bench.suites import load as load_suite
from treeplay.models.forward import row_logps
from treeplay.models.load import load, load_tokenizer
from treeplay.models.prompt import Prompter
from treeplay.tree.grow import GrowSettings, Sprout, grow
from treeplay.tree.nodes import NodeSettings, choose_nodes
from treeplay.tree.pack import PackSettings, pack, plan_rows
from treeplay.tree.sampling import Drawn
from treeplay.tree.schema import Tree

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


def summary(decisions: list[Decision]) -> dict[str, Any]:
    """Means over tasks."""
    margins = np.array([each.golden - each.vulnerable for each in decisions])
    p = 1 / (1 + np.exp(-np.clip(margins, -500, 500)))
    draws = np.random.default_rng(0).choice(p, (2000, len(p))).mean(axis=1)
    low, high = np.quantile(draws, (0.025, 0.975))
    golden = {"value": p.mean(), "low": low, "high": high, "n": len(p)}
    return {
        "p_golden": {name: round(float(value), 3) for name, value in golden.items()},
        "right": round(float((margins > 0).mean()), 3),
        "nll": round(float(np.mean([each.nll for each in decisions])), 3),
    }


def main() -> None:
    """Prints a line a model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--suite", default="builtin:python:dev", help="As for `treeplay bench generate --suite`.")
    parser.add_argument("--model", action="append", required=True, help="bundled, a folder or a hub id; may repeat.")
    parser.add_argument("--json", action="store_true", help="End with one JSON object.")
    options = parser.parse_args()
    forest = trees(options.suite, options.model[0])
    found = {}
    for model in options.model:
        found[model] = summary(decide(model, forest))
        print(model, found[model])
    if options.json:
        print(json.dumps(found))


if __name__ == "__main__":
    main()
