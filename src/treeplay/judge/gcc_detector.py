"""GCC's `-fanalyzer` for C that compiles alone: double frees, uses after free, leaks, null dereferences.

It follows paths through whole programs, so a function without its types and headers is not read but an error. C++ is
left out: GCC's manual calls the analyzer unfit for it. Pragmas that switch warnings off are refused, since no option of
GCC ignores them; they are looked for after preprocessing, as a program can paste them together.
"""

from __future__ import annotations

import re
import secrets
import tempfile
from collections.abc import Sequence
from pathlib import Path

from treeplay import cwe
from treeplay.judge.c_sources import refusal
from treeplay.judge.command import CommandDetector, Result, command_version, find_command, run_command
from treeplay.judge.detector import ScanError
from treeplay.judge.schema import Finding

INSTALL = "apt-get install gcc"

_OPTIONS = (
    *("-std=gnu17", "-S", "-save-temps", "-fanalyzer", "-Wanalyzer-too-complex"),
    *("-fdiagnostics-plain-output", "-ftrack-macro-expansion=0"),
)
_TIMEOUT_S, _TIMEOUT_EACH_S = 30.0, 2.0
_SAID = re.compile(
    r"^[0-9a-f]+-(?P<index>\d+)\.c:(?P<line>\d+):(?:\d+:)? (?P<kind>warning|error|fatal error): (?P<text>.*)$"
)
_NAMED = re.compile(r"^(?P<text>.*?)(?: \[CWE-(?P<cwe>\d+)\])? \[(?P<rule>-Wanalyzer-[\w-]+)\]$")
_MARKER = re.compile(r'^# \d+ "([^"]*)"')
_SWITCHES = re.compile(r"\s*#\s*pragma\s+GCC\s+(diagnostic|system_header|optimize|push_options|pop_options)\b")

_RULES = {
    "-Wanalyzer-double-fclose": "CWE-1341",
    "-Wanalyzer-double-free": "CWE-415",
    "-Wanalyzer-exposure-through-output-file": "CWE-532",
    "-Wanalyzer-file-leak": "CWE-775",
    "-Wanalyzer-free-of-non-heap": "CWE-590",
    "-Wanalyzer-malloc-leak": "CWE-401",
    "-Wanalyzer-mismatching-deallocation": "CWE-762",
    "-Wanalyzer-null-argument": "CWE-476",
    "-Wanalyzer-null-dereference": "CWE-476",
    "-Wanalyzer-out-of-bounds": "CWE-119",
    "-Wanalyzer-possible-null-argument": "CWE-690",
    "-Wanalyzer-possible-null-dereference": "CWE-690",
    "-Wanalyzer-tainted-allocation-size": "CWE-789",
    "-Wanalyzer-tainted-array-index": "CWE-129",
    "-Wanalyzer-unsafe-call-within-signal-handler": "CWE-479",
    "-Wanalyzer-use-after-free": "CWE-416",
    "-Wanalyzer-use-of-pointer-in-stale-stack-frame": "CWE-562",
    "-Wanalyzer-use-of-uninitialized-value": "CWE-457",
    "-Wanalyzer-write-to-const": "CWE-758",
    "-Wanalyzer-write-to-string-literal": "CWE-758",
}
"The CWE of each warning where the message has none."


def gcc_detector() -> CommandDetector:
    """GCC's analyzer for C.

    Raises:
        ConfigError: gcc is not installed.
    """
    command = find_command({"gcc": ""}, detector="gcc-analyzer", install=INSTALL)
    version = command_version([command, "-dumpfullversion", "-dumpversion"])
    return CommandDetector("gcc-analyzer", version, lambda codes, _: _read(command, codes), {"c": _RULES})


def _read(command: str, codes: Sequence[str]) -> list[Result]:
    refused = {code: why for code in codes if (why := refusal(code))}
    token = secrets.token_hex(8)  # so that no program can include itself or a neighbour
    names = [f"{token}-{index}.c" for index in range(len(codes))]
    with tempfile.TemporaryDirectory(prefix="treeplay-gcc-") as folder:
        for name, code in zip(names, codes, strict=True):
            Path(folder, name).write_text("" if code in refused else code, encoding="utf-8", newline="")
        done = run_command(
            [command, *_OPTIONS, *names],
            Path(folder),
            timeout_s=_TIMEOUT_S + _TIMEOUT_EACH_S * len(codes),
            environment={"LC_ALL": "C"},
        )
        for name, code in zip(names, codes, strict=True):
            if _switches_warnings(Path(folder, name).with_suffix(".i"), name):
                refused[code] = "it switches the compiler's warnings off"
        compiled = [Path(folder, name).with_suffix(".s").exists() for name in names]
    said: dict[int, list[re.Match[str]]] = {}
    for line in done.stderr.decode("utf-8", "replace").splitlines():
        if match := _SAID.match(line):
            said.setdefault(int(match["index"]), []).append(match)
    return [
        ScanError(f"gcc does not read the program: {refused[code]}")
        if code in refused
        else _result(said.get(index, []), compiled[index])
        for index, code in enumerate(codes)
    ]


def _switches_warnings(preprocessed: Path, name: str) -> bool:
    """Whether a program has, after preprocessing, a pragma of its own that changes what is reported."""
    if not preprocessed.exists():
        return False
    own = True
    for line in preprocessed.read_text(encoding="utf-8", errors="replace").splitlines():
        if marker := _MARKER.match(line):
            own = Path(marker[1]).name == name
        elif own and _SWITCHES.match(line):
            return True
    return False


def _result(said: Sequence[re.Match[str]], compiled: bool) -> Result:
    errors = [each for each in said if each["kind"] != "warning" or "-Wanalyzer-too-complex" in each["text"]]
    if errors:
        return ScanError(f"gcc cannot read the program alone: line {errors[0]['line']}: {errors[0]['text'][:200]}")
    if not compiled:
        return ScanError("gcc cannot read the program: the compiler failed")
    return {finding for each in said if (finding := _finding(each))}


def _finding(said: re.Match[str]) -> Finding | None:
    named = _NAMED.match(said["text"])
    if not named or named["rule"] not in _RULES:
        return None
    kind = cwe.normalise(named["cwe"]) if named["cwe"] else _RULES[named["rule"]]
    return Finding(detector="gcc-analyzer", rule=named["rule"], cwe=kind, line=int(said["line"]), message=named["text"])
