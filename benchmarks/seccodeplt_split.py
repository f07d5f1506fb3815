"""Divides SecCodePLT for experiments with a small model: what to train on, what to choose settings on, what to report.

    python benchmarks/seccodeplt_split.py --data DIR/seccodeplt --out splits

writes `train.jsonl` (at most 4 tasks of a family, prompt and either version in 400 tokens of the bundled model),
`choose.jsonl` and `report.jsonl` (halves of the dev split, by family). A task is taken only if running it shows that
its golden version is secure and its vulnerable one is not. The same data give the same files. The last line is one JSON
object of counts.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from treeplay import corpus
from treeplay.corpus.schema import Split, Task
from treeplay.files import cache_folder, write_whole
from treeplay.judge.judge import Judge, Program
from treeplay.models.load import load_tokenizer
from treeplay.models.prompt import Prompter

PER_FAMILY = 4
MAX_TOKENS = 400


def proven(tasks: Sequence[Task]) -> list[Task]:
    """The tasks whose two versions get the verdicts they should."""
    with Judge(cache=cache_folder() / "judgements.sqlite") as judge:
        golden = judge.judge([Program(task, task.golden) for task in tasks])
        vulnerable = judge.judge([Program(task, task.vulnerable or "") for task in tasks])
    found = zip(tasks, golden, vulnerable, strict=True)
    return [task for task, good, bad in found if (good.verdict, bad.verdict) == ("secure", "vulnerable")]


def is_short(task: Task, prompter: Prompter) -> bool:
    """Whether prompt and either version fit."""
    path = prompter.golden_path(task)
    longest = max(len(path.golden_ids), len(prompter.completion_ids(task, task.vulnerable or "")))
    return len(path.prompt_ids) + longest <= MAX_TOKENS


def some_of_each_family(tasks: Sequence[Task]) -> list[Task]:
    """At most `PER_FAMILY` of a family, in a shuffled order that is always the same."""
    order = list(tasks)
    random.Random(1).shuffle(order)
    taken: Counter[str] = Counter()
    picked = []
    for task in order:
        if taken[task.family] < PER_FAMILY:
            taken[task.family] += 1
            picked.append(task)
    return picked


def halves(tasks: Sequence[Task]) -> tuple[list[Task], list[Task]]:
    """Two parts that share no family."""
    families = sorted({task.family for task in tasks})
    random.Random(0).shuffle(families)
    first = set(families[::2])
    return [t for t in tasks if t.family in first], [t for t in tasks if t.family not in first]


def write(tasks: Sequence[Task], path: Path, split: Split) -> int:
    """Writes tasks as one split; returns how many."""
    lines = (task.model_copy(update={"split": split}).model_dump_json() + "\n" for task in tasks)
    write_whole(path, "".join(lines))
    return len(tasks)


def main() -> None:
    """Reads, proves, divides, writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="The folder of SecCodePLT.")
    parser.add_argument("--out", type=Path, required=True, help="Where the three files go.")
    options = parser.parse_args()
    prompter = Prompter(load_tokenizer("bundled"))
    whole = {split: proven(corpus.load(f"seccodeplt:{options.data}", split=split)) for split in ("train", "dev")}
    train = some_of_each_family([task for task in whole["train"] if is_short(task, prompter)])
    choose, report = halves(whole["dev"])
    counts = {
        "train": write(train, options.out / "train.jsonl", "train"),
        "choose": write(choose, options.out / "choose.jsonl", "test"),
        "report": write(report, options.out / "report.jsonl", "test"),
    }
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
