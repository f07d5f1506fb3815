"""SARIF: what is written holds against the schema, and what others wrote is read by content."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from treeplay.cli.judge import app
from treeplay.errors import DataError
from treeplay.judge.detector import ScanError
from treeplay.judge.detectors import load_detectors
from treeplay.judge.sarif import Judged, sarif_log
from treeplay.judge.schema import Finding, Judgement

HOLE = "import os\n\n\ndef remove(name):\n    os.system('rm ' + name)\n"
CLEAN = "x = 1\n"
SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-schema-2.1.0.json").read_bytes())
TOOLS = {"bandit": "1.9.4", "ruff": "0.17.6", "python": "3.11.7"}


def finding(detector: str, rule: str, cwe: str | None, line: int | None = 5) -> Finding:
    return Finding(detector=detector, rule=rule, cwe=cwe, line=line, message="A shell command is built.")


def judged(name: str, text: str, *findings: Finding, secure: bool | None = None) -> Judged:
    verdict = "vulnerable" if findings or secure is False else "unknown"
    reason = "the security test failed: AssertionError: y is gone" if secure is False else ""
    return Judged(
        name, text, "CWE-078", Judgement(verdict=verdict, parsed=True, secure=secure, findings=findings, reason=reason)
    )


def valid(log: dict[str, Any]) -> dict[str, Any]:
    jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    return log


@pytest.fixture
def log() -> dict[str, Any]:
    return sarif_log(
        [
            judged("t%201/0.py", HOLE, finding("bandit", "B605", "CWE-078"), finding("ruff", "S605", "CWE-078")),
            judged("t%201/1.py", HOLE, finding("odd", "X1", None, None), secure=False),
            judged("t%202/0.py", CLEAN),
        ],
        TOOLS,
    )


def test_sarif_log_is_valid(log: dict[str, Any]) -> None:
    valid(log)


def test_sarif_log_of_nothing_is_valid() -> None:
    assert valid(sarif_log([], {}))["runs"][0]["results"] == []


def test_sarif_weakness_of_two_detectors_is_one_result_with_place_and_both(log: dict[str, Any]) -> None:
    first = log["runs"][0]["results"][0]
    assert (first["ruleId"], first["level"]) == ("B605", "warning")
    assert first["message"]["text"] == "A shell command is built. Also reported by: ruff S605."
    assert first["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "t%201/0.py", "index": 0}, "region": {"startLine": 5}}}
    ]
    assert [each["detector"] for each in first["properties"]["findings"]] == ["bandit", "ruff"]


def test_sarif_rules_stand_with_their_detector_its_version_and_cwe_tags(log: dict[str, Any]) -> None:
    tool = log["runs"][0]["tool"]
    reference = log["runs"][0]["results"][0]["rule"]
    extension = tool["extensions"][reference["toolComponent"]["index"]]
    assert (extension["name"], extension["version"]) == ("bandit", "1.9.4")
    rule = extension["rules"][reference["index"]]
    assert (rule["id"], rule["properties"]["tags"]) == ("B605", ["security", "CWE-078", "external/cwe/cwe-078"])


def test_sarif_failed_security_test_is_an_error_of_treeplay(log: dict[str, Any]) -> None:
    proven = next(each for each in log["runs"][0]["results"] if each["level"] == "error")
    assert proven["ruleId"] == "security-test-CWE-078"
    assert "y is gone" in proven["message"]["text"]
    assert log["runs"][0]["tool"]["driver"]["rules"][proven["rule"]["index"]]["id"] == proven["ruleId"]


def test_sarif_program_of_a_weakness_is_kept_and_a_clean_one_named_by_its_hash(log: dict[str, Any]) -> None:
    first, _, clean = log["runs"][0]["artifacts"]
    assert first["contents"]["text"] == HOLE
    assert "contents" not in clean
    assert clean["hashes"]["sha-256"] == hashlib.sha256(CLEAN.encode()).hexdigest()


def test_sarif_text_that_no_file_can_hold_is_written_all_the_same() -> None:
    valid(json.loads(json.dumps(sarif_log([judged("a", "x = '\ud800'\n", finding("bandit", "B1", "CWE-078"))], {}))))


def test_judge_run_writes_a_valid_sarif_file(tmp_path: Path) -> None:
    program, log = tmp_path / "program.py", tmp_path / "found.sarif"
    program.write_text(HOLE)
    CliRunner().invoke(app, ["run", str(program), "--cwe", "78", "--sarif", str(log)], catch_exceptions=False)
    (run,) = valid(json.loads(log.read_bytes()))["runs"]
    (result,) = run["results"]
    assert run["artifacts"][0]["location"]["uri"] == program.as_uri()
    assert {each["detector"] for each in result["properties"]["findings"]} == {"bandit", "ruff", "rules"}


def test_sarif_detector_reads_what_we_wrote(tmp_path: Path, log: dict[str, Any]) -> None:
    path = tmp_path / "own.sarif"
    path.write_text(json.dumps(log))
    (detector,) = load_detectors([f"sarif:{path}"])
    assert detector.name == "sarif:treeplay"
    assert detector.scan(CLEAN, "python") == []
    assert {(each.rule, each.cwe, each.line) for each in detector.scan(HOLE, "python")} >= {("B605", "CWE-078", 5)}


def codeql(tmp_path: Path, **changes: Any) -> str:
    """The shape of CodeQL's logs: files beside the log, what was read among the notifications."""
    (tmp_path / "a.py").write_text(HOLE)
    (tmp_path / "b.py").write_text(CLEAN)
    (tmp_path / "c.py").write_text("def f(:\n")

    def place(uri: str, index: int, line: int | None = None) -> dict[str, Any]:
        physical: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%", "index": index}}
        return {"physicalLocation": physical | ({"region": {"startLine": line}} if line else {})}

    notes = [
        {"locations": [place("a.py", 0)], "message": {"text": ""}, "level": "none", "descriptor": {"id": "py/diagnostics/successfully-extracted-files"}},
        {"locations": [place("b.py", 1)], "message": {"text": ""}, "level": "none", "descriptor": {"id": "py/diagnostics/successfully-extracted-files"}},
        {"locations": [place("c.py", 2)], "message": {"text": "Syntax Error"}, "level": "error", "descriptor": {"id": "py/diagnostics/extraction-errors"}},
    ]  # fmt: skip
    run = {
        "tool": {
            "driver": {"name": "CodeQL", "semanticVersion": "2.20.0"},
            "extensions": [
                {
                    "name": "codeql/python-queries",
                    "rules": [
                        {
                            "id": "py/command-line-injection",
                            "properties": {"tags": ["correctness", "security", "external/cwe/cwe-078", "external/cwe/cwe-088"]},
                        }
                    ],
                }
            ],
        },
        "artifacts": [{"location": {"uri": f"{name}.py", "uriBaseId": "%SRCROOT%", "index": index}} for index, name in enumerate("abc")],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notes}],
        "results": [
            {
                "ruleId": "py/command-line-injection",
                "message": {"text": "This command line depends on a [user-provided value](1)."},
                "locations": [place("a.py", 0, 5)],
                "suppressions": [{"kind": "inSource"}],
            }
        ],
    }  # fmt: skip
    path = tmp_path / "codeql.sarif"
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run | changes]}
    path.write_text(json.dumps(valid(log)))
    return f"sarif:{path}"


def test_sarif_detector_codeql_finding_is_read_though_suppressed(tmp_path: Path) -> None:
    (detector,) = load_detectors([codeql(tmp_path)])
    (found,) = detector.scan(HOLE, "python")
    assert (found.detector, found.rule, found.cwe, found.line) == ("codeql", "py/command-line-injection", "CWE-078", 5)
    assert detector.name == "sarif:codeql"
    assert detector.rules("python") == {"py/command-line-injection": "CWE-078"}


def test_sarif_detector_program_that_was_read_and_has_no_result_is_clean(tmp_path: Path) -> None:
    (detector,) = load_detectors([codeql(tmp_path)])
    assert detector.scan(CLEAN, "python") == []


@pytest.mark.parametrize(
    ("code", "said"),
    [("y = 2\n", "the tool did not read it"), ("def f(:\n", "could not read the program: Syntax Error")],
)
def test_sarif_detector_program_that_was_not_read_is_an_error(tmp_path: Path, code: str, said: str) -> None:
    (detector,) = load_detectors([codeql(tmp_path)])
    with pytest.raises(ScanError, match=said):
        detector.scan(code, "python")


def test_sarif_detector_failed_run_is_an_error_about_every_program(tmp_path: Path) -> None:
    (detector,) = load_detectors([codeql(tmp_path, invocations=[{"executionSuccessful": False}])])
    with pytest.raises(ScanError, match="the run of the tool failed"):
        detector.scan(CLEAN, "python")


def test_sarif_detector_file_outside_the_folder_of_the_log_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    (tmp_path / "secret.py").write_text(CLEAN)
    artifacts = [{"location": {"uri": uri}} for uri in ("../secret.py", (tmp_path / "secret.py").as_uri())]
    (detector,) = load_detectors([codeql(folder, artifacts=artifacts, invocations=[], results=[])])
    with pytest.raises(ScanError, match="did not read it"):
        detector.scan(CLEAN, "python")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        ('{"version": "2.0.0", "runs": []}', "SARIF 2.0.0; export the results as SARIF 2.1.0"),
        ('{"version": "2.1.0", "runs": [{}]}', "not a SARIF 2.1.0 log"),
        ("[]", "not a SARIF 2.1.0 log"),
    ],
    ids=["json", "version", "tool", "list"],
)
def test_sarif_detector_other_file_is_a_user_error(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "x.sarif"
    path.write_text(text)
    with pytest.raises(DataError, match=said):
        load_detectors([f"sarif:{path}"])


def test_sarif_detector_missing_file_is_a_user_error() -> None:
    with pytest.raises(DataError, match=r"no/such\.sarif: No such file"):
        load_detectors(["sarif:no/such.sarif"])


@pytest.mark.parametrize(
    "rule",
    [
        {"properties": {"tags": ["CWE-78: OS Command Injection"]}},
        {"properties": {"cwe": "cwe-78"}},
        {"properties": {"tags": ["security", "external/cwe/cwe-078"]}},
        {"relationships": [{"target": {"id": "78", "toolComponent": {"name": "CWE"}}}]},
    ],
    ids=["semgrep", "property", "codeql", "taxonomy"],
)
def test_sarif_detector_cwe_is_read_wherever_tools_put_it(tmp_path: Path, rule: dict[str, Any]) -> None:
    tool = {"driver": {"name": "Other", "rules": [{"id": "r"} | rule]}}
    result = {
        "ruleIndex": 0,
        "message": {"text": "m"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.py"}}}],
    }
    (detector,) = load_detectors([codeql(tmp_path, tool=tool, results=[result])])
    (found,) = detector.scan(HOLE, "python")
    assert (found.detector, found.rule, found.cwe, found.line) == ("other", "r", "CWE-078", None)
