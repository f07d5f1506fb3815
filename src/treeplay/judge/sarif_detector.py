"""Findings that another tool left in a SARIF 2.1.0 file, such as CodeQL's: `sarif:FILE` among the detectors' names.

A program is known by its content: the file says what was read, by text, by SHA-256 or by a place below the folder that
the SARIF file lies in. CodeQL lists what it read among its notifications. A program that the file does not name was not
read, and so is an error; as is one about which the tool reports a problem. Suppressed results count like any other.

Source: OASIS SARIF 2.1.0, sections 3.14 (run), 3.24 (artifact), 3.27 (result), 3.49 (reportingDescriptor), 3.58
(notification).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from treeplay import cwe
from treeplay.corpus.layout import EXTENSIONS
from treeplay.errors import DataError
from treeplay.files import parse_json
from treeplay.judge.command import in_order
from treeplay.judge.detector import ScanError
from treeplay.judge.schema import Finding

_CWE_TAG = re.compile(r"\bcwe[-/:_ ]*0*(\d{1,5})\b", re.IGNORECASE)
_EXTRACTED = "successfully-extracted-files"
_PROBLEMS = frozenset({"error", "warning"})

_Json = Mapping[str, Any]


@dataclass
class _Read:
    """What the file says of one program."""

    findings: set[Finding] = field(default_factory=set)
    problem: str = ""


class SarifDetector:
    """The findings of a SARIF file.

    Raises:
        DataError: the file cannot be read, or is not SARIF 2.1.0.
    """

    languages = frozenset(EXTENSIONS)

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            data = path.read_bytes()
        except OSError as error:
            raise DataError(f"{path}: {error.strerror or error}; check the path behind `sarif:`") from error
        log = parse_json(data, where=str(path))
        try:
            if log["version"] != "2.1.0":
                raise DataError(f"{path}: SARIF {log['version']}; export the results as SARIF 2.1.0")
            runs = [_Run(run, path.parent) for run in log["runs"]]
            self._known = _merged(runs)
        except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
            raise DataError(
                f"{path}: not a SARIF 2.1.0 log ({type(error).__name__}: {error}); export it anew"
            ) from error
        self._rules = {rule: kind for run in runs for rule, kind in run.rules.items() if kind}
        self.name = f"sarif:{'+'.join(dict.fromkeys(run.tool for run in runs))}"
        self.version = hashlib.sha256(data).hexdigest()[:12]

    def rules(self, language: str) -> Mapping[str, str]:
        """See `CoveringDetector.rules`; a SARIF file does not say which language a rule is for."""
        return self._rules if language in self.languages else {}

    def scan(self, code: str, language: str) -> list[Finding]:
        """See `Detector.scan`."""
        read = self._known.get(_digest(code.encode("utf-8", "replace")))
        if read is None:
            raise ScanError(f"{self._path} says nothing of this {language} program: the tool did not read it")
        if read.problem:
            raise ScanError(f"{self._path}: the tool could not read the program: {read.problem}")
        return in_order(read.findings)


class _Run:
    """One run of the log: which programs it read, by digest, and what it says of each."""

    def __init__(self, run: _Json, folder: Path) -> None:
        self._run, self._folder = run, folder
        self.tool = str(run["tool"]["driver"]["name"]).lower()
        self.rules = {rule: _cwe_of(each) for rule, each in _descriptors(run)}
        self.read = {
            digest: _Read() for artifact in run.get("artifacts", ()) if (digest := self._of_artifact(artifact))
        }
        for invocation in run.get("invocations", ()):
            self._note(invocation)
        for result in run.get("results", ()):
            if result.get("kind", "fail") == "fail":
                self._add(result)

    def _note(self, invocation: _Json) -> None:
        """Marks what was read and what could not be."""
        notes = [
            *invocation.get("toolExecutionNotifications", ()),
            *invocation.get("toolConfigurationNotifications", ()),
        ]
        for note in notes:
            digests = [digest for place in note.get("locations", ()) if (digest := self._of_place(place)[0])]
            for digest in digests:
                self.read.setdefault(digest, _Read())
            extracted = str(note.get("descriptor", {}).get("id", "")).endswith(_EXTRACTED)
            if not extracted and note.get("level", "warning") in _PROBLEMS:
                self._mark(digests, note.get("message", {}).get("text", "it gives no reason"), note)
        if not invocation.get("executionSuccessful", True):
            self._mark([], "the run of the tool failed", {"level": "error"})

    def _mark(self, digests: list[str], text: str, note: _Json) -> None:
        if not digests and note.get("level", "warning") == "error":  # about no program: about all
            digests = list(self.read)
        for digest in digests:
            self.read[digest].problem = " ".join(text.split())[:200]

    def _add(self, result: _Json) -> None:
        rule = str(result.get("ruleId") or result.get("rule", {}).get("id") or self._indexed(result))
        text = " ".join(str(result["message"].get("text", rule)).split())
        for place in result.get("locations", ())[:1]:
            digest, line = self._of_place(place)
            if digest:
                kind = self.rules.get(rule) or _cwe_of(result)
                finding = Finding(detector=self.tool, rule=rule, cwe=kind, line=line, message=text)
                self.read.setdefault(digest, _Read()).findings.add(finding)

    def _indexed(self, result: _Json) -> str:
        return str(self._run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"])

    def _of_place(self, place: _Json) -> tuple[str | None, int | None]:
        """Digest of the program that a location is in, and the line."""
        physical = place.get("physicalLocation", {})
        where = physical.get("artifactLocation", {})
        artifacts = self._run.get("artifacts", ())
        index = where.get("index", -1)
        artifact = artifacts[index] if 0 <= index < len(artifacts) else self._named(where.get("uri"))
        return self._of_artifact(artifact or {"location": where}), physical.get("region", {}).get("startLine")

    def _named(self, uri: str | None) -> _Json | None:
        return next(
            (each for each in self._run.get("artifacts", ()) if each.get("location", {}).get("uri") == uri), None
        )

    def _of_artifact(self, artifact: _Json) -> str | None:
        text = artifact.get("contents", {}).get("text")
        if text is not None:
            return _digest(text.encode("utf-8", "replace"))
        known = artifact.get("hashes", {}).get("sha-256")
        return str(known).lower() if known else self._of_file(artifact.get("location", {}).get("uri", ""))

    def _of_file(self, uri: str) -> str | None:
        """Digest of a file below the folder of the log."""
        place = (self._folder / unquote(urlparse(uri).path)).resolve()
        inside = uri and place.is_relative_to(self._folder.resolve())
        return _digest(place.read_bytes()) if inside and place.is_file() else None


def _merged(runs: list[_Run]) -> dict[str, _Read]:
    """What all runs say; every one of them must have read a program."""
    found: dict[str, _Read] = {}
    for digest in {digest for run in runs for digest in run.read}:
        each = [run.read.get(digest, _Read(problem=f"{run.tool} did not read it")) for run in runs]
        problem = next((read.problem for read in each if read.problem), "")
        found[digest] = _Read({finding for read in each for finding in read.findings}, problem)
    return found


def _descriptors(run: _Json) -> Iterator[tuple[str, _Json]]:
    for component in (run["tool"]["driver"], *run["tool"].get("extensions", ())):
        for rule in component.get("rules", ()):
            yield str(rule["id"]), rule


def _cwe_of(described: _Json) -> str | None:
    """The CWE that a rule or a result names: in its tags, its properties or its relations to the CWE taxonomy."""
    properties = described.get("properties", {})
    tags = [*properties.get("tags", ()), properties.get("cwe", "")]
    for relation in (*described.get("relationships", ()), *described.get("taxa", ())):
        target = relation.get("target", relation)
        if str(target.get("toolComponent", {}).get("name", "")).upper() == "CWE":
            tags.append(f"cwe-{str(target.get('id', '')).upper().removeprefix('CWE-')}")
    match = next((found for tag in tags if (found := _CWE_TAG.search(str(tag)))), None)
    return cwe.normalise(match[1]) if match else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
