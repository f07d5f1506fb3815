from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from treeplay.cli.judge import app
from treeplay.errors import ConfigError, DataError

HOLE = "import os\n\n\ndef remove(name):\n    os.system('rm ' + name)\n"


def test_judge_run_standard_input_prints_verdict_finding_and_reason() -> None:
    done = CliRunner().invoke(app, ["run", "-", "--cwe", "78"], input=HOLE, catch_exceptions=False)
    assert done.exit_code == 0
    assert done.output.startswith("vulnerable a detector found")
    assert "line 5: CWE-078" in done.output
    assert "(bandit B605, ruff S605, rules py-" in done.output
    assert done.output.count("line 5") == 1, "one weakness is shown once"


def test_judge_run_asks_only_the_detectors_that_are_named() -> None:
    done = CliRunner().invoke(
        app, ["run", "-", "--cwe", "78", "--detectors", "bandit", "--json"], input=HOLE, catch_exceptions=False
    )
    assert {each["detector"] for each in json.loads(done.output)["findings"]} == {"bandit"}


def test_judge_run_json_prints_one_object(tmp_path: Path) -> None:
    file = tmp_path / "program.py"
    file.write_text(HOLE)
    done = CliRunner().invoke(app, ["run", str(file), "--cwe", "CWE-089", "--json"], catch_exceptions=False)
    assert json.loads(done.output)["verdict"] == "unknown"


def test_judge_run_task_runs_its_tests(tmp_path: Path) -> None:
    task = {
        "id": "t",
        "instruction": "",
        "prefix": "def f(x):\n",
        "functional_test": "import program\nassert program.f(1) == 1",
        "security_test": "import program\nassert program.f('a;') != 'a;', 'got through'",
    }
    (tmp_path / "tasks.jsonl").write_text(json.dumps(task) + "\n")
    (tmp_path / "program.py").write_text("def f(x):\n    return x\n")
    done = CliRunner().invoke(
        app,
        ["run", str(tmp_path / "program.py"), "--task", "t", "--source", str(tmp_path / "tasks.jsonl")],
        catch_exceptions=False,
    )
    assert done.output == "vulnerable the security test failed: AssertionError: got through\n"


def test_judge_run_reads_a_file_as_its_ending_says_and_lets_it_steer_no_terminal(tmp_path: Path) -> None:
    (tmp_path / "x.cc").write_text("class A { public: int f() { return 1; } };\n")
    assert "does not parse" not in CliRunner().invoke(app, ["run", str(tmp_path / "x.cc")]).output
    task = {"id": "t", "instruction": "", "functional_test": "import program"}
    (tmp_path / "tasks.jsonl").write_text(json.dumps(task) + "\n")
    (tmp_path / "program.py").write_text('raise ValueError("\\x1b]0;title\\x07\\x1b[2Jsecure")\n')
    asked = [str(tmp_path / "program.py"), "--task", "t", "--source", str(tmp_path / "tasks.jsonl")]
    for verb in ("run", "explain"):
        said = CliRunner().invoke(app, [verb, *asked]).output
        assert "\\x1b[2Jsecure" in said
        assert "\x1b" not in said


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        (["run", "no/such.py"], DataError, "no/such.py: No such file"),
        (["run", "-", "--cwe", "x"], ConfigError, "--cwe"),
        (["run", "-", "--language", "pyton"], ConfigError, "did you mean python"),
        (["run", "-", "--detectors", "bandid"], ConfigError, "did you mean bandit"),
        (["run", "main.rs"], ConfigError, "main.rs: its ending names no language.*--language"),
    ],
    ids=["file", "cwe", "language", "detector", "ending"],
)
def test_judge_run_wrong_argument_is_a_user_error(arguments: list[str], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        CliRunner().invoke(app, arguments, input="x = 1\n", catch_exceptions=False)


@pytest.fixture(scope="module")
def doctor() -> dict[str, Any]:
    done = CliRunner().invoke(app, ["doctor", "--json"])
    told: dict[str, Any] = json.loads(done.output)
    assert ("refused" in told["sandbox"]) == (done.exit_code == 5)
    return told


def test_judge_doctor_json_tells_isolation_and_what_detectors_cost(doctor: dict[str, Any]) -> None:
    assert [each["name"] for each in doctor["detectors"]] == ["bandit", "ruff", "rules"]
    assert all(each["ms"].keys() == set(each["languages"]) for each in doctor["detectors"])
    assert "refused" in doctor["sandbox"] or doctor["sandbox"]["median_ms"] > 0


def test_judge_doctor_tells_of_optional_detectors_their_version_or_how_to_install_them(doctor: dict[str, Any]) -> None:
    assert set(doctor["optional"]) == {"semgrep", "cppcheck", "eslint", "gcc-analyzer"}
    for state in doctor["optional"].values():
        assert re.search(r"\d+\.\d+", state) or "install" in state


def test_judge_doctor_tells_what_is_covered_and_blind(doctor: dict[str, Any]) -> None:
    cells = {(each["cwe"], each["language"]): each for each in doctor["coverage"]}
    assert "ruff S605" in cells["CWE-078", "python"]["deciding"]
    assert "bandit B605" in cells["CWE-078", "python"]["doubted"]  # fires where ruff's does, so it adds nothing
    assert "bandit B608" in cells["CWE-089", "python"]["doubted"]
    assert cells["CWE-367", "c"]["blind"]
    assert cells["CWE-367", "c"]["tests"] > 0


def test_judge_doctor_names_the_toolchain_of_each_language(doctor: dict[str, Any]) -> None:
    assert set(doctor["toolchains"]) == {"javascript", "go", "c", "cpp"}
    assert all(doctor["toolchains"].values())


def test_judge_explain_tells_what_each_finding_is_worth() -> None:
    code = "import os\n\n\ndef f(name, cursor):\n    os.system('rm ' + name)\n    cursor.execute('select ' + name)\n"
    done = CliRunner().invoke(app, ["explain", "-", "--cwe", "78"], input=code, catch_exceptions=False)
    lines = done.output.splitlines()
    assert lines[0].startswith("verdict: vulnerable, since a detector found the task's weakness")
    assert "security test: the task has none" in lines
    assert re.search(r"looked for: CWE-078 in python by \d+ rules that the judge counts", done.output)
    first = next(i for i, line in enumerate(lines) if line.startswith("weakness: line 5: CWE-078"))
    worth = r"code on which it fires is vulnerable in \d+ % \(\d+ to \d+\)"
    assert re.match(rf"  bandit B605: not counted: {worth}", lines[first + 1])
    assert re.fullmatch(rf"  ruff S605: counted: {worth}", lines[first + 2])
    other = next(line for i, line in enumerate(lines) if "CWE-089" in lines[i - 1])
    assert other.endswith(": not counted: the task is about CWE-078")
    assert sum(line.startswith("weakness:") for line in lines) == 2
    assert "bandit" in lines[-1]


def test_judge_explain_of_silence_claims_nothing() -> None:
    done = CliRunner().invoke(app, ["explain", "-", "--cwe", "78"], input="x = 1\n", catch_exceptions=False)
    assert "verdict: unknown" in done.output
    assert "silence proves nothing" in done.output
