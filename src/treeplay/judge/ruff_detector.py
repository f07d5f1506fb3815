"""Ruff's security rules (S): Bandit's, in a compiled program; one process reads a whole batch.

A process takes 10 ms to start and a function 0.2 ms, so `prepare` reads what will be asked for at once. Ruff knows a
name only by its import, and bare functions have none; so common imports stand before the code, and what is found in
them is dropped. Suppression comments have no effect. Code that does not parse is an error and not "no findings".
"""

from __future__ import annotations

import json
import re
import tempfile
import textwrap
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ruff import find_ruff_bin

from treeplay.judge.bandit_cwes import CWE_OF_NUMBER
from treeplay.judge.command import CommandDetector, Result, run_command
from treeplay.judge.detector import ScanError
from treeplay.judge.schema import Finding

NOISE = ("S4", "S101", "S110", "S112", "S603", "S607")
"Rules left out: imports, assert, swallowed exceptions, and the safe list form of subprocess."

_RULES = {f"S{number}": kind for number, kind in CWE_OF_NUMBER.items() if not f"S{number}".startswith(NOISE)}

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
_FUTURE = re.compile(r"^[ \t\f]*from[ \t]+__future__[ \t]+import\b", re.MULTILINE)
_TIMEOUT_S = 120
_SYNTAX = frozenset({None, "invalid-syntax", "E902", "E999"})
_OPTIONS = (
    *("check", "--isolated", "--no-cache", "--ignore-noqa", "--exit-zero", "--quiet"),
    *("--output-format", "json", "--target-version", "py313", "--select", "S", "--ignore", ",".join(NOISE)),
)


def ruff_detector() -> CommandDetector:
    """Ruff's rules S for Python, less `NOISE`."""
    command = (find_ruff_bin(), *_OPTIONS)
    return CommandDetector("ruff", version("ruff"), lambda codes, _: _read(command, codes), {"python": _RULES})


def _read(command: Sequence[str], codes: Sequence[str]) -> list[Result]:
    with tempfile.TemporaryDirectory(prefix="treeplay-ruff-") as folder:
        for index, code in enumerate(codes):
            Path(folder, f"{index}.py").write_text(_program(code), encoding="utf-8", newline="")
        done = run_command([*command, folder], Path(folder), timeout_s=_TIMEOUT_S)
    if done.returncode:
        raise ValueError(done.stderr.decode("utf-8", "replace").strip()[-300:])
    by_file: dict[int, list[dict[str, Any]]] = {}
    for item in json.loads(done.stdout):
        by_file.setdefault(int(Path(item["filename"]).stem), []).append(item)
    return [_result(code, by_file.get(index, [])) for index, code in enumerate(codes)]


def _has_prelude(code: str) -> bool:
    return _FUTURE.search(code) is None  # such an import must come first


def _program(code: str) -> str:
    text = textwrap.dedent(code) if code[:1].isspace() else code
    return _PRELUDE + text if _has_prelude(code) else text


def _result(code: str, items: Sequence[dict[str, Any]]) -> Result:
    before = _PRELUDE_LINES if _has_prelude(code) else 0
    for item in items:
        if item["code"] in _SYNTAX:
            line = (item.get("location") or {}).get("row", before) - before
            return ScanError(f"ruff cannot read the program: line {line}: {item['message']}")
    return {_finding(item, before) for item in items if item["location"]["row"] > before}


def _finding(item: dict[str, Any], before: int) -> Finding:
    return Finding(
        detector="ruff",
        rule=item["code"],
        cwe=_RULES.get(item["code"]),
        line=item["location"]["row"] - before,
        message=item["message"],
    )
