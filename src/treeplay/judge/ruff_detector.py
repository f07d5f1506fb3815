"""Ruff's security rules (S): Bandit's, in a compiled program; one process reads a whole batch.

A process takes 10 ms to start and a function 0.2 ms, so `prepare` reads what will be asked for at once. Ruff knows a
name only by its import, and bare functions have none; so common imports stand before the code, and what is found in
them is dropped. Suppression comments have no effect. Code that does not parse is an error and not "no findings".
"""

from __future__ import annotations

import json
import subprocess
import tempfile
import textwrap
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ruff import find_ruff_bin

from treeplay import cwe
from treeplay.judge.detectors import ScanError
from treeplay.judge.schema import Finding

NOISE = ("S4", "S101", "S110", "S112", "S603", "S607")
"Rules left out: imports, assert, swallowed exceptions, and the safe list form of subprocess."

_CWES = {
    20: "314 315 313 316 317 318 319 320 506",
    22: "202 310",
    78: "102 307 601 602 604 605 606 609",
    79: "308 702 704",
    80: "703",
    89: "608 610 611",
    94: "201 612 701",
    259: "105 106 107",
    295: "323 501 507",
    319: "312 321 508 509",
    326: "505",
    327: "303 304 305 324 502 503 504",
    330: "311",
    377: "108 306",
    400: "113",
    502: "301 302",
    605: "104",
    732: "103",
}
"The CWE of the Bandit rule of the same number."

_CWE_OF_RULE = {f"S{rule}": cwe.normalise(number) for number, rules in _CWES.items() for rule in rules.split()}

_PRELUDE = (
    "import os, sys, re, ssl, json, yaml, random, pickle, marshal, shelve, hashlib, tempfile, subprocess, requests, "
    "sqlite3, tarfile, urllib, urllib.request, telnetlib, ftplib, xml, lxml, jinja2, mako, flask, paramiko, commands, "
    "popen2, httpx, dill, jsonpickle, logging.config, markupsafe, django.utils.safestring\n"
    "from subprocess import call, check_call, check_output, Popen, run\n"
    "from lxml import etree; from xml.etree import ElementTree as ET; from markupsafe import Markup; "
    "from django.utils.safestring import mark_safe; from Crypto.Cipher import AES, DES, ARC4; "
    "from urllib.request import urlopen; from tempfile import mktemp; import cPickle, pickle as cPickle\n"
)
_PRELUDE_LINES = _PRELUDE.count("\n")
_TIMEOUT_S = 120
_MAX_KEPT = 20_000
_SYNTAX = frozenset({None, "invalid-syntax", "E902", "E999"})

_Result = list[Finding] | ScanError


class RuffDetector:
    """Ruff's rules S for Python, less `NOISE`."""

    name = "ruff"
    languages = frozenset({"python"})

    def __init__(self) -> None:
        self.version = version("ruff")
        self._known: dict[str, _Result] = {}
        self._command = [
            find_ruff_bin(),
            *("check", "--isolated", "--no-cache", "--ignore-noqa", "--exit-zero", "--quiet"),
            *("--output-format", "json", "--target-version", "py313", "--select", "S", "--ignore", ",".join(NOISE)),
        ]

    def prepare(self, codes: Sequence[str], language: str) -> None:
        """Reads programs that will be scanned, all by one process; each result is given out once or more."""
        if language not in self.languages:
            return
        if len(self._known) > _MAX_KEPT:
            self._known.clear()
        missing = [code for code in dict.fromkeys(codes) if code not in self._known]
        if missing:
            self._known |= zip(missing, self._run(missing), strict=True)

    def scan(self, code: str, language: str) -> list[Finding]:
        """See `Detector.scan`."""
        if language not in self.languages:
            raise ScanError(f"ruff does not read {language}")
        self.prepare([code], language)
        result = self._known[code]
        if isinstance(result, ScanError):
            raise ScanError(str(result))
        return list(result)

    def _run(self, codes: Sequence[str]) -> list[_Result]:
        try:
            reported = self._report(codes)
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            if len(codes) > 1:  # one program that ruff cannot take must not decide about the others
                middle = len(codes) // 2
                return self._run(codes[:middle]) + self._run(codes[middle:])
            return [ScanError(f"ruff could not read the program ({type(error).__name__})")]
        by_file: dict[int, list[dict[str, Any]]] = {}
        for item in reported:
            by_file.setdefault(int(Path(item["filename"]).stem), []).append(item)
        return [_result(code, by_file.get(index, [])) for index, code in enumerate(codes)]

    def _report(self, codes: Sequence[str]) -> list[dict[str, Any]]:
        with tempfile.TemporaryDirectory(prefix="treeplay-ruff-") as folder:
            for index, code in enumerate(codes):
                Path(folder, f"{index}.py").write_bytes(_program(code).encode("utf-8", "replace"))
            done = subprocess.run([*self._command, folder], capture_output=True, timeout=_TIMEOUT_S, check=True)
        reported: list[dict[str, Any]] = json.loads(done.stdout)
        return reported


def _has_prelude(code: str) -> bool:
    return "__future__" not in code  # such an import must come first


def _program(code: str) -> str:
    text = textwrap.dedent(code) if code[:1].isspace() else code
    return _PRELUDE + text if _has_prelude(code) else text


def _result(code: str, items: Sequence[dict[str, Any]]) -> _Result:
    if "\0" in code or any("\ud800" <= char <= "\udfff" for char in code):
        return ScanError("ruff cannot read the program: it is not text")
    before = _PRELUDE_LINES if _has_prelude(code) else 0
    for item in items:
        if item["code"] in _SYNTAX:
            line = (item.get("location") or {}).get("row", before) - before
            return ScanError(f"ruff cannot read the program: line {line}: {item['message']}")
    findings = {_finding(item, before) for item in items if item["location"]["row"] > before}
    return sorted(findings, key=lambda each: (each.line or 0, each.rule))


def _finding(item: dict[str, Any], before: int) -> Finding:
    return Finding(
        detector="ruff",
        rule=item["code"],
        cwe=_CWE_OF_RULE.get(item["code"]),
        line=item["location"]["row"] - before,
        message=item["message"],
    )
