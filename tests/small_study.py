"""A study of seconds: the tiny model, four tasks to learn from, five to answer, two arms."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import tiny
from treeplay.corpus.schema import Task
from treeplay.files import dump_json
from treeplay.study.stages import Stage
from treeplay.train.watch import Silent

STUDY = """
question: Does self-play help a model of <two> layers?
base:
  model: {{path: {folder}/model, device: cpu}}
  adapter: {{rank: 2}}
  corpus: {{source: {folder}/train.jsonl}}
  warm_start: {{epochs: 1}}
  branches: {{max_tokens: 12}}
  optim: {{batch_items: 2}}
  bench: {{n: 2, max_tokens: 12}}
budget: {{arm: tsp, epochs: 1}}
seeds: [0, 1]
main: tsp
pairs: {{again: [[tsp], [sft]], both: [[tsp, sft], [sft]]}}
suites:
- {{suite: {folder}/test.jsonl, name: heldout}}
- {{suite: {folder}/test.jsonl, name: unseen, cwes: unseen, n: 1}}
arms:
  sft: {{method: sft}}
  tsp: {{method: tsp, rounds: 2, judge: {{policy: distinct}}, branches: {{n: 2}}}}
"""


def a_task(number: int, split: str, cwe: str = "CWE-078") -> Task:
    """A task that the tiny model can only fail, and that its judge can judge."""
    return Task(
        id=f"{split}{number}",
        cwe=cwe,
        family=f"{split}{number}",
        split=split,  # type: ignore[arg-type]
        instruction=f"List folder {number}.",
        prefix=f"import subprocess\n\n\ndef ls{number}(path):\n",
        golden='    return subprocess.run(["ls", path])\n',
        vulnerable='    return subprocess.run("ls " + path, shell=True)\n',
        functional_test=f"import program\nassert callable(program.ls{number})\n",
        security_test="import program\n",
    )


def write(folder: Path) -> Path:
    """Model, tasks and `tiny.yaml` in a folder, which is returned."""
    tasks = {
        "train": [a_task(number, "train") for number in range(4)],
        "test": [a_task(number, "test", "CWE-078" if number < 3 else "CWE-022") for number in range(5)],
    }
    for split, own in tasks.items():
        lines = [dump_json(task.model_dump(mode="json")) + "\n" for task in own]
        (folder / f"{split}.jsonl").write_text("".join(lines))
    tiny.save(folder / "model")
    (folder / "tiny.yaml").write_text(STUDY.format(folder=folder))
    return folder


class Quiet:
    """A `treeplay.study.run.Screen` that shows nothing."""

    watcher = Silent()

    def stage(self, number: int, all_of_them: int, stage: Stage, left: Collection[str]) -> None:
        """See `Screen`."""

    def waiting(self, stages: int) -> None:
        """See `Screen`."""

    def bar(self, description: str, total: int, done: int) -> AbstractContextManager[Callable[[int], None]]:
        """See `Screen`."""
        return nullcontext(lambda count: None)
