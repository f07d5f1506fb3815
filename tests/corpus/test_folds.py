"""Whole families: each in one fold, every weakness spread; or a few of each weakness."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_study
from treeplay import corpus
from treeplay.config.run import CorpusSettings
from treeplay.corpus.folds import deal, family_of, few_of_each
from treeplay.corpus.schema import Task
from treeplay.errors import ConfigError, DataError
from treeplay.train.material import in_left_out_fold, learnable


def tasks(families: dict[str, int]) -> list[Task]:
    """A task in each of so many families, by weakness."""
    return [
        small_study.a_task(number, "train", cwe).model_copy(
            update={"id": f"{cwe}/{number}", "family": f"{cwe}-{number}"}
        )
        for cwe, count in families.items()
        for number in range(count)
    ]


weaknesses = st.dictionaries(st.sampled_from(["CWE-022", "CWE-078", "CWE-089"]), st.integers(1, 9), min_size=1)


@given(weaknesses, st.integers(2, 5), st.randoms())
def test_families_of_a_weakness_and_folds_differ_in_size_by_one_at_most(families, folds, random) -> None:
    found = tasks(families)
    if len(found) < folds:
        with pytest.raises(DataError, match="choose fewer folds"):
            deal(found, folds)
        return
    dealt = deal(found, folds)
    random.shuffle(found)
    assert deal(found, folds) == dealt, "the order of the tasks is of no matter"
    by_weakness = defaultdict(Counter)
    for task in found:
        by_weakness[task.cwe][dealt[family_of(task)]] += 1
    for counts in (Counter(dealt.values()), *by_weakness.values()):
        sizes = [counts[fold] for fold in range(folds)]
        assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize("folds", [2, 3, 5])
def test_every_task_of_the_corpus_is_asked_once_and_learned_from_in_all_other_folds(folds: int) -> None:
    everything = corpus.load("builtin:python")
    asked: Counter[str] = Counter()
    for fold in range(folds):
        settings = CorpusSettings(source="builtin:python", split=None, without_fold=(fold, folds))
        learned, held_out = learnable(settings), in_left_out_fold(everything, settings)
        assert not {task.family for task in learned} & {task.family for task in held_out}
        assert len(learned) + len(held_out) == len(everything)
        assert {task.cwe for task in held_out} <= {task.cwe for task in learned}, "each weakness has two families"
        asked.update(task.id for task in held_out)
    assert asked == Counter(task.id for task in everything)


def test_what_is_asked_must_be_in_a_fold() -> None:
    settings = CorpusSettings(source="builtin:python", split="train", without_fold=(0, 3))
    with pytest.raises(DataError, match=r"split train, which lacks the families of 88 tasks"):
        in_left_out_fold(corpus.load("builtin:python", "test"), settings)


@pytest.mark.parametrize("fold", [[3, 3], [-1, 3], [0, 1]])
def test_a_fold_that_is_none_is_refused(fold: list[int]) -> None:
    from treeplay.config.load import validate

    with pytest.raises(ConfigError, match=r"such as \[0, 4\]"):
        validate(CorpusSettings, {"without_fold": fold}, where="here")


@given(weaknesses, st.integers(1, 9), st.randoms())
def test_a_few_families_of_each_weakness_are_whole_and_among_those_of_more(families, most, random) -> None:
    found = [each.model_copy(update={"id": f"{each.id}/{n}"}) for each in tasks(families) for n in range(2)]
    random.shuffle(found)
    few = few_of_each(found, most)
    assert Counter(task.cwe for task in few) == {cwe: 2 * min(most, count) for cwe, count in families.items()}
    assert set(Counter(task.family for task in few).values()) == {2}
    more = {task.id for task in few_of_each(found, most + 1)}
    assert more >= {task.id for task in few}
    assert [task.id for task in found if task in few] == [task.id for task in few], "their order is kept"


def test_a_few_families_of_each_language_that_are_not_held_out() -> None:
    everything = learnable(CorpusSettings(split=None))
    few = learnable(CorpusSettings(split=None, max_families=1))
    assert len({(task.language, task.cwe) for task in everything}) == len({(t.language, family_of(t)) for t in few})
    settings = CorpusSettings(source="builtin:python", split=None, without_fold=(0, 3), max_families=1)
    assert {task.cwe for task in learnable(settings)} == {t.cwe for t in everything if t.language == "python"}
    assert not {task.id for task in learnable(settings)} & {
        task.id for task in in_left_out_fold(corpus.load("builtin:python"), settings)
    }
