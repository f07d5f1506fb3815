"""Scoring: judged once, resumed without loss, judged anew when what it depends on changed, and the same bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from judged import BROKEN, SECURE, UNKNOWN, VULNERABLE
from treeplay.bench.samples import Sample, SampleStore
from treeplay.bench.score import read_verdicts, score
from treeplay.bench.suites import Suite
from treeplay.corpus.schema import Task
from treeplay.errors import DataError, RunError
from treeplay.judge.judge import Judge, Program
from treeplay.judge.schema import Judgement

PREFIX = "def f(x):\n"
TASKS = tuple(
    Task(id=f"t{number:02}", instruction="Do.", prefix=PREFIX, cwe="CWE-095", functional_test="1")
    for number in range(40)
)
SUITE = Suite("demo", "demo", TASKS)
TOOLS = {"scripted": "1"}


class Killed(Exception):
    """Stands for a process's end."""


@dataclass
class ScriptedJudge:
    """Judges by a word in the completion, and may die; the test of one task may not run."""

    calls_left: int = 99
    unrun: str = ""
    seen: list[str] = field(default_factory=list)

    def judge(self, programs: Sequence[Program]) -> list[Judgement]:
        if self.calls_left == 0:
            raise Killed
        self.calls_left -= 1
        self.seen += [program.task.id for program in programs]
        words = {"safe": SECURE, "bad": VULNERABLE, "torn": BROKEN}
        found = [words[program.completion.split()[-1]] for program in programs]
        unrun = UNKNOWN.model_copy(update={"final": False})
        return [unrun if p.task.id == self.unrun else said for p, said in zip(programs, found, strict=True)]


def filled(folder: Path) -> Path:
    store = SampleStore(folder / "samples.jsonl")
    for place, task in enumerate(TASKS):
        for index in range(2):
            word = ("safe", "bad", "torn")[(place + index) % 3]
            completion = f"    x = 1\n    x = 1\n    return {word}"
            store.append(Sample(task_id=task.id, index=index, completion=completion, tokens=7, finished=True))
    return folder


def files(folder: Path) -> tuple[bytes, bytes]:
    return (folder / "verdicts.jsonl").read_bytes(), (folder / "results.json").read_bytes()


def test_score_writes_a_line_a_sample_and_figures_of_all(tmp_path: Path) -> None:
    counts: list[int] = []
    results = score(filled(tmp_path / "m"), SUITE, ScriptedJudge(), TOOLS, progress=counts.append)
    lines = read_verdicts(tmp_path / "m" / "verdicts.jsonl")
    assert [line.name for line in lines] == [(task.id, index) for task in TASKS for index in range(2)]
    assert (lines[0].repetition, lines[0].tokens, lines[0].cwe) == (0.333333, 7, "CWE-095")
    # places and indices sum to 0, 1, 2 modulo 3; of 40 tasks 14, 13, 13 have index 0 at each word
    assert results.verdicts == {"secure": 27, "vulnerable": 27, "broken": 26, "unknown": 0}
    assert (results.model, results.suite, results.judge) == ("m", "demo", TOOLS)
    assert sum(counts) == 80


@pytest.mark.parametrize("torn", [0, 50])
def test_score_killed_and_run_again_ends_in_the_same_bytes(tmp_path: Path, torn: int) -> None:
    score(filled(tmp_path / "whole" / "m"), SUITE, ScriptedJudge(), TOOLS)
    folder, second = filled(tmp_path / "killed" / "m"), ScriptedJudge()
    with pytest.raises(Killed):
        score(folder, SUITE, ScriptedJudge(calls_left=1), TOOLS)
    verdicts = folder / "verdicts.jsonl"
    verdicts.write_bytes(verdicts.read_bytes()[: -torn or None])
    assert not (folder / "results.json").exists()
    score(folder, SUITE, second, TOOLS)
    assert files(folder) == files(tmp_path / "whole" / "m")
    assert len(second.seen) < 30  # of 80: the first batch of 64 was kept, but for what was torn


def test_score_again_judges_nothing_and_writes_the_same_bytes(tmp_path: Path) -> None:
    folder, again = filled(tmp_path / "m"), ScriptedJudge()
    score(folder, SUITE, ScriptedJudge(), TOOLS)
    before = files(folder)
    score(folder, SUITE, again, TOOLS)
    assert (again.seen, files(folder)) == ([], before)


def test_score_with_another_tool_version_judges_all_again(tmp_path: Path) -> None:
    folder, again = filled(tmp_path / "m"), ScriptedJudge()
    score(folder, SUITE, ScriptedJudge(), TOOLS)
    results = score(folder, SUITE, again, {"scripted": "2"})
    assert len(again.seen) == 80
    assert results.judge == {"scripted": "2"}
    assert len(read_verdicts(folder / "verdicts.jsonl")) == 80


def test_score_that_is_cut_off_while_judging_anew_leaves_no_figures_of_a_part(tmp_path: Path) -> None:
    folder = filled(tmp_path / "m")
    score(folder, SUITE, ScriptedJudge(), TOOLS)
    with pytest.raises(Killed):
        score(folder, SUITE, ScriptedJudge(calls_left=1), {"scripted": "2"})
    assert len(read_verdicts(folder / "verdicts.jsonl")) == 64
    assert not (folder / "results.json").exists()


def test_score_again_judges_anew_from_what_could_not_be_run(tmp_path: Path) -> None:
    score(filled(tmp_path / "whole" / "m"), SUITE, ScriptedJudge(), TOOLS)
    folder, again = filled(tmp_path / "broke" / "m"), ScriptedJudge()
    assert score(folder, SUITE, ScriptedJudge(unrun="t35"), TOOLS).verdicts["unknown"] == 2
    score(folder, SUITE, again, TOOLS)
    assert again.seen == [task.id for task in TASKS[35:] for _ in range(2)]
    assert files(folder) == files(tmp_path / "whole" / "m")


def test_score_after_a_changed_test_judges_from_that_task_on(tmp_path: Path) -> None:
    folder, again = filled(tmp_path / "m"), ScriptedJudge()
    score(folder, SUITE, ScriptedJudge(), TOOLS)
    changed = TASKS[30].model_copy(update={"functional_test": "2"})
    score(folder, Suite("demo", "demo", (*TASKS[:30], changed, *TASKS[31:])), again, TOOLS)
    assert again.seen[0] == "t30"
    assert len(again.seen) == 20


def test_score_after_tasks_got_families_writes_them(tmp_path: Path) -> None:
    score(filled(tmp_path), SUITE, ScriptedJudge(), TOOLS)
    tasks = tuple(task.model_copy(update={"family": f"family of {task.id}"}) for task in TASKS)
    score(tmp_path, Suite("demo", "demo", tasks), ScriptedJudge(), TOOLS)
    assert all(line.family == f"family of {line.task_id}" for line in read_verdicts(tmp_path / "verdicts.jsonl"))


def test_score_of_unfinished_samples_says_how_to_finish_them(tmp_path: Path) -> None:
    folder = filled(tmp_path / "m")
    path = folder / "samples.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    with pytest.raises(RunError, match=r"79 samples, from 1 to 2 a task; run the same"):
        score(folder, SUITE, ScriptedJudge(), TOOLS)


def test_score_of_another_suites_samples_refuses(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no task 't39'"):
        score(filled(tmp_path / "m"), Suite("demo", "demo", TASKS[:39]), ScriptedJudge(), TOOLS)


def test_read_verdicts_of_a_damaged_line_names_it(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.jsonl"
    path.write_text('{"task_id": "a"}\n')
    with pytest.raises(DataError, match=r"verdicts\.jsonl:1: .*delete the file and score again"):
        read_verdicts(path)


def test_score_with_the_judge_itself_flags_what_a_detector_finds(tmp_path: Path) -> None:
    task = Task(id="t", instruction="Do.", prefix="import subprocess\n\n\n" + PREFIX, cwe="CWE-077")
    store = SampleStore(tmp_path / "m" / "samples.jsonl")
    for index, body in enumerate(
        ("    return subprocess.call(x, shell=True)\n", "    return int(x)\n", "    return (\n")
    ):
        store.append(Sample(task_id="t", index=index, completion=body, tokens=5, finished=True))
    with Judge(workers=1) as judge:
        results = score(tmp_path / "m", Suite("s", "s", (task,)), judge, judge.tools)
    assert results.metrics["parse_rate"].value == pytest.approx(2 / 3, abs=1e-6)
    assert results.metrics["spr@1"].value == 0.5
    assert results.metrics["own_cwe_rate"].value == 0.5
    assert "bandit" in results.judge


def test_score_writes_findings_as_sarif_with_the_programs_that_have_them(tmp_path: Path) -> None:
    score(filled(tmp_path), SUITE, ScriptedJudge(), TOOLS)
    (run,) = json.loads((tmp_path / "findings.sarif").read_bytes())["runs"]
    assert len(run["artifacts"]) == 80
    bad = [each["location"]["uri"] for each in run["artifacts"] if "contents" in each]
    assert bad[0] == "t00/1.py"
    assert {each["ruleId"] for each in run["results"]} == {"security-test-CWE-095"}
    assert len(run["results"]) == len(bad) == 27
