"""Security fixes of a git repository as candidate pairs: what a company has instead of a data set.

A commit whose message speaks of a weakness is looked at function by function; functions that it changed, a few and
not by much, become tasks with the version before as the vulnerable one. That they are fixes is a guess: a person goes
through the review file and ticks those that are.
"""

from __future__ import annotations

import os
import re
import subprocess
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import ndiff, unified_diff
from pathlib import Path, PurePosixPath

from treeplay import cwe
from treeplay.corpus.layout import EXTENSIONS
from treeplay.corpus.readers.functions import FunctionPair, FunctionRow, to_reading
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import Language, Task
from treeplay.errors import ConfigError, DataError
from treeplay.syntax import normal_form
from treeplay.syntax.languages import Parsed, parses

SECURITY = re.compile(
    r"\b(?:cve-\d{4}-\d+|cwe[- ]?\d+|ghsa-|secur|vulnerab|exploit|inject|xss|csrf|ssrf|xxe|rce\b|traversal|"
    r"overflow|out[- ]of[- ]bounds|use[- ]after[- ]free|double[- ]free|sanitiz|sanitis|escap(?:e|ing)|untrusted|"
    r"unsafe|insecure|harden|redos|denial of service|redirect|certificate|timing attack|deseriali[sz])",
    re.IGNORECASE,
)
"What the messages of security fixes speak of."
_HINTS = (  # the first that fits; a message that names a CWE is believed before
    (r"sql inject", "89"),
    (r"command inject|shell inject|os command", "78"),
    (r"xss|cross[- ]site script", "79"),
    (r"csrf|request forgery", "352"),
    (r"ssrf|server[- ]side request", "918"),
    (r"traversal|zip slip|path inject", "22"),
    (r"xxe|external entit", "611"),
    (r"deseriali[sz]|pickle|yaml\.load", "502"),
    (r"code inject|eval\b|rce\b|remote code", "94"),
    (r"redos|catastrophic backtrack", "1333"),
    (r"open redirect", "601"),
    (r"certificate|hostname verif", "295"),
    (r"use[- ]after[- ]free", "416"),
    (r"double[- ]free", "415"),
    (r"integer overflow", "190"),
    (r"buffer overflow|out[- ]of[- ]bounds write|heap overflow|stack overflow", "787"),
    (r"out[- ]of[- ]bounds", "125"),
    (r"null (?:pointer )?deref", "476"),
    (r"temp(?:orary)? file", "377"),
    (r"timing attack", "208"),
)
_FUNCTIONS = frozenset(
    [
        "function_definition",
        "function_declaration",
        "generator_function_declaration",
        "method_definition",
        "method_declaration",
    ]
)
_LANGUAGES: dict[str, Language] = {f".{ending}": language for language, ending in EXTENSIONS.items()} | {
    **dict.fromkeys((".mjs", ".cjs"), "javascript"),
    ".h": "c",
    **dict.fromkeys((".cc", ".cxx", ".hpp", ".hh"), "cpp"),
}
_TESTS = re.compile(
    r"(?:^|[/_.-])(?:tests?|specs?|testing|fixtures|examples?|vendor|third_party|node_modules)(?:[/_.-]|$)"
)

_TICKED = re.compile(r"- \[[xX]\] (\S+) \(([^)]*)\)")

OTHER = "commits that change no function of a known language"
MANY = "commits that change more functions than a fix does"
LARGE = "functions changed by more lines than a fix needs"
COSMETIC = "functions in which only comments or layout changed"
UNPARSED = "files that do not parse"


@dataclass(frozen=True)
class MineSettings:
    """What counts as a fix."""

    since: str = ""
    "Only commits after this date, as ISO 8601 writes it."
    max_functions: int = 3
    "Functions that a commit may change, tests left out."
    max_lines: int = 30
    "Lines of a function that may be added and removed."


@dataclass(frozen=True)
class _Commit:
    sha: str
    message: str


@dataclass(frozen=True)
class _Change:
    path: str
    language: Language
    function: str
    before: str
    after: str

    @property
    def lines(self) -> int:
        return sum(line.startswith(("+", "-")) for line in ndiff(self.before.splitlines(), self.after.splitlines()))


def mine(repository: Path, settings: MineSettings, progress: Callable[[int, int], None]) -> Reading:
    """Candidate pairs of a repository's history, newest first.

    Args:
        repository: a git work tree or bare repository; nothing in it is run or changed.
        settings: what counts as a fix.
        progress: told how many of how many commits are looked at.

    Raises:
        DataError: this is no git repository, or git is not installed.
        ConfigError: the date is none.
    """
    _require_date(settings.since)
    commits = [commit for commit in _commits(repository, settings.since) if SECURITY.search(commit.message)]
    dropped: Counter[str] = Counter()
    pairs: list[FunctionPair] = []
    for number, commit in enumerate(commits, start=1):
        pairs += _pairs(repository, commit, settings, dropped)
        progress(number, len(commits))
    reading = to_reading(pairs, licence="unknown", source=repository.name)
    return Reading(reading.tasks, reading.dropped + dropped)


def _require_date(since: str) -> None:
    """Git takes any word for a date, and one that it does not understand for now."""
    try:
        datetime.fromisoformat(since or "2000-01-01")
    except ValueError as error:
        raise ConfigError(f"{since!r} is no date; write it like 2024-01-31") from error


def has_ticks(page: str) -> bool:
    """Whether a person has reviewed a page."""
    return any(_TICKED.match(line) for line in page.splitlines())


def review_page(tasks: list[Task]) -> str:
    """The page on which a person ticks the pairs that are security fixes."""
    parts = ["# Candidate pairs\n\nPut an x between the brackets of those that fix a weakness, and correct its CWE.\n"]
    for task in tasks:
        old, new = (task.vulnerable or "").splitlines(), task.golden.splitlines()
        diff = "\n".join(unified_diff(old, new, lineterm="", n=6))
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", diff)), default=0))
        parts.append(f"- [ ] {task.id} ({task.cwe or 'CWE-?'}) {task.source}\n\n{fence}diff\n{diff}\n{fence}\n")
    return "\n".join(parts)


def accepted(tasks: list[Task], page: str, *, where: str) -> list[Task]:
    """The tasks that a review page has ticked, with the CWE it gives.

    Raises:
        DataError: a ticked line names no candidate, or a CWE that is none; names the line.
    """
    known = {task.id: task for task in tasks}
    found = []
    for number, line in enumerate(page.splitlines(), start=1):
        match = _TICKED.match(line)
        if match is None:
            continue
        name, weakness = match.groups()
        if name not in known:
            raise DataError(f"{where}:{number}: {name} is not among the candidates; mine the same repository again")
        try:
            own = None if weakness == "CWE-?" else cwe.normalise(weakness)
        except ValueError as error:
            raise DataError(f"{where}:{number}: {error}") from error
        found.append(known[name].model_copy(update={"cwe": own}))
    return found


def weakness_of(message: str) -> str | None:
    """The CWE that a commit message names or hints at.

    >>> weakness_of("Fix CWE-22 in the upload"), weakness_of("Prevent SQL injection"), weakness_of("Harden it")
    ('CWE-022', 'CWE-089', None)
    """
    named = re.search(r"cwe[- ]?\d{1,5}\b", message, re.IGNORECASE)
    if named:
        return cwe.normalise(named.group())
    return next((cwe.normalise(n) for hint, n in _HINTS if re.search(hint, message, re.IGNORECASE)), None)


def _pairs(repository: Path, commit: _Commit, settings: MineSettings, dropped: Counter[str]) -> Iterator[FunctionPair]:
    changes = [
        change for path in _changed_files(repository, commit) for change in _changes(repository, commit, path, dropped)
    ]
    if not changes:
        dropped[OTHER] += 1
    elif len(changes) > settings.max_functions:
        dropped[MANY] += 1
    else:
        for change in changes:
            if change.lines > settings.max_lines:
                dropped[LARGE] += 1
            else:
                yield _pair(commit, change)


def _pair(commit: _Commit, change: _Change) -> FunctionPair:
    subject = commit.message.splitlines()[0]
    row = FunctionRow(
        id=f"{commit.sha[:12]}/{change.path}/{change.function}".replace(" ", ""),
        split="train",
        cwe=weakness_of(commit.message),
        lang=change.language,
        func_name=change.function.rpartition(".")[2],
        func_src_before=change.before,
        func_src_after=change.after,
        commit_link=f"commit {commit.sha[:12]}: {subject}",
    )
    return FunctionPair(commit.sha, row)


def _changes(repository: Path, commit: _Commit, path: str, dropped: Counter[str]) -> Iterator[_Change]:
    language = _LANGUAGES[PurePosixPath(path).suffix]
    before, after = (_file(repository, f"{commit.sha}{side}:{path}") for side in ("^", ""))
    if not (parses(before, language) and parses(after, language)):
        dropped[UNPARSED] += 1
        return
    old, new = _functions(before, language), _functions(after, language)
    for name in old.keys() & new.keys():
        if old[name] != new[name]:
            if normal_form(old[name], language) == normal_form(new[name], language):
                dropped[COSMETIC] += 1
            else:
                yield _Change(path, language, name, old[name], new[name])


def _functions(code: str, language: Language) -> dict[str, str]:
    """The outermost functions by qualified name, their lines without common indentation; names that stand twice not."""
    parsed = Parsed(code, language)
    found: dict[str, str] = {}
    twice: set[str] = set()
    waiting = [(parsed.root, "")]
    while waiting:
        node, owner = waiting.pop()
        field = node.child_by_field_name("name") or node.child_by_field_name("declarator")
        if node.type in _FUNCTIONS and field is not None:
            name = owner + parsed.text(field).partition("(")[0].strip().lstrip("*& ")
            start = code.rfind("\n", 0, parsed.start(node)) + 1
            begin = start if not code[start : parsed.start(node)].strip() else parsed.start(node)
            twice |= {name} & found.keys()
            found[name] = textwrap.dedent(code[begin : parsed.end(node)]) + "\n"
        else:
            inner = f"{owner}{parsed.text(field)}." if "class" in node.type and field is not None else owner
            waiting.extend((child, inner) for child in node.named_children)
    return {name: text for name, text in found.items() if name not in twice}


def _commits(repository: Path, since: str) -> Iterator[_Commit]:
    limits = [f"--since={since}"] if since else []
    text = _git(repository, "log", "--no-merges", "--format=%H%x00%B%x1e", *limits)
    for record in text.split("\x1e"):
        sha, _, message = record.strip("\n").partition("\x00")
        if sha and message.strip():
            yield _Commit(sha, message.strip())


def _changed_files(repository: Path, commit: _Commit) -> list[str]:
    """Files of known languages that a commit modified; a first commit modifies none."""
    listed = _git(repository, "diff-tree", "--no-commit-id", "-r", "-z", "--diff-filter=M", "--name-only", commit.sha)
    return [
        path
        for path in listed.split("\0")
        if PurePosixPath(path).suffix in _LANGUAGES and not _TESTS.search(path.lower())
    ]


def _file(repository: Path, name: str) -> str:
    return _git(repository, "cat-file", "blob", name)


def _git(repository: Path, *arguments: str) -> str:
    """What git says; only commands that run no program which a repository's own configuration names."""
    safe = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false")
    command = ["git", "-C", str(repository), "--no-pager", *safe, *arguments]
    # A partial clone fetches what it lacks, by the command its configuration names; no transport is allowed here.
    environment = os.environ | {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
    try:
        done = subprocess.run(command, capture_output=True, check=True, stdin=subprocess.DEVNULL, env=environment)
    except FileNotFoundError as error:
        raise DataError("git is not installed; corpus mine reads a repository's history with it") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise DataError(f"{repository}: git says: {said[-1] if said else 'nothing'}") from error
    return done.stdout.decode("utf-8", "replace")
