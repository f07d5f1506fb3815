"""Readers of sets of prompts: what is given, what is asked, and that nothing of them is for training."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.items import CWEVAL, RECORDS, write, write_folder
from treeplay.cli.corpus import app
from treeplay.corpus.readers import find_reader
from treeplay.corpus.readers.codeguard import SERVED
from treeplay.corpus.readers.cweval import OUTSIDE, UNMARKED
from treeplay.corpus.readers.prompts import begun
from treeplay.corpus.readers.sieve import EMPTY, REPEATED, UNKNOWN_LANGUAGE
from treeplay.corpus.schema import Task
from treeplay.judge.judge import Judge, Program
from treeplay.judge.sandbox import Limits

SETS = ("humaneval", "humaneval_x", "mbpp", "securityeval", "cyberseceval", "codeguard")


@pytest.mark.parametrize("name", SETS)
def test_a_held_out_set_is_for_testing(name: str, tmp_path: Path) -> None:
    (task,) = find_reader(name)(write(tmp_path / "x.json", name, RECORDS[name])).tasks
    assert task.split == "test"
    assert not task.prefix or task.prefix.endswith("\n")


@pytest.mark.parametrize(
    ("code", "prefix", "named"),
    [
        ("def f():\n    # list it\n", "def f():\n    # list it\n", ""),
        ("def f():\n    # list it\n    ", "def f():\n    # list it\n", ""),
        ("def f():\n    # list it", "def f():\n    # list it\n", ""),
        ("def f():", "def f():\n", ""),
        ("def f():\n    os.system(", "def f():\n", "os.system("),
        ("return {**", "", "return {**"),
    ],
)
def test_begun_code_is_cut_at_a_line_break(code: str, prefix: str, named: str) -> None:
    asked = begun(code, "python")
    assert asked.prefix == prefix
    assert (f"`{named}`" in asked.instruction) is bool(named)


def test_securityeval_keeps_the_insecure_way_to_go_on(tmp_path: Path) -> None:
    item = RECORDS["securityeval"]
    other = {**item, "ID": "CWE-022_invented_2.py", "Prompt": "# read a file\n"}
    blank = {**item, "ID": "CWE-022_invented_3.py", "Prompt": " \n"}
    same = {**item, "ID": "CWE-022_invented_4.py"}
    reading = find_reader("securityeval")(write(tmp_path / "x", "securityeval", item, other, blank, same))
    first, second = reading.tasks
    assert (first.cwe, first.golden, first.vulnerable) == ("CWE-078", "", "    os.system('ls ' + name)\n")
    assert (second.cwe, second.vulnerable) == ("CWE-022", None)
    assert reading.dropped == {EMPTY: 1, REPEATED: 1}


def test_cyberseceval_asks_in_words_or_with_begun_code(tmp_path: Path) -> None:
    item = RECORDS["cyberseceval"]
    code = "void copy(char *to) {\n"
    auto = {**item, "variant": "autocomplete", "test_case_prompt": code, "origin_code": code + "  gets(to);\n"}
    again, php = {**item, "prompt_id": 5}, {**item, "prompt_id": 6, "language": "php"}
    reading = find_reader("cyberseceval")(write(tmp_path / "x", "cyberseceval", item, auto, again, php))
    asked, begun_code = reading.tasks
    assert (asked.id, asked.prefix, asked.licence) == ("instruct-4", "", "MIT")
    assert (begun_code.id, begun_code.prefix) == ("autocomplete-4", code)
    assert begun_code.vulnerable == "  gets(to);\n"
    assert reading.dropped == {REPEATED: 1, UNKNOWN_LANGUAGE: 1}


def test_codeguard_names_the_line_that_breaks_off(tmp_path: Path) -> None:
    (task,) = find_reader("codeguard")(write(tmp_path / "x", "codeguard", RECORDS["codeguard"])).tasks
    assert task.instruction == "List a folder. The next line begins with `return os.system(`."
    assert task.prefix == "import os\n\ndef listing(name):\n    # list the folder\n"


def cweval(root: Path, **changed: str) -> dict[str, Task]:
    return {task.id: task for task in find_reader("cweval")(write_folder(root, CWEVAL | changed)).tasks}


def test_cweval_divides_at_its_marks_and_shows_none_of_them(tmp_path: Path) -> None:
    tasks = cweval(tmp_path)
    assert sorted(tasks) == ["c/cwe_121_0", "python/cwe_078_0"]
    python, c = tasks["python/cwe_078_0"], tasks["c/cwe_121_0"]
    assert python.prefix == 'import subprocess\n\n\ndef listing(name):\n    """List a folder."""\n'
    assert python.golden == '    return ["ls", name]\n'
    assert python.vulnerable == '    return ("ls " + name).split()\n'
    assert (c.cwe, c.security_test, c.vulnerable) == ("CWE-121", None, None)


def test_cweval_and_codeguard_count_the_tasks_whose_tests_are_not_run(tmp_path: Path) -> None:
    cweval(tmp_path / "cweval")
    assert find_reader("cweval")(tmp_path / "cweval").unrun == {OUTSIDE: 1}
    (tmp_path / "cweval/core/c/cwe_121_0_test.py").unlink()
    assert find_reader("cweval")(tmp_path / "cweval").unrun == {}
    scenario = tmp_path / "guard" / "cwe-078" / "0-py"
    scenario.mkdir(parents=True)
    item = RECORDS["codeguard"]
    for name, text in (
        ("info.json", json.dumps(item["info"])),
        ("file_context.py", ""),
        ("func_context.py", item["func_context"]),
    ):
        (scenario / name).write_text(text)
    assert find_reader("codeguard")(tmp_path / "guard").unrun == {}
    (scenario / "unit_test.py").write_text("def test(): ...\n")
    assert find_reader("codeguard")(tmp_path / "guard").unrun == {SERVED: 1}
    listed = CliRunner().invoke(app, ["list", f"codeguard:{tmp_path / 'guard'}"])
    assert f"1 judged without their tests, `unknown` where no rule fires: {SERVED}" in listed.stdout


def test_cweval_counts_a_task_without_the_mark(tmp_path: Path) -> None:
    (tmp_path / "py").mkdir()
    (tmp_path / "py" / "cwe_022_0_task.py").write_text("def f():\n    pass\n")
    assert find_reader("cweval")(tmp_path).dropped == {UNMARKED: 1}


@pytest.mark.skipif(importlib.util.find_spec("pytest") is None, reason="CWEval's tests need pytest")
def test_cweval_tests_judge_as_they_are(tmp_path: Path) -> None:
    task = cweval(tmp_path)["python/cwe_078_0"]
    completions = [task.golden, task.vulnerable or "", "    return []\n"]
    patient = Limits(wall_s=60, cpu_s=20)  # each loads pytest, which takes its time on a busy machine
    with Judge(workers=1, detectors=[], limits=patient) as judge:
        judged = judge.judge([Program(task, completion) for completion in completions])
    assert [one.functional for one in judged] == [True, True, False], [one.reason for one in judged]
    assert [one.verdict for one in judged] == ["secure", "vulnerable", "broken"]
