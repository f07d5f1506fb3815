from __future__ import annotations

import json
import re
from pathlib import Path

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
    assert "bandit B605" in done.output


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


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        (["run", "no/such.py"], DataError, "no/such.py: No such file"),
        (["run", "-", "--cwe", "x"], ConfigError, "--cwe"),
        (["run", "-", "--language", "pyton"], ConfigError, "did you mean python"),
    ],
    ids=["file", "cwe", "language"],
)
def test_judge_run_wrong_argument_is_a_user_error(arguments: list[str], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        CliRunner().invoke(app, arguments, input="x = 1\n", catch_exceptions=False)


def test_judge_doctor_json_tells_isolation_and_detectors() -> None:
    done = CliRunner().invoke(app, ["doctor", "--json"])
    told = json.loads(done.output)
    assert [each["name"] for each in told["detectors"]] == ["bandit", "ruff", "rules"]
    assert ("refused" in told["sandbox"]) == (done.exit_code == 5)
    assert done.exit_code == 5 or told["sandbox"]["median_ms"] > 0


def test_judge_doctor_names_the_toolchain_of_each_language() -> None:
    told = json.loads(CliRunner().invoke(app, ["doctor", "--json"]).output)
    assert set(told["toolchains"]) == {"javascript", "go", "c", "cpp"}
    assert all(told["toolchains"].values())


def test_judge_explain_tells_what_each_finding_is_worth() -> None:
    code = "import os\n\n\ndef f(name, cursor):\n    os.system('rm ' + name)\n    cursor.execute('select ' + name)\n"
    done = CliRunner().invoke(app, ["explain", "-", "--cwe", "78"], input=code, catch_exceptions=False)
    lines = done.output.splitlines()
    assert lines[0].startswith("verdict: vulnerable, since a detector found the task's weakness")
    assert "security test: the task has none" in lines
    counted = lines[next(i for i, line in enumerate(lines) if line.startswith("finding: line 5: CWE-078")) + 1]
    assert re.search(r"counted: code on which it fires is vulnerable in \d+ % \(\d+ to \d+\)", counted)
    other = lines[next(i for i, line in enumerate(lines) if "CWE-089" in line) + 1]
    assert other == "  not counted: the task is about CWE-078"
    assert "bandit" in lines[-1]


def test_judge_explain_of_silence_claims_nothing() -> None:
    done = CliRunner().invoke(app, ["explain", "-", "--cwe", "78"], input="x = 1\n", catch_exceptions=False)
    assert "verdict: unknown" in done.output
    assert "silence proves nothing" in done.output
