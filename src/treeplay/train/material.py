"""What a run learns from: the tasks of its corpus as golden paths in its model's tokens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from treeplay import corpus, cwe
from treeplay.config.run import CorpusSettings, RunSettings
from treeplay.corpus.folds import deal, family_of, few_of_each
from treeplay.corpus.schema import Task
from treeplay.errors import DataError, ModelError
from treeplay.models.load import load_tokenizer
from treeplay.models.prompt import Prompter
from treeplay.syntax import has_grammar
from treeplay.tree.branches import golden_changed
from treeplay.tree.path import GoldenPath
from treeplay.tree.schema import Tree


@dataclass(frozen=True)
class Material:
    """Golden paths in a fixed order."""

    paths: tuple[GoldenPath, ...]
    prompter: Prompter
    dropped: dict[str, int]
    "How many tasks were left out, by reason."

    @property
    def tasks(self) -> list[Task]:
        """The tasks of the paths."""
        return [path.task for path in self.paths]

    def divided(self, share: float) -> tuple[Material, Material]:
        """What the warm start learns from, and what self-play meets; see `divide`."""
        learned, unseen = divide(self.paths, share)
        return replace(self, paths=tuple(learned)), replace(self, paths=tuple(unseen))

    def vulnerable(self) -> Material:
        """The vulnerable versions as paths to learn from; tasks without one are left out.

        Raises:
            DataError: no task has one.
        """
        pairs = [(path.task, path.task.vulnerable) for path in self.paths]
        swapped = [task.model_copy(update={"golden": code, "vulnerable": task.golden}) for task, code in pairs if code]
        if not swapped:
            raise DataError("warm_start.learn=vulnerable: no task of the corpus has a vulnerable version; learn golden")
        return replace(self, paths=tuple(self.prompter.golden_path(task) for task in swapped))

    def bare_trees(self) -> list[Tree]:
        """Trees without branches: what SFT learns from."""
        return [
            Tree(
                task_id=path.task.id,
                cwe=path.task.cwe,
                language=path.task.language,
                prompt_ids=path.prompt_ids,
                golden_ids=path.golden_ids,
                golden_changed=golden_changed(path),
            )
            for path in self.paths
        ]


def divide(paths: Sequence[GoldenPath], share: float) -> tuple[list[GoldenPath], list[GoldenPath]]:
    """Whole families until a share of the tasks is reached, and the others; at a share of 1 both are everything.

    An opponent repeats by heart what it was trained on: of its branches on such tasks, most equal the golden path.

    Raises:
        DataError: a share below 1 leaves one side without a task.
    """
    if share == 1:
        return list(paths), list(paths)
    families: dict[str, list[GoldenPath]] = {}
    for path in paths:
        families.setdefault(family_of(path.task), []).append(path)
    learned: list[GoldenPath] = []
    unseen: list[GoldenPath] = []
    for members in families.values():
        (learned if len(learned) + len(members) <= share * len(paths) else unseen).extend(members)
    if not learned or not unseen:
        raise DataError(
            f"warm_start.share={share:g} cannot divide {len(paths)} tasks of {len(families)} families: one side would "
            "be empty; choose a share nearer to one half, or 1"
        )
    return learned, unseen


def left_out(task: Task, settings: CorpusSettings) -> str | None:
    """Why a task of the corpus is not learned from, or none."""
    if settings.languages and task.language not in settings.languages:
        return "language"
    if task.cwe and any(cwe.same_family(task.cwe, other) for other in settings.without_cwes):
        return "a weakness that is left out"
    if not has_grammar(task.language):
        return "a language without a grammar"
    return None if task.golden.strip() else "no golden completion"


def _named(settings: CorpusSettings) -> str:
    """A corpus as errors name it."""
    return f"{settings.source}, split {settings.split}" if settings.split else settings.source


def learnable(settings: CorpusSettings) -> list[Task]:
    """The tasks that a run may learn from, before their length and number are limited."""
    return [task for task in _kept(settings) if left_out(task, settings) is None]


def _kept(settings: CorpusSettings) -> list[Task]:
    """The tasks of a corpus, without the fold that is left out, of as many families of a weakness as may be."""
    tasks = corpus.load(settings.source, split=settings.split)
    if settings.without_fold is not None:
        fold, folds = settings.without_fold
        dealt = deal(tasks, folds)
        tasks = [task for task in tasks if dealt[family_of(task)] != fold]
    return few_of_each(tasks, settings.max_families) if settings.max_families else tasks


def in_left_out_fold(tasks: Sequence[Task], settings: CorpusSettings) -> list[Task]:
    """The tasks of the fold that a corpus leaves out; all where it leaves none out.

    Raises:
        DataError: one of them is of a family that the corpus does not hold, and so in no fold; or the fold has none.
    """
    if settings.without_fold is None:
        return list(tasks)
    fold, folds = settings.without_fold
    dealt = deal(corpus.load(settings.source, split=settings.split), folds)
    if strange := [task.id for task in tasks if family_of(task) not in dealt]:
        raise DataError(
            f"folds are made of {_named(settings)}, which lacks the families of {len(strange)} tasks that are asked, "
            f"{strange[0]} first; ask about tasks of the corpus, or take corpus.split=null"
        )
    found = [task for task in tasks if dealt[family_of(task)] == fold]
    if not found:
        raise DataError(f"fold {fold} of {folds} holds none of the {len(tasks)} tasks that are asked; take fewer folds")
    return found


def taught(settings: RunSettings) -> list[Task]:
    """The tasks that a run may learn from, those of its warm start among them: what no suite should hold."""
    own, warm = settings.corpus, settings.warm_start.corpus
    found = learnable(own) + (learnable(warm) if warm and settings.warm_start.epochs else [])
    return list({task.id: task for task in found}.values())


def tokenised(task: Task, prompter: Prompter) -> GoldenPath | None:
    """A task's golden path, or none where the model's tokenizer has a token across the end of the prompt.

    The vulnerable version has to follow the prompt too: it may be a branch, or what a warm start learns.
    """
    try:
        if task.vulnerable:
            prompter.completion_ids(task, task.vulnerable)
        return prompter.golden_path(task)
    except ModelError:
        return None


def prepare(settings: CorpusSettings, model: str, seed: int) -> Material:
    """Loads a corpus and turns its tasks into golden paths.

    Raises:
        DataError: no task is left.
    """
    prompter = Prompter(load_tokenizer(model))
    dropped: Counter[str] = Counter()
    tasks = _kept(settings)
    order = np.random.Generator(np.random.Philox(key=seed)).permutation(len(tasks))
    paths: list[GoldenPath] = []
    for task in (tasks[i] for i in order):
        if settings.max_tasks is not None and len(paths) >= settings.max_tasks:
            break
        if reason := left_out(task, settings):
            dropped[reason] += 1
        else:
            path = tokenised(task, prompter)
            if path is None:
                dropped["the tokenizer joins prompt and completion"] += 1
            elif len(path.prompt_ids) + len(path.golden_ids) > settings.max_tokens:
                dropped["too long"] += 1
            else:
                paths.append(path)
    if not paths:
        raise DataError(
            f"{_named(settings)}: no task to learn from ({dict(dropped) or 'it is empty'}); see `treeplay corpus list`"
        )
    return Material(tuple(paths), prompter, dict(dropped))
