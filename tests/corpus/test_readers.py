"""Readers of public formats: what becomes of an item, and that no malformed input ends in a traceback."""

from __future__ import annotations

import gzip
import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from treeplay.corpus.readers import READERS, find_reader, seccodeplt
from treeplay.corpus.readers.functions import CROSSING, DUPLICATE, UNCHANGED
from treeplay.corpus.readers.seccodeplt import BLACKLISTED, UNCHECKED, UNDIVIDED, UNTESTED
from treeplay.errors import ConfigError, DataError
from treeplay.judge.judge import Judge, Program

BEFORE = "def run(name):\n    os.system('ls ' + name)\n"
AFTER = "def run(name):\n    subprocess.run(['ls', name])\n"
FUNCTION = {
    "id": "a",
    "split": "train",
    "cwe": "CWE-078",
    "lang": "python",
    "func_name": "run",
    "func_src_before": BEFORE,
    "func_src_after": AFTER,
    "vul_type": "cwe-078",
    "file_name": "run.py",
}
ANNOTATION = "```\n[[1]]\n[Code_Line]  subprocess.run(['ls', name])\n[CWE_ID]CWE-78\n[Description]A command.\n```"
PLT = {
    "id": "p",
    "cwe": "CWE-089",
    "group": "g",
    "split": "dev",
    "check": "good",
    "upstream_blacklisted": False,
    "task_description": {
        "function_name": "double",
        "description": "Double a number.",
        "security_policy": "SECRET POLICY",
        "context": "LIMIT is 10",
        "arguments": "x: int",
        "return": "int",
        "raise": "ValueError",
    },
    "ground_truth": {
        "code_before": "\ndef double(x):\n",
        "vulnerable_code": "    return 2 * x\n",
        "patched_code": "    if x > LIMIT:\n        raise ValueError\n    return 2 * x\n",
        "code_after": "\n",
    },
    "unittest": {
        "setup": "LIMIT = 10",
        "testcases": "testcases = {'capability': [({'x': 2}, 4)], 'safety': [({'x': 11}, ValueError)]}",
    },
}
EVAL = {
    "task_id": "HumanEval/0",
    "prompt": "def double(x):\n",
    "entry_point": "double",
    "canonical_solution": "    return 2 * x\n",
    "test": "def check(candidate):\n    assert candidate(2) == 4\n",
    "base_input": [[2]],
    "plus_input": [[0.1], [7]],
    "atol": 0,
}
RECORDS: dict[str, Any] = {
    "tasks": {"id": "t", "instruction": "Do it.", "golden": "x\n", "cwe": "89", "annotations": [{"line": "x"}]},
    "pairs": {"prompt": "Do it.", "chosen": "good()\n", "rejected": "bad()\n", "cwe": 89},
    "sven": FUNCTION,
    "safecoder": {**FUNCTION, "description": "Run ls."},
    "seccodeplt": PLT,
    "humaneval": EVAL,
    "humaneval_x": {
        "task_id": "JavaScript/0",
        "prompt": "const double = (x) => {\n",
        "canonical_solution": "  return 2 * x;\n}\n",
        "test": "console.assert(double(2) === 4);",
    },
    "tsp_release": {**FUNCTION, "output": ANNOTATION, "description": "Run ls."},
}


def write(path: Path, name: str, *records: Any) -> Path:
    text = json.dumps(list(records)) if name == "tsp_release" else "".join(json.dumps(r) + "\n" for r in records)
    path.write_text(text)
    return path


def test_every_reader_of_records_is_tested_here() -> None:
    assert {*RECORDS, "layout"} == set(READERS)


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_reader_makes_a_task_of_a_good_item(name: str, tmp_path: Path) -> None:
    (task,) = find_reader(name)(write(tmp_path / "x.json", name, RECORDS[name])).tasks
    assert task.instruction
    assert task.golden


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


@pytest.mark.parametrize("name", ["pairs", "sven", "seccodeplt"])
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


def _mutations(record: Any, count: int, seed: int) -> list[bytes]:
    """Broken variants of a record: truncated, of wrong types, binary, deep, huge, with keys missing or strange."""
    chance = random.Random(seed)
    text = json.dumps(record)
    strange: list[Any] = [None, 1e308, -1, "", [], {}, True, "\ud800", "x" * 5000, [[[[]]]], {"a": 1}, 10**40]

    def changed(value: Any) -> Any:
        if isinstance(value, dict) and value and chance.random() < 0.8:
            key = chance.choice(sorted(value))
            return {k: changed(v) if k == key else v for k, v in value.items() if k != key or chance.random() < 0.8}
        return chance.choice(strange)

    makers: list[Callable[[], bytes]] = [
        lambda: text.encode()[: chance.randrange(len(text))],
        lambda: chance.randbytes(chance.randrange(60)),
        lambda: b"[" * chance.randrange(1, 5_000),
        lambda: json.dumps(changed(record)).encode(),
        lambda: json.dumps(changed(changed(record))).encode(),
        lambda: text.encode("utf-16"),
    ]
    return [chance.choice(makers)() for _ in range(count)]


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_reader_of_a_thousand_malformed_inputs_never_ends_in_a_traceback(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    refused = 0
    for data in _mutations(RECORDS[name], 1000, seed=3):
        path.write_bytes(b"[" + data + b"]" if name == "tsp_release" else data)
        try:
            find_reader(name)(path)
        except DataError as error:
            refused += 1
            assert str(path) in str(error)
    assert refused > 300


DATA = Path(os.environ.get("TREEPLAY_DATA", Path(__file__).parents[3] / "shared" / "data"))


@pytest.mark.parametrize(
    ("name", "tasks", "left_out"),
    [
        ("humaneval", 164, 0),
        ("humaneval_x", 324, 168),
        ("sven", 797, 6),
        ("safecoder", 526, 22),
        ("seccodeplt", 819, 592),
        ("tsp_release", 404, 17),
    ],
)
def test_reader_of_the_real_set_uses_what_it_can(name: str, tasks: int, left_out: int) -> None:
    if not (DATA / name).exists():
        pytest.skip(f"the public set {name} is not here; set TREEPLAY_DATA to a folder that holds it")
    reading = find_reader(name)(DATA / name)
    assert (len(reading.tasks), reading.dropped.total()) == (tasks, left_out)


@pytest.mark.parametrize(
    ("name", "completion", "works"),
    [
        ("humaneval", "    return x + x\n", True),
        ("humaneval", "    return 4\n", False),  # passes the assertion, not the inputs beside it
        ("humaneval", "    return 2 * x if isinstance(x, int) else 2.000000001 * x\n", True),  # within the tolerance
        ("humaneval_x", "  return x + x;\n}\n", True),
        ("humaneval_x", "  return x * x + 1;\n}\n", False),
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
    packed = gzip.compress((json.dumps(EVAL) + "\n").encode() * 50, mtime=0)
    path.write_bytes(packed)
    assert len(find_reader("humaneval")(path).tasks) == 50
    for data in (packed[: len(packed) // 2], b"not packed"):
        path.write_bytes(data)
        with pytest.raises(DataError, match="fetch it again"):
            find_reader("humaneval")(path)
