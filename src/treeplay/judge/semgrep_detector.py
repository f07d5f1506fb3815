"""Semgrep, or its fork opengrep, with our own taint rules for Python, JavaScript and Go.

A process takes seconds to start, so it is worth its cost for many programs at once. Both say "nothing found" of code
that they read in part or not at all; so a program must parse by our grammar too, must be among the files that were
scanned, and anything but silence about it is an error. No network, no metrics, no settings of the user's;
`nosemgrep` comments have no effect.
"""

from __future__ import annotations

import json
import re
import tempfile
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from treeplay.judge.command import CommandDetector, Result, command_version, find_command, run_command
from treeplay.judge.detector import ScanError
from treeplay.judge.schema import Finding
from treeplay.judge.semgrep.rules import taint_rules, taint_rules_version
from treeplay.syntax.languages import parses

INSTALL = "pip install 'treeplay[semgrep]' or pip install 'treeplay[opengrep]'"

_OPTIONS = (
    *("scan", "--config", "rules.yaml", "--json", "--quiet", "--disable-nosem", "--disable-version-check"),
    *("--no-git-ignore", "--no-rewrite-rule-ids", "--jobs", "1", "--timeout", "20", "--timeout-threshold", "0"),
)
_ENDINGS = {"python": "py", "javascript": "js", "go": "go"}
_PACKAGE = re.compile(r"^\s*package\s+\w+", re.MULTILINE)
_TIMEOUT_S, _TIMEOUT_EACH_S = 90.0, 1.0


def semgrep_detector() -> CommandDetector:
    """Our taint rules, run by semgrep or else by opengrep.

    Raises:
        ConfigError: neither is installed.
    """
    commands = {"semgrep": "", "opengrep": "tackbox_opengrep"}
    command = find_command(commands, detector="semgrep", install=INSTALL)
    engine = Path(command).name
    quiet = ("--metrics", "off") if engine == "semgrep" else ()
    with tempfile.TemporaryDirectory(prefix="treeplay-semgrep-") as folder:
        number = command_version([command, "--version"], _environment(Path(folder)))
    rules = {
        language: {rule.id: rule.cwe for rule in taint_rules() if rule.language == language} for language in _ENDINGS
    }
    return CommandDetector(
        "semgrep",
        f"{engine} {number}, rules {taint_rules_version()}",
        lambda codes, language: _read([command, *_OPTIONS, *quiet], codes, language),
        rules,
    )


def _environment(folder: Path) -> dict[str, str]:
    """Nothing is asked of the network, and nothing written outside the folder."""
    return {
        "SEMGREP_SEND_METRICS": "off",
        "SEMGREP_ENABLE_VERSION_CHECK": "0",
        "SEMGREP_SETTINGS_FILE": str(folder / ".settings.yml"),
        "SEMGREP_LOG_FILE": str(folder / ".semgrep.log"),
        "SEMGREP_VERSION_CACHE_PATH": str(folder / ".version"),
        "OTEL_SDK_DISABLED": "true",
        "PYTHONWARNINGS": "ignore",
    }


def _read(command: Sequence[str], codes: Sequence[str], language: str) -> list[Result]:
    with tempfile.TemporaryDirectory(prefix="treeplay-semgrep-") as name:
        folder = Path(name)
        rules = [rule.for_semgrep() for rule in taint_rules() if rule.language == language]
        (folder / "rules.yaml").write_text(yaml.safe_dump({"rules": rules}))
        (folder / "code").mkdir()
        for index, code in enumerate(codes):
            path = folder / "code" / f"{index}.{_ENDINGS[language]}"
            path.write_text(_program(code, language), encoding="utf-8", newline="")
        done = run_command(
            [*command, "code"],
            folder,
            timeout_s=_TIMEOUT_S + _TIMEOUT_EACH_S * len(codes),
            environment=_environment(folder),
        )
    try:
        said = json.loads(done.stdout)
    except ValueError as error:
        raise ValueError(done.stderr.decode("utf-8", "replace").strip()[-300:]) from error
    return [
        _result(_program(code, language), language, about)
        for code, about in zip(codes, _about(said, len(codes)), strict=True)
    ]


def _about(said: Mapping[str, Any], count: int) -> list[tuple[bool, list[str], list[dict[str, Any]]]]:
    """Of each program: whether it was scanned, what went wrong, what was found.

    Raises:
        ValueError: something went wrong that is not about one program.
    """
    about: list[tuple[bool, list[str], list[dict[str, Any]]]] = [(False, [], []) for _ in range(count)]
    for path in said["paths"]["scanned"]:
        about[_index(path)] = (True, [], [])
    for error in said["errors"]:
        if "path" not in error:
            raise ValueError(str(error.get("message", error))[:300])
        about[_index(error["path"])][1].append(" ".join(str(error.get("message", error.get("type"))).split()))
    for result in said["results"]:
        about[_index(result["path"])][2].append(result)
    return about


def _index(path: str) -> int:
    return int(Path(path).stem)


def _program(code: str, language: str) -> str:
    if language == "python" and code[:1].isspace():
        return textwrap.dedent(code)
    if language == "go" and not _PACKAGE.search(code):
        return f"package program; {code}"
    return code


def _result(code: str, language: str, about: tuple[bool, list[str], list[dict[str, Any]]]) -> Result:
    scanned, errors, found = about
    if errors or not scanned:
        return ScanError(f"semgrep cannot read the whole program: {errors[0][:300] if errors else 'it was left out'}")
    if not parses(code, language):
        return ScanError("semgrep cannot read the whole program: it does not parse")
    return {_finding(each) for each in found}


def _finding(item: Mapping[str, Any]) -> Finding:
    rule = item["check_id"].rpartition(".")[2]
    kind = next(each.cwe for each in taint_rules() if each.id == rule)
    message = " ".join(item["extra"]["message"].split())
    return Finding(detector="semgrep", rule=rule, cwe=kind, line=item["start"]["line"], message=message)
