"""The packaged corpus and its layout: loads, is divided as promised, and says which file is wrong."""

from __future__ import annotations

import itertools
import os
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treeplay import corpus
from treeplay.corpus.audit import audit
from treeplay.corpus.layout import read_layout
from treeplay.corpus.schema import Task
from treeplay.corpus.write import write_tasks
from treeplay.errors import ConfigError, DataError

TASKS = corpus.load("builtin")


@pytest.mark.parametrize(
    ("language", "tasks", "weaknesses", "unseen"), [("python", 240, 16, 4), ("javascript", 58, 10, 2), ("c", 40, 8, 3)]
)
def test_builtin_corpus_is_as_large_as_promised(language: str, tasks: int, weaknesses: int, unseen: int) -> None:
    own = [task for task in TASKS if task.language == language]
    trained = {task.cwe for task in own if task.split == "train"}
    assert len(own) >= tasks
    assert len({task.cwe for task in own}) >= weaknesses
    assert len({task.cwe for task in own} - trained) >= unseen


def test_builtin_ids_stand_once() -> None:
    assert len({task.id for task in TASKS}) == len(TASKS)


def test_builtin_corpus_has_nothing_in_two_splits() -> None:
    found = audit(TASKS)
    assert found.crossing() == {"exact": 0, "near": 0, "families": 0}
    assert (found.empty, found.unchanged) == ((), ())


def test_builtin_instructions_do_not_name_the_fix() -> None:
    telling = ("secur", "saniti", "escap", "inject", "vulnerab", "untrusted", "attack", "malicious")
    named = [t.id for t in TASKS for word in telling if word in (t.instruction + t.prefix.split('"""')[0]).lower()]
    assert [name for name in named if not _is_library_use(name)] == []


def _is_library_use(name: str) -> bool:
    """Prefixes import `secrets` or `xml.sax.saxutils.escape`, as modules do."""
    task = next(t for t in TASKS if t.id == name)
    imports = [line for line in task.prefix.splitlines() if "import" in line]
    rest = task.instruction.lower() + task.prefix.replace("\n".join(imports), "").split('"""')[0].lower()
    return not any(word in rest for word in ("saniti", "inject", "vulnerab", "untrusted", "attack", "malicious"))


def a_folder(root: Path) -> Path:
    folder = root / "python" / "family" / "variant"
    folder.mkdir(parents=True)
    (folder / "task.yaml").write_text("cwe: 89\nsplit: train\ninstruction: Do it.\n")
    (folder / "secure.py").write_text("def f():\n# treeplay: complete below\n    return 1\n")
    (folder / "vulnerable.py").write_text("def f():\n# treeplay: complete below\n    return 2\n")
    (folder / "functional.py").write_text("import program\n")
    (folder / "security.py").write_text("import program\n")
    return folder


def test_layout_divides_at_the_mark(tmp_path: Path) -> None:
    a_folder(tmp_path)
    (task,) = read_layout(tmp_path)
    assert (task.id, task.family, task.cwe) == ("python/family/variant", "python/family", "CWE-089")
    assert (task.prefix, task.golden, task.vulnerable) == ("def f():\n", "    return 1\n", "    return 2\n")


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("task.yaml", b"cwe: [", "task.yaml: not YAML"),
        ("task.yaml", b"cwe: 89\nsplit: train\n", "instruction"),
        ("task.yaml", b"cwe: 89\nsplit: train\ninstruction: x\nextra: 1\n", "extra"),
        ("secure.py", b"def f():\n    return 1\n", "0 times"),
        ("secure.py", b"# treeplay: complete below\n" * 2, "2 times"),
        ("secure.py", b"def g():\n# treeplay: complete below\n    return 1\n", "differ above"),
        ("vulnerable.py", b"\xff\xfe", "not UTF-8"),
        ("security.py", None, "security.py"),
        ("task.yaml", None, "task.yaml"),
        ("task.yaml", b"cwe: 89\nsplit: 2020-99-99\ninstruction: x\n", "task.yaml: not YAML"),
        ("task.yaml", b"[" * 5000, "task.yaml: not YAML"),
        ("task.yaml", b"cwe: 89\nsplit: train\ninstruction: ' '\n", "instruction"),
        ("secure.py", b"def f():\n# treeplay: complete below\n\n", "nothing stands below"),
        ("secure.py", b"def f():\n# treeplay: complete below\n    return  2\n", "do not differ"),
    ],
    ids=[
        *("yaml", "missing key", "unknown key", "no mark", "two marks", "prefixes", "encoding", "no test"),
        *("no task.yaml", "no date", "deep yaml", "no instruction", "no completion", "versions equal"),
    ],
)
def test_layout_names_the_file_that_is_wrong(tmp_path: Path, file: str, content: bytes | None, message: str) -> None:
    folder = a_folder(tmp_path)
    if content is None:
        (folder / file).unlink()
    else:
        (folder / file).write_bytes(content)
    with pytest.raises(DataError, match=message) as caught:
        read_layout(tmp_path)
    assert str(folder) in str(caught.value)


def test_layout_refuses_a_folder_of_no_language(tmp_path: Path) -> None:
    a_folder(tmp_path)
    (tmp_path / "python").rename(tmp_path / "pyhton")
    with pytest.raises(DataError, match=r"'pyhton' is not a language; known: .*python"):
        read_layout(tmp_path)


def test_layout_of_ones_own_claims_no_licence(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    assert [task.licence for task in corpus.load(f"layout:{tmp_path}")] == ["unknown"]
    with (folder / "task.yaml").open("a") as file:
        file.write("licence: MIT\nsource: my shop\n")
    (task,) = corpus.load(f"layout:{tmp_path}")
    assert (task.licence, task.source) == ("MIT", "my shop")
    assert {task.licence for task in TASKS} == {"Apache-2.0"}


def test_layout_refuses_a_family_in_two_splits(tmp_path: Path) -> None:
    other = a_folder(tmp_path).parent / "other"
    other.mkdir()
    for path in (tmp_path / "python/family/variant").iterdir():
        (other / path.name).write_text(path.read_text().replace("split: train", "split: test"))
    with pytest.raises(DataError, match="belongs to one split"):
        read_layout(tmp_path)


def a_task(name: str, split: str, code: str) -> Task:
    return Task(id=name, split=split, instruction="x", golden=code)  # type: ignore[arg-type]


LONG = "def f(a, b):\n" + "".join(f"    total_{i} = a * {i} + b ** {i}\n" for i in range(12)) + "    return total_3\n"


PUBLIC = (
    "humaneval:humaneval",
    "humaneval_x:humaneval_x",
    "humaneval_x:mbpp",
    "mbpp:mbpp/mbppplus.jsonl.gz",
    "mbpp:mbpp/mbpp_python.jsonl",
    "sven:sven",
    "safecoder:safecoder",
    "tsp_release:tsp_release",
    "seccodeplt:seccodeplt",
    "codeguard:safecoder_scenarios",
)


@pytest.mark.shared
@pytest.mark.timeout(300)
def test_no_task_stands_in_a_public_set() -> None:
    data = os.environ.get("TREEPLAY_DATA")
    if data is None:
        pytest.skip("set TREEPLAY_DATA to a folder that holds the public sets")
    others = [task for each in PUBLIC for task in corpus.load(each.replace(":", f":{data}/", 1))]
    assert len(others) > 5000
    assert audit(TASKS, against=others).crossing() == {"exact": 0, "near": 0, "families": 0}


def test_audit_tells_crossing_from_inner_twins() -> None:
    near = LONG.replace("return total_3", "return total_4")
    found = audit([a_task("a", "train", LONG), a_task("b", "test", LONG), a_task("c", "train", near)])
    assert {(t.first, t.second, t.similarity == 1, t.crosses) for t in found.twins} == {
        ("a", "b", True, True),
        ("a", "c", False, False),
        ("b", "c", False, True),
    }
    assert found.crossing() == {"exact": 1, "near": 1, "families": 0}


@pytest.mark.parametrize("name", ["a", "z"], ids=["same id", "other id"])
def test_audit_against_an_evaluation_set_finds_what_was_trained_on(name: str) -> None:
    mine = [a_task("a", "train", LONG)]
    assert audit(mine, against=[a_task(name, "train", LONG)]).crossing() == {"exact": 1, "near": 0, "families": 0}


def test_audit_finds_a_program_however_often_it_was_copied() -> None:
    copies = [a_task(f"t{number:03d}", "train", LONG) for number in range(250)]
    assert audit([*copies, a_task("z", "test", LONG)]).crossing()["exact"] == 250


CODE = st.lists(st.sampled_from("abc"), min_size=1, max_size=24).map(" ".join)


@given(st.lists(CODE, max_size=8))
@settings(max_examples=60, deadline=None)
def test_audit_finds_the_pairs_that_comparing_all_with_all_finds(codes: list[str]) -> None:
    def runs(code: str) -> set[tuple[str, ...]]:
        words = code.split()
        return {tuple(words[i : i + 8]) for i in range(max(1, len(words) - 7))} if words else set()

    expected = {
        (f"{i}", f"{j}")
        for i, j in itertools.combinations(range(len(codes)), 2)
        if 2 * len(runs(codes[i]) & runs(codes[j])) >= len(runs(codes[i]) | runs(codes[j])) > 0
    }
    found = audit([a_task(f"{i}", "train", code) for i, code in enumerate(codes)])
    assert {(twin.first, twin.second) for twin in found.twins} == expected


def test_audit_of_three_thousand_tasks_takes_seconds() -> None:
    chance = random.Random(0)
    common = " ".join(f"shared_{i}" for i in range(60))
    tasks = [
        a_task(f"{i}", "train", common + " ".join(f" v{chance.randrange(500)}" for _ in range(200)))
        for i in range(3000)
    ]
    start = time.process_time()
    assert audit(tasks).twins == ()
    assert time.process_time() - start < 20


def test_written_tasks_load_as_they_were(tmp_path: Path) -> None:
    write_tasks(tmp_path / "t.jsonl", TASKS[:5])
    assert corpus.load(str(tmp_path / "t.jsonl")) == TASKS[:5]


def test_source_names_a_reader_and_a_jsonl_file(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"id": "b", "prompt": "Do.", "chosen": "1"}\n{"id": "a", "prompt": "Do.", "chosen": "2"}\n')
    assert [task.id for task in corpus.load(f"pairs:{path}")] == ["a", "b"]
    path.write_text('{"id": "c", "prompt": "Do.", "chosen": "1"}\n')
    assert [task.id for task in corpus.load(f"pairs:{path}")] == ["c"]


@pytest.mark.parametrize(
    ("source", "error"), [("nosuch", DataError), ("svenn:x", ConfigError), ("builtin:go2", ConfigError)]
)
def test_unknown_source_says_what_is_known(source: str, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"builtin|sven|go"):
        corpus.load(source)


def test_audit_finds_a_question_that_is_asked_of_both_sides_without_a_program() -> None:
    trained, prompt = a_task("a", "train", LONG), a_task("a", "test", "")
    assert audit([trained], against=[prompt]).crossing()["exact"] == 1
    asked_otherwise = prompt.model_copy(update={"instruction": "Something else."})
    in_go = prompt.model_copy(update={"language": "go"})
    assert audit([trained], against=[asked_otherwise, in_go]).crossing()["exact"] == 0
    assert audit([trained], against=[prompt, prompt.model_copy(update={"id": "b"})]).crossing()["exact"] == 2


@pytest.mark.parametrize("blank", ["", " \n"])
def test_a_blank_test_is_none(blank: str) -> None:
    task = Task(id="t", instruction="", functional_test=blank, security_test=blank)
    assert (task.functional_test, task.security_test) == (None, None)
