from __future__ import annotations

import pytest
from optional import if_installed

from treeplay.errors import ConfigError
from treeplay.judge.command import CommandDetector
from treeplay.judge.detector import ScanError
from treeplay.judge.eslint_detector import PLUGINS, eslint_detector

HOLE = "function show(node, name) {\n  node.innerHTML = '<b>' + name;\n}\n"
MODULE = "export function show(node, name) {\n  node.innerHTML = '<b>' + name;\n}\n"
BROKEN = "function show( {\n"


@pytest.fixture(scope="module")
def eslint() -> CommandDetector:
    detector = if_installed(eslint_detector)
    marked = [HOLE.replace(";\n", f"; {comment}\n", 1) for comment in COMMENTS]
    detector.prepare([HOLE, MODULE, BROKEN, "var x = 1;\n", "/* eslint-disable */\n" + HOLE, *marked], "javascript")
    return detector


COMMENTS = ("// eslint-disable-line", "/* eslint no-unsanitized/property: off */", "/* eslint-disable */")


@pytest.mark.parametrize("code", [HOLE, MODULE], ids=["script", "module"])
def test_eslint_markup_is_found_with_cwe_and_line(eslint: CommandDetector, code: str) -> None:
    found = eslint.scan(code, "javascript")
    assert {("no-unsanitized/property", "CWE-079", 2), ("sdl/no-inner-html", "CWE-079", 2)} <= {
        (each.rule, each.cwe, each.line) for each in found
    }


def test_eslint_safe_code_has_no_findings(eslint: CommandDetector) -> None:
    assert eslint.scan("var x = 1;\n", "javascript") == []


def test_eslint_suppression_comment_has_no_effect(eslint: CommandDetector) -> None:
    expected = eslint.scan(HOLE, "javascript")
    for comment in COMMENTS:
        assert eslint.scan(HOLE.replace(";\n", f"; {comment}\n", 1), "javascript") == expected
    file_wide = eslint.scan("/* eslint-disable */\n" + HOLE, "javascript")
    assert [each.rule for each in file_wide] == [each.rule for each in expected]


def test_eslint_unreadable_code_is_an_error(eslint: CommandDetector) -> None:
    with pytest.raises(ScanError, match="eslint cannot read the program: line 2"):
        eslint.scan(BROKEN, "javascript")


def test_eslint_version_names_every_plugin(eslint: CommandDetector) -> None:
    assert all(plugin in eslint.version for plugin in PLUGINS)


def test_eslint_missing_names_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(ConfigError, match="npm install -g eslint@9 eslint-plugin-security"):
        eslint_detector()
