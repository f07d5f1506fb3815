from __future__ import annotations

import pytest

from treeplay.errors import ConfigError
from treeplay.judge.bandit_detector import NOISE, BanditDetector
from treeplay.judge.detector import ScanError
from treeplay.judge.detectors import DETECTORS, OPTIONAL, load_detectors

HOLE = "import os\n\n\ndef remove(name):\n    os.system('rm ' + name)\n"


@pytest.fixture(scope="module")
def bandit() -> BanditDetector:
    return BanditDetector()


def test_bandit_shell_command_is_found_with_cwe_and_line(bandit: BanditDetector) -> None:
    (finding,) = bandit.scan(HOLE, "python")
    assert (finding.detector, finding.rule, finding.cwe, finding.line) == ("bandit", "B605", "CWE-078", 5)


@pytest.mark.parametrize(("call", "cwe"), [("eval(text)", "CWE-095"), ("exec(text)", "CWE-094")])
def test_bandit_code_injection_is_not_filed_as_command_injection(bandit: BanditDetector, call: str, cwe: str) -> None:
    (finding,) = bandit.scan(f"def run(text):\n    return {call}\n", "python")
    assert finding.cwe == cwe


def test_bandit_safe_code_has_no_findings(bandit: BanditDetector) -> None:
    assert bandit.scan("import os\n\n\ndef remove(name):\n    os.unlink(name)\n", "python") == []


@pytest.mark.parametrize(
    "comment",
    ["# nosec", "# nosec B605", "#nosec", "# nosec: B605, start_process_with_a_shell", "# noqa", "# nosec # nosec"],
)
def test_bandit_suppression_comment_has_no_effect(bandit: BanditDetector, comment: str) -> None:
    marked = HOLE.replace("+ name)", f"+ name)  {comment}")
    assert bandit.scan(marked, "python") == bandit.scan(HOLE, "python")


@pytest.mark.parametrize("cut", range(len("import os\n\n\ndef remove("), len(HOLE) - 1, 3))
def test_bandit_truncated_code_is_never_clean(bandit: BanditDetector, cut: int) -> None:
    """Cut anywhere, the program either parses (then Bandit's word counts) or is an error."""
    code = HOLE[:cut]
    try:
        compile(code, "program", "exec")
    except SyntaxError:
        with pytest.raises(ScanError):
            bandit.scan(code, "python")
    else:
        bandit.scan(code, "python")


@pytest.mark.parametrize(
    "code",
    [
        "def f(:\n",
        "\0",
        "x = '\ud800'\n",
        "# -*- coding: no-such -*-\n",
        "(" * 5000,
        "-" * 100000 + "1",
        "x" + ".y" * 50000,
    ],
    ids=["syntax", "nul", "surrogate", "coding", "parentheses", "minuses", "attributes"],
)
def test_bandit_unreadable_code_is_an_error(bandit: BanditDetector, code: str) -> None:
    with pytest.raises(ScanError):
        bandit.scan(code, "python")


def test_bandit_rule_that_crashes_is_an_error(bandit: BanditDetector, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_context: object) -> None:
        raise KeyError("x")

    crash._test_id = "B999"
    monkeypatch.setitem(bandit._rules.tests, "Call", [crash])
    with pytest.raises(ScanError, match="crash"):
        bandit.scan(HOLE, "python")


def test_bandit_noise_rules_are_silent(bandit: BanditDetector) -> None:
    noisy = (
        "import pickle, subprocess\nimport xml.sax\n\n\ndef f(x):\n    assert x\n    try:\n"
        "        subprocess.run(['ls', x])\n    except OSError:\n        pass\n"
    )
    assert not {finding.rule for finding in bandit.scan(noisy, "python")} & set(NOISE)


def test_bandit_other_language_is_an_error(bandit: BanditDetector) -> None:
    with pytest.raises(ScanError, match="does not read go"):
        bandit.scan("package main\n", "go")


def test_load_detectors_default_holds_bandit_with_its_version() -> None:
    names = {detector.name: detector.version for detector in load_detectors()}
    assert set(DETECTORS) <= set(names)
    assert all(names.values())


def test_load_detectors_without_names_has_no_optional_one_whatever_is_installed() -> None:
    names = [detector.name for detector in load_detectors()]
    assert names == [detector.name for detector in load_detectors(["default"])]
    assert not OPTIONAL.keys() & set(names)


def test_load_detectors_named_twice_is_loaded_once() -> None:
    assert [each.name for each in load_detectors(["ruff", "default", "bandit"])] == ["ruff", "bandit", "rules"]


@pytest.mark.parametrize("name", OPTIONAL)
def test_load_detectors_optional_without_its_tool_says_how_to_install_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.setattr("sysconfig.get_path", lambda _: "/nonexistent")
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ConfigError, match=rf"the detector '{name}' needs .*install"):
        load_detectors([name])


def test_load_detectors_unknown_name_says_the_near_one() -> None:
    with pytest.raises(ConfigError, match="did you mean bandit"):
        load_detectors(["bandid"])
