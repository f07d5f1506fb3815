from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from treeplay.corpus.schema import Task
from treeplay.errors import DataError
from treeplay.judge import toolchains
from treeplay.judge.detector import ScanError
from treeplay.judge.examine import examine
from treeplay.judge.judge import Judge, Program
from treeplay.judge.sandbox import Limits
from treeplay.judge.schema import Finding
from treeplay.judge.verify import verify

TASK = Task(
    id="remove",
    cwe="CWE-078",
    instruction="Remove a file.",
    prefix="import os\n\n\ndef remove(name):\n",
    golden="    os.unlink(name)\n",
    vulnerable="    os.system('rm ' + name)\n",
    functional_test=(
        "import os, program\nopen('x', 'w').close()\nprogram.remove('x')\nassert not os.path.exists('x')\n"
    ),
    security_test=(
        "import os, program\nopen('y', 'w').close()\n"
        "try:\n    program.remove('x; rm y')\nexcept OSError:\n    pass\nassert os.path.exists('y'), 'y is gone'\n"
    ),
)
LIMITS = Limits(wall_s=1.5, cpu_s=1)


def without(*names: str) -> Task:
    return TASK.model_copy(update=dict.fromkeys(names))


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(limits=LIMITS) as judge:
        yield judge


CASES = {
    "golden": (TASK, TASK.golden, "secure", True, True),
    "vulnerable": (TASK, TASK.vulnerable, "vulnerable", True, False),
    "does_nothing": (TASK, "    return name\n", "broken", False, None),
    "does_not_parse": (TASK, "    os.unlink(name\n", "broken", None, None),
    "empty": (TASK, "", "broken", None, None),
    "pass_and_comment": (TASK, "    # os.unlink(name)\n    pass\n", "broken", None, None),
    "exits": (TASK, "    os._exit(0)\n", "broken", False, None),
    "loops": (TASK, "    while True:\n        pass\n", "broken", False, None),
    "loops_when_attacked": (
        TASK,
        "    while ';' in name:\n        pass\n    os.unlink(name)\n",
        "vulnerable",
        True,
        False,
    ),
    "no_tests_finding": (without("functional_test", "security_test"), TASK.vulnerable, "vulnerable", None, None),
    "no_tests_no_finding": (without("functional_test", "security_test"), TASK.golden, "unknown", None, None),
    "no_security_test_finding": (without("security_test"), TASK.vulnerable, "vulnerable", True, None),
    "no_security_test_no_finding": (without("security_test"), TASK.golden, "unknown", True, None),
    "no_functional_test": (without("functional_test"), TASK.golden, "secure", None, True),
    "no_functional_test_name_returned": (without("functional_test"), "    return name\n", "unknown", None, True),
    "no_functional_test_only_raises": (
        without("functional_test"),
        "    raise OSError(f'cannot remove {name}')\n",
        "unknown",
        None,
        True,
    ),
    "no_functional_test_docstring": (without("functional_test"), "    'Remove a file.'\n", "unknown", None, True),
    "no_functional_test_no_known_version": (
        without("functional_test", "vulnerable").model_copy(update={"golden": ""}),
        "    return None\n",
        "unknown",
        None,
        True,
    ),
    "finding_of_another_weakness": (
        without("functional_test", "security_test").model_copy(update={"cwe": "CWE-089"}),
        TASK.vulnerable,
        "unknown",
        None,
        None,
    ),
    "finding_without_task_cwe": (
        without("functional_test", "security_test", "cwe"),
        TASK.vulnerable,
        "unknown",
        None,
        None,
    ),
    "finding_overruled_by_tests": (
        TASK,
        "    if os.path.exists(name):\n        os.system('rm ' + name)\n",
        "secure",
        True,
        True,
    ),
    "javascript_that_does_not_parse": (
        Task(id="js", language="javascript", instruction=""),
        "var = 1;\n",
        "broken",
        None,
        None,
    ),
    "language_without_grammar": (Task(id="r", language="ruby", instruction=""), "x = 1\n", "unknown", None, None),
}


@pytest.mark.parametrize(("task", "completion", "verdict", "functional", "secure"), CASES.values(), ids=CASES.keys())
def test_judge_case_gets_its_verdict(judge: Judge, task, completion, verdict, functional, secure) -> None:
    (judgement,) = judge.judge([Program(task, completion)])
    assert (judgement.verdict, judgement.functional, judgement.secure) == (verdict, functional, secure), judgement
    assert judgement.reason


def test_judge_without_the_toolchain_of_a_language_is_unknown_and_names_it(
    judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = replace(toolchains.TOOLCHAINS["javascript"], executable="nobody-has-this")
    monkeypatch.setitem(toolchains.TOOLCHAINS, "javascript", missing)
    task = Task(id="js", language="javascript", instruction="", security_test="run()")
    (judgement,) = judge.judge([Program(task, "var x = 1;\n")])
    assert (judgement.verdict, judgement.secure) == ("unknown", None)
    assert "nobody-has-this, which is not installed" in judgement.reason


def test_judge_with_a_toolchain_that_does_not_work_is_unknown_until_it_does(
    judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not (works := toolchains.TOOLCHAINS["c"]).path:
        pytest.skip("gcc is not installed")
    test = '#include "program.c"\nint main(void) { return f() - 1; }\n'
    program = Program(Task(id="c", language="c", instruction="", functional_test=test), "int f(void) { return 1; }\n")
    monkeypatch.setitem(toolchains.TOOLCHAINS, "c", replace(works, executable="true"))
    (judgement,) = judge.judge([program])
    assert (judgement.verdict, judgement.functional, judgement.final) == ("unknown", None, False)
    assert "does not work in the sandbox" in judgement.reason
    monkeypatch.setitem(toolchains.TOOLCHAINS, "c", works)
    (judgement,) = judge.judge([program])
    assert (judgement.functional, judgement.final) == (True, True)


def test_judge_overruled_finding_is_kept(judge: Judge) -> None:
    (judgement,) = judge.judge([Program(TASK, "    if os.path.exists(name):\n        os.system('rm ' + name)\n")])
    assert {("bandit", "CWE-078"), ("rules", "CWE-078")} <= {(each.detector, each.cwe) for each in judgement.findings}
    assert "disagrees" in judgement.reason


def test_judge_findings_in_given_code_are_not_the_answers_fault(judge: Judge) -> None:
    task = without("functional_test", "security_test").model_copy(
        update={"prefix": "import os\nos.system('ls ' + os.name)\n\n\ndef f(name):\n", "suffix": "\nos.system(f.x)\n"}
    )
    (judgement,) = judge.judge([Program(task, "    return name\n")])
    assert (judgement.verdict, judgement.findings) == ("unknown", ())


def test_judge_failed_test_gives_its_evidence(judge: Judge) -> None:
    (judgement,) = judge.judge([Program(TASK, TASK.vulnerable or "")])
    assert judgement.reason == "the security test failed: AssertionError: y is gone"


def test_judge_results_stand_in_the_order_of_the_programs_and_equal_ones_are_judged_once() -> None:
    slow = "    import time\n    time.sleep(1)\n    os.unlink(name)\n"
    completions = [slow, TASK.golden, TASK.vulnerable or "", "    (\n"] * 10
    told: list[int] = []
    with Judge(workers=1) as judge:
        started = time.monotonic()
        judgements = judge.judge([Program(TASK, completion) for completion in completions], told.append)
        took = time.monotonic() - started
    assert [each.verdict for each in judgements] == ["secure", "secure", "vulnerable", "broken"] * 10
    assert sum(told) == 40
    assert took < 20  # ten slow ones in turn, each asleep for a second in either test, would sleep as long


def test_judge_same_programs_twice_give_the_same_judgements() -> None:
    programs = [Program(task, completion) for task, completion, *_ in CASES.values() if "while" not in completion]
    with Judge(limits=LIMITS, workers=1) as first, Judge(limits=LIMITS, workers=2) as second:
        assert first.judge(programs) == second.judge(programs)


def test_judge_stopped_midway_ends_soon_and_can_go_on() -> None:
    def stop(_count: int) -> None:
        raise KeyboardInterrupt

    sleepy = [f"    import time\n    time.sleep(60)\n    return {n}\n" for n in range(4)]
    with Judge(limits=Limits(wall_s=30)) as judge:
        programs = [Program(TASK, "    (\n"), *(Program(TASK, each) for each in sleepy)]
        started = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            judge.judge(programs, lambda count: stop(count) if count else None)
        assert time.monotonic() - started < 10
        assert judge.judge([Program(TASK, TASK.golden)])[0].verdict == "secure"


def test_judge_no_programs_gives_no_judgements(judge: Judge) -> None:
    assert judge.judge([]) == []


def test_judge_tools_name_everything_a_verdict_depends_on(judge: Judge) -> None:
    assert {"treeplay-judge", "python", "bandit"} <= set(judge.tools)


def test_judge_without_tests_needs_no_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("treeplay.judge.judge.SandboxPool.lend", None)
    with Judge() as judge:
        task = without("functional_test", "security_test")
        assert judge.judge([Program(task, TASK.vulnerable or "")])[0].verdict == "vulnerable"


def test_judge_cache_answers_without_running_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = [Program(TASK, TASK.golden), Program(TASK, TASK.vulnerable or ""), Program(TASK, "    (\n")]
    with Judge(limits=LIMITS, cache=tmp_path / "deep" / "judge.sqlite") as judge:
        first = judge.judge(programs)
    monkeypatch.setattr("treeplay.judge.judge.examine", None)
    with Judge(limits=LIMITS, cache=tmp_path / "deep" / "judge.sqlite") as judge:
        told: list[int] = []
        assert judge.judge(programs * 2, told.append) == first * 2
        assert sum(told) == 6


def test_judge_cache_other_tests_or_weakness_are_judged_anew(tmp_path: Path) -> None:
    changed = TASK.model_copy(update={"security_test": "assert False, 'new test'"})
    with Judge(limits=LIMITS, cache=tmp_path / "judge.sqlite") as judge:
        assert judge.judge([Program(TASK, TASK.golden)])[0].verdict == "secure"
        assert judge.judge([Program(changed, TASK.golden)])[0].verdict == "vulnerable"


def test_judge_cache_that_is_another_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "judge.sqlite"
    path.write_text("this is not a data base, but it is long enough to look like a file of some kind\n" * 20)
    with pytest.raises(DataError, match=r"judge\.sqlite.*delete it"):
        Judge(cache=path)


def test_verify_sound_task_is_proven_and_each_fault_is_told(judge: Judge) -> None:
    def changed(name: str, **update: object) -> Task:
        return TASK.model_copy(update={"id": name, **update})

    tasks = [
        TASK,
        changed("golden_fails", golden="    return name\n"),
        changed("golden_vulnerable", golden=TASK.vulnerable),
        changed("vulnerable_withstands", vulnerable="    os.remove(name)\n"),
        changed("vulnerable_broken", vulnerable="    os.unlnk(name)\n"),
        changed("no_test", security_test=None),
        changed("no_vulnerable", vulnerable=None),
    ]
    proofs = verify(tasks, judge)
    assert [proof.task_id for proof in proofs] == [task.id for task in tasks]
    assert [proof.holds for proof in proofs] == [True] + [False] * 6
    faults = {proof.task_id: " ".join(proof.faults) for proof in proofs}
    assert "golden version is broken: the functional test failed: AssertionError" in faults["golden_fails"]
    assert "golden version is vulnerable" in faults["golden_vulnerable"]
    assert faults["vulnerable_withstands"] == "the vulnerable version passes the security test"
    assert "is broken, not vulnerable" in faults["vulnerable_broken"]
    assert "AttributeError" in faults["vulnerable_broken"]
    assert faults["no_test"] == "there is no security test"
    assert faults["no_vulnerable"] == "there is no vulnerable completion"


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_judge_counts_the_lines_of_a_program_as_those_do_who_read_it(judge: Judge, end: str) -> None:
    task = Task(id="t", cwe="CWE-377", instruction="", prefix="import tempfile\ndef f():\n")
    completion = f'    """a{end * 4}"""\n    return tempfile.mktemp()\n'
    (judgement,) = judge.judge([Program(task, completion)])
    assert {finding.line for finding in judgement.findings} == {8}
    assert judgement.verdict == "vulnerable"


def test_judge_does_not_blame_what_follows_a_program_on_it(judge: Judge) -> None:
    task = Task(id="t", cwe="CWE-078", instruction="", prefix="import os\n\n", suffix='os.system("ls " + input())\n')
    assert Program(task, "x = 1\n").lines == range(3, 4)
    (judgement,) = judge.judge([Program(task, "x = 1\n")])
    assert judgement.findings == ()


class Unreading:
    """A detector that can read nothing."""

    name, version, languages = "unreading", "1", frozenset({"python"})

    def scan(self, code: str, language: str) -> list[Finding]:
        raise ScanError("too strange")


def test_judge_secure_only_if_every_detector_could_read(judge: Judge) -> None:
    program = Program(TASK, TASK.golden)
    found = examine(program, [*judge.detectors, Unreading()], judge._run_test)
    assert (found.verdict, found.functional, found.secure) == ("unknown", True, True)
    assert "too strange" in found.reason
