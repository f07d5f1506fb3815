"""The detector of our own rules: Python, JavaScript, Go, C and C++, with bare functions and methods.

A method that stands alone is read inside a class. What is found in a program that has parts which the parser cannot
read still counts; silence about such a program does not, and is an error.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from functools import cached_property

from tree_sitter import Node

from treeplay.judge.detector import ScanError
from treeplay.judge.schema import Finding
from treeplay.judge.static.matching import RuleSet, TooMuch
from treeplay.judge.static.rules import all_rules, rules_version
from treeplay.judge.static.walk import TooDeep, Walk
from treeplay.syntax.languages import Parsed

_ENGINE_VERSION = "3"
"Raised whenever the engine may find something else by the same rules."

_WRAPPINGS = {
    "javascript": (
        ("class _ {", "}"),
        ("({", "})"),
        ("(", ")"),
        ("function _() {", "}"),
        ("async function* _() {", "}"),
    ),
    "c": (("int ", ""), ("void _(void) {", "}")),
    "cpp": (("int ", ""), ("class _ {", "};"), ("void _() {", "}")),
    "go": (("func _() {", "}"),),
}
"What makes a program of a piece of one; on the same lines."

_ATTRIBUTES = re.compile(
    r"\b(__(user|force|init|exit|iomem|rcu|must_check|always_inline|maybe_unused|cold|percpu|read_mostly|ref)|av_unused|"
    r"av_cold|attribute_align_arg|[A-Z]+_(API|EXPORT|FASTCALL)|[A-Z]\w+Export|pTHX_|TSRMLS_[CD]C|checkreturn|local|CONST|"
    r"DisableMSCWarning\(\d+\)|RestoreMSCWarning)\b"
)
"Macros that stand where C has no word; without them the code parses."

_LOOPS = re.compile(r"(?i)\b(?=\w*for_?each)\w+(?=\s*\([^;{}]{0,1000}\)\s*\{)")
"Macros that begin a loop; they are read as `while`. The bound keeps hostile lines from being read over and over."


class RulesDetector:
    """Our own rules."""

    name = "rules"
    languages = frozenset({"python", "javascript", "go", "c", "cpp"})

    def __init__(self) -> None:
        self._sets: dict[str, RuleSet] = {}

    @cached_property
    def version(self) -> str:
        """Of the engine and of all rules."""
        return f"{_ENGINE_VERSION}-{rules_version()}"

    def rules(self, language: str) -> Mapping[str, str]:
        """See `CoveringDetector.rules`."""
        return {rule.id: rule.cwe for rule in all_rules() if language in rule.language}

    def scan(self, code: str, language: str) -> list[Finding]:
        """See `Detector.scan`."""
        if language not in self.languages:
            raise ScanError(f"our rules do not read {language}")
        root = _read(code, language)
        rules = self._rule_set(language)
        try:
            walk = Walk(root, rules.node_types)
            found = {
                _finding(rule.id, rule.cwe, event.line, rule.message) for rule, event in rules.findings(walk.events)
            }
        except (TooDeep, RecursionError) as error:
            raise ScanError("our rules cannot read the program: it is nested too deeply") from error
        except TooMuch as error:
            raise ScanError("our rules cannot read the program: it is too large") from error
        if root.has_error and not found:
            raise ScanError(f"our rules cannot read the whole program: {_first_error(root)}")
        return sorted(found, key=lambda each: (each.line or 0, each.rule))

    def _rule_set(self, language: str) -> RuleSet:
        if language not in self._sets:
            self._sets[language] = RuleSet([rule for rule in all_rules() if language in rule.language])
        return self._sets[language]


def _finding(rule: str, cwe: str, line: int, message: str) -> Finding:
    return Finding(detector="rules", rule=rule, cwe=cwe, line=line, message=message)


def _read(code: str, language: str) -> Node:
    """The tree of the first reading without an error, or of the one with the least code in errors."""
    best: tuple[int, Node] | None = None
    for reading in _readings(code, language):
        root = Parsed(reading, language).root
        if not root.has_error:
            return root
        damage = _damage(root)
        if best is None or damage < best[0]:
            best = damage, root
    assert best is not None  # there is at least one reading
    return best[1]


def _readings(code: str, language: str) -> Iterator[str]:
    yield code
    if language == "python" and code[:1].isspace():
        yield textwrap.dedent(code)
    if language in ("c", "cpp"):
        code = _ATTRIBUTES.sub(lambda found: " " * len(found.group()), code)
        yield code
        code = _LOOPS.sub("while", code)
        yield code
    for before, after in _WRAPPINGS.get(language, ()):
        yield before + code + "\n" + after


def _damage(root: Node) -> int:
    """How many bytes lie in parts that cannot be parsed."""
    found, waiting = 0, [root]
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            found += max(1, node.end_byte - node.start_byte)
        else:
            waiting.extend(child for child in node.children if child.has_error)
    return found


def _first_error(root: Node) -> str:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            return f"line {node.start_point[0] + 1} cannot be parsed"
        waiting.extend(child for child in reversed(node.children) if child.has_error)
    return "it cannot be parsed"
