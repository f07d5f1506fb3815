from __future__ import annotations

import pytest

from treeplay.corpus import load
from treeplay.corpus.schema import Language, Task
from treeplay.judge.deletion import keeps_work

PREFIXES: dict[Language, str] = {
    "python": "def f(db, name):\n",
    "javascript": "function f(db, name) {\n",
    "go": "package p\n\nfunc f(db DB, name string) error {\n",
    "c": "int f(struct db *db, const char *name)\n{\n",
    "cpp": "int f(Db &db, const std::string &name) {\n",
}

WORKS: dict[str, tuple[Language, str]] = {
    "python_call": ("python", "    return db.find(name)\n"),
    "python_arithmetic": ("python", "    return len_of + 1\n"),
    "javascript_call": ("javascript", "  return db.find(name);\n}\n"),
    "go_call": ("go", "\treturn db.Find(name)\n}\n"),
    "c_call": ("c", "    return find(db, name);\n}\n"),
    "cpp_call": ("cpp", "  return db.find(name);\n}\n"),
}

EMPTIED: dict[str, tuple[Language, str]] = {
    "python_none": ("python", "    return None\n"),
    "python_name": ("python", "    return name\n"),
    "python_docstring": ("python", '    """Finds a user."""\n'),
    "python_raises": ("python", "    raise NotImplementedError(f'no {name}')\n"),
    "javascript_nothing": ("javascript", "}\n"),
    "javascript_null": ("javascript", "  // db.find(name)\n  return null;\n}\n"),
    "javascript_throws": ("javascript", "  throw new Error('not now: ' + name);\n}\n"),
    "go_nil": ("go", "\treturn nil\n}\n"),
    "c_zero": ("c", "    /* find(db, name) */\n    return 0;\n}\n"),
    "cpp_minus": ("cpp", "  return -1;\n}\n"),
}


def task(language: Language, golden: str = "", vulnerable: str | None = None) -> Task:
    return Task(
        id="t", language=language, instruction="", prefix=PREFIXES[language], golden=golden, vulnerable=vulnerable
    )


@pytest.mark.parametrize(("language", "completion"), WORKS.values(), ids=WORKS.keys())
def test_keeps_work_of_an_answer_that_does_something(language: Language, completion: str) -> None:
    assert keeps_work(task(language), completion)


@pytest.mark.parametrize(("language", "completion"), EMPTIED.values(), ids=EMPTIED.keys())
def test_keeps_work_of_an_emptied_answer_is_not_there(language: Language, completion: str) -> None:
    assert not keeps_work(task(language), completion)


def test_keeps_work_of_a_fraction_of_the_known_versions_is_not_there() -> None:
    golden = "".join(f"    row_{n} = db.find(name, {n})\n" for n in range(8)) + "    return [row_1, row_7]\n"
    known = task("python", golden, golden.replace("find", "search"))
    assert not keeps_work(known, "    print(name)\n")
    assert keeps_work(known, "    return [db.find(name, n) for n in range(8)]\n")


def test_keeps_work_of_a_task_whose_whole_answer_is_a_name() -> None:
    assert keeps_work(task("python", "    return name\n"), "    return name\n")


def test_keeps_work_looks_at_the_completion_alone() -> None:
    given = task("python").model_copy(
        update={"prefix": "import db\ndb.open('x')\n\n\ndef f(name):\n", "suffix": "\nf(1)\n"}
    )
    assert not keeps_work(given, "    return name\n")


def test_keeps_work_of_both_versions_of_every_builtin_task() -> None:
    lost = [
        each.id
        for each in load("builtin")
        if not (keeps_work(each, each.golden) and keeps_work(each, each.vulnerable or ""))
    ]
    assert lost == []
