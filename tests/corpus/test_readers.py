"""Readers of public formats: what becomes of an item, and that no malformed input ends in a traceback."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from corpus.items import BEFORE, EVAL, FOLDERS, FUNCTION, PLT, RECORDS, text_of, write
from treeplay.corpus.readers import READERS, find_reader, seccodeplt
from treeplay.corpus.readers.functions import CROSSING, DIVIDED, DUPLICATE, NEAR_CROSSING
from treeplay.corpus.readers.seccodeplt import BLACKLISTED, UNCHECKED, UNDIVIDED, UNTESTED
from treeplay.corpus.readers.sieve import REPEATED, UNCHANGED
from treeplay.errors import ConfigError, DataError
from treeplay.judge.judge import Judge, Program


def test_every_reader_of_records_is_tested_here() -> None:
    assert {*RECORDS, *FOLDERS} == set(READERS)


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_reader_makes_a_task_of_a_good_item(name: str, tmp_path: Path) -> None:
    (task,) = find_reader(name)(write(tmp_path / "x.json", name, RECORDS[name])).tasks
    assert task.instruction
    assert task.golden or task.split == "test"


def test_sven_divides_a_function_at_its_signature(tmp_path: Path) -> None:
    (task,) = find_reader("sven")(write(tmp_path / "x", "sven", FUNCTION)).tasks
    assert task.prefix == "def run(name):\n"
    assert task.golden == "    subprocess.run(['ls', name])\n"
    assert task.vulnerable == "    os.system('ls ' + name)\n"
    assert (task.cwe, task.licence) == ("CWE-078", "MIT")


def test_function_readers_count_known_faults(tmp_path: Path) -> None:
    same = {**FUNCTION, "id": "b", "func_src_after": BEFORE.replace("    ", "      ")}
    twice = {**FUNCTION, "id": "c"}
    other = {**FUNCTION, "id": "d", "split": "val"}
    path = write(tmp_path / "x", "sven", FUNCTION, same, twice, other)
    reading = find_reader("sven")(path)
    # What is held out keeps its item; the two for training give way to it.
    assert [task.id for task in reading.tasks] == ["d"]
    assert reading.dropped == {UNCHANGED: 1, CROSSING: 2}
    assert find_reader("sven")(write(tmp_path / "y", "sven", FUNCTION, twice)).dropped == {DUPLICATE: 1}


LONG = (
    "def total(prices, rate, rebate):\n    gross = sum(price * (1 + rate) for price in prices)\n    return gross - {}\n"
)


def test_function_readers_keep_near_equal_functions_in_one_split_and_family(tmp_path: Path) -> None:
    def row(name: str, split: str, rebate: str) -> dict[str, str]:
        before, after = LONG.format(f"eval({rebate})"), LONG.format(rebate)
        return {**FUNCTION, "id": name, "split": split, "func_src_before": before, "func_src_after": after}

    rows = [row("a", "train", "rebate"), row("b", "train", "2")]
    reading = find_reader("sven")(write(tmp_path / "x", "sven", *rows))
    assert [task.family for task in reading.tasks] == ["a", "a"]
    reading = find_reader("sven")(write(tmp_path / "x", "sven", *rows, row("c", "val", "3")))
    assert [task.id for task in reading.tasks] == ["c"]
    assert reading.dropped == {NEAR_CROSSING: 2}


def test_function_readers_do_not_divide_a_family(tmp_path: Path) -> None:
    trained = {**FUNCTION, "family": "fix", "func_src_before": "a = 1\n", "func_src_after": "b = 1\n"}
    path = write(tmp_path / "x", "sven", trained, {**FUNCTION, "id": "b", "family": "fix", "split": "test"})
    reading = find_reader("sven")(path)
    assert [task.id for task in reading.tasks] == ["b"]
    assert reading.dropped == {DIVIDED: 1}


def test_tsp_release_brings_annotations(tmp_path: Path) -> None:
    (task,) = find_reader("tsp_release")(write(tmp_path / "x", "tsp_release", RECORDS["tsp_release"])).tasks
    assert [(a.line, a.cwe) for a in task.annotations] == [("subprocess.run(['ls', name])", "CWE-078")]


def test_seccodeplt_hides_the_policy_and_makes_runnable_tests(tmp_path: Path) -> None:
    (task,) = find_reader("seccodeplt")(write(tmp_path / "x", "seccodeplt", PLT)).tasks
    assert "SECRET" not in task.model_dump_json()
    assert task.program(task.golden).startswith("LIMIT = 10\n\ndef double(x):\n    if x > LIMIT")
    for completion, withstands in ((task.golden, True), (task.vulnerable or "", False)):
        assert _passes(task.program(completion), task.functional_test or "", tmp_path)
        assert _passes(task.program(completion), task.security_test or "", tmp_path) is withstands


def _passes(program: str, test: str, folder: Path) -> bool:
    import subprocess
    import sys

    (folder / "program.py").write_text(program)
    return subprocess.run([sys.executable, "-c", test], cwd=folder, capture_output=True, check=False).returncode == 0


def test_seccodeplt_leaves_out_what_was_not_found_good(tmp_path: Path) -> None:
    unread = {**PLT, "id": "r", "unittest": {"setup": "", "testcases": "testcases = {"}}
    skipped = {**PLT, "id": "q", "upstream_blacklisted": True}
    path = write(tmp_path / "x", "seccodeplt", {**PLT, "check": None}, skipped, unread)
    reading = find_reader("seccodeplt")(path)
    assert reading.tasks == []
    assert reading.dropped == {UNCHECKED: 1, BLACKLISTED: 1, UNTESTED: 1}
    assert [task.id for task in seccodeplt.read(path, with_skipped=True).tasks] == ["q"]


def test_readers_of_tasks_count_what_repeats_an_item_but_for_comments(tmp_path: Path) -> None:
    again = {**EVAL, "task_id": "HumanEval/1", "canonical_solution": "    return 2  *  x  # again\n"}
    assert find_reader("humaneval")(write(tmp_path / "x", "humaneval", EVAL, again)).dropped == {REPEATED: 1}


def test_seccodeplt_prefix_ends_with_the_break_that_the_set_gives_to_both_completions(tmp_path: Path) -> None:
    code = {
        "code_before": "\ndef double(x):",
        "vulnerable_code": "\n    return 2 * x",
        "patched_code": "\n    return x + x",
        "code_after": "",
    }
    (task,) = find_reader("seccodeplt")(write(tmp_path / "x", "seccodeplt", {**PLT, "ground_truth": code})).tasks
    assert (task.prefix, task.golden, task.vulnerable) == (
        "def double(x):\n",
        "    return x + x",
        "    return 2 * x",
    )
    mid_line = {**code, "patched_code": " return x + x"}
    path = write(tmp_path / "y", "seccodeplt", {**PLT, "ground_truth": mid_line})
    assert find_reader("seccodeplt")(path).dropped == {UNDIVIDED: 1}


@pytest.mark.parametrize("name", ["pairs", "sven", "seccodeplt", "codeguard"])
def test_reader_refuses_an_id_that_stands_twice(name: str, tmp_path: Path) -> None:
    path = write(tmp_path / "x", name, {**RECORDS[name], "id": "p"}, {**RECORDS[name], "id": "p"})
    with pytest.raises(DataError, match=r"x:2: the id 'p' stands at .*x:1"):
        find_reader(name)(path)


def test_pairs_understand_the_names_in_use(tmp_path: Path) -> None:
    row = {"instruction": "Do it.", "secure": "1", "insecure": "2", "prefix": "def f():", "split": "val"}
    (task,) = find_reader("pairs")(write(tmp_path / "x.jsonl", "pairs", row)).tasks
    assert (task.split, task.prefix, task.golden, task.vulnerable) == ("dev", "def f():\n", "1", "2")
    assert task.id == "x.jsonl:1"


def test_unknown_reader_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match="seccodeplt"):
        find_reader("seccodplt")


DATA = Path(os.environ.get("TREEPLAY_DATA", Path(__file__).parents[3] / "shared" / "data"))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "tasks", "left_out"),
    [
        ("humaneval", 164, 0),
        ("humaneval_x", 324, 168),
        ("mbpp/mbppplus.jsonl.gz", 378, 0),
        ("mbpp/mbpp_python.jsonl", 965, 9),
        ("sven", 786, 17),
        ("safecoder", 524, 24),
        ("seccodeplt", 819, 592),
        ("tsp_release", 404, 17),
    ],
)
def test_reader_of_the_real_set_uses_what_it_can(name: str, tasks: int, left_out: int) -> None:
    if not (DATA / name).exists():
        pytest.skip(f"the public set {name} is not here; set TREEPLAY_DATA to a folder that holds it")
    reading = find_reader(name.partition("/")[0])(DATA / name)
    assert (len(reading.tasks), reading.dropped.total()) == (tasks, left_out)


@pytest.mark.parametrize(
    ("name", "completion", "works"),
    [
        ("humaneval", "    return x + x\n", True),
        ("humaneval", "    return 4\n", False),  # passes the assertion, not the inputs beside it
        ("humaneval", "    return 2 * x if isinstance(x, int) else 2.000000001 * x\n", True),  # within the tolerance
        ("mbpp", "def shared(a, b):\n    return set(a) & set(b)\n", True),  # another order and type, counted as a set
        ("mbpp", "def shared(a, b):\n    return a\n", False),
        ("humaneval_x", "  return x + x;\n}\n", True),
        ("humaneval_x", "  return x * x + 1;\n}\n", False),
        ("humaneval_x", "  return x * x + 1;\n}\nreturn\n", False),
        ("humaneval_x", "  return x + over;\n}\nconst over = 2;\n", True),
    ],
)
def test_ability_tests_tell_programs_that_work(name: str, completion: str, works: bool, tmp_path: Path) -> None:
    (task,) = find_reader(name)(write(tmp_path / "x.json", name, RECORDS[name])).tasks
    with Judge(workers=1, detectors=[]) as judge:
        (judgement,) = judge.judge([Program(task, completion)])
    if judgement.verdict == "unknown" and "not installed" in judgement.reason:
        pytest.skip(judgement.reason)
    assert judgement.functional is works


def test_reader_unpacks_gzip_and_says_when_a_file_breaks_off(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl.gz"
    packed = gzip.compress(
        text_of("tasks", *({"id": str(i), "instruction": "Do it."} for i in range(50))).encode(), mtime=0
    )
    path.write_bytes(packed)
    assert len(find_reader("tasks")(path).tasks) == 50
    for data in (packed[: len(packed) // 2], b"not packed"):
        path.write_bytes(data)
        with pytest.raises(DataError, match="fetch it again"):
            find_reader("tasks")(path)
