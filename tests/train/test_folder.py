"""What a run's manifest says of its corpus."""

from __future__ import annotations

from treeplay.corpus.schema import Task
from treeplay.train.folder import corpus_facts


def a_task(name: str, licence: str, source: str) -> Task:
    return Task(id=name, instruction="Do it.", licence=licence, source=source)


def test_corpus_facts_count_licences_and_origins_in_one_order() -> None:
    tasks = [
        a_task("a", "MIT", "https://example.org/someone/something/commit/0123"),
        a_task("b", "MIT", "https://example.org/someone/something/commit/4567"),
        a_task("c", "Apache-2.0", "pairs.jsonl:3"),
    ]
    facts = corpus_facts(tasks)
    assert facts["tasks"] == 3
    assert list(facts["licences"].items()) == [("Apache-2.0", 1), ("MIT", 2)]
    assert facts["sources"] == {"https://example.org/someone/something": 2, "pairs.jsonl": 1}
    assert corpus_facts(tasks[::-1])["licences"] == facts["licences"]
    assert corpus_facts(tasks[:2])["sha256"] != facts["sha256"]
