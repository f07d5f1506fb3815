"""Which functions a program calls, which attributes it touches, by dotted name, and the strings it is written with.

Read from the syntax tree, not from text, so that a name in a string or comment is none. Python's imports are
followed: after `from subprocess import run as sh`, `sh(x)` is `subprocess.run`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from treeplay.syntax.languages import Parsed

_CALLEE = {"call": "function", "call_expression": "function", "new_expression": "constructor"}
_MEMBER = {
    "attribute": ("object", "attribute"),
    "member_expression": ("object", "property"),
    "selector_expression": ("operand", "field"),
    "field_expression": ("argument", "field"),
    "qualified_identifier": ("scope", "name"),
    "subscript": ("value", None),
    "subscript_expression": ("object", None),
    "index_expression": ("operand", None),
}
_STRINGS = frozenset(
    {"string", "template_string", "interpreted_string_literal", "raw_string_literal", "string_literal"}
)
_NAMES = frozenset({"identifier", "namespace_identifier", "type_identifier", "package_identifier", "this", "self"})


@dataclass(frozen=True)
class Use:
    """One call, one attribute that is read or set, or one string."""

    name: str
    "Dotted: `subprocess.run()` for a call, `os.environ` for an attribute, empty for a string; `?`: has no name."
    start: int
    "Offset of its first character."
    text: str
    "The code of a call's arguments or of a string, brackets or quotes included; empty for an attribute."


def uses(code: str, language: str) -> tuple[Use, ...]:
    """Every call, attribute and string of a program in the order of the text; docstrings are no strings here.

    Raises:
        ConfigError: Treeplay carries no grammar for the language.
    """
    parsed = Parsed(code, language)
    known = dict(_imports(parsed)) if language == "python" else {}
    return tuple(_uses(parsed, known))


def _uses(parsed: Parsed, known: dict[str, str]) -> Iterator[Use]:
    for node in parsed.walk():
        callee = node.child_by_field_name(_CALLEE[node.type]) if node.type in _CALLEE else None
        if callee is not None:
            arguments = node.child_by_field_name("arguments")
            text = parsed.text(arguments) if arguments is not None else ""
            yield Use(_named(parsed, callee, known) + "()", parsed.start(node), text)
        elif node.type in _MEMBER and _MEMBER[node.type][1] and not _is_callee(node):
            yield Use(_named(parsed, node, known), parsed.start(node), "")
        elif node.type in _STRINGS and node.parent is not None and node.parent.type != "expression_statement":
            yield Use("", parsed.start(node), parsed.text(node))


def _is_callee(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type in _CALLEE and parent.child_by_field_name(_CALLEE[parent.type]) == node


def _named(parsed: Parsed, node: Node, known: dict[str, str]) -> str:
    """The dotted name of an expression, from its innermost object outwards."""
    parts: list[str] = []
    here: Node | None = node
    while here is not None:
        if here.type in _NAMES or not (here.type in _MEMBER or here.type in _CALLEE):
            word = parsed.text(here) if here.type in _NAMES else "?"
            parts.append(known.get(word, word))
            break
        if here.type in _CALLEE:
            parts.append("()")
            here = here.child_by_field_name(_CALLEE[here.type])
            continue
        inner, last = _MEMBER[here.type]
        name = here.child_by_field_name(last) if last else None
        parts.append("." + parsed.text(name) if name is not None else "[]")
        here = here.child_by_field_name(inner)
    return re.sub(r"^\.|\s", "", "".join(reversed(parts)))


def _imports(parsed: Parsed) -> Iterator[tuple[str, str]]:
    """What each imported name stands for."""
    for node in parsed.walk():
        if node.type not in ("import_statement", "import_from_statement"):
            continue
        module = node.child_by_field_name("module_name")
        prefix = parsed.text(module) + "." if module is not None else ""
        for item in node.children_by_field_name("name"):
            target = item.child_by_field_name("name") or item
            alias = item.child_by_field_name("alias")
            full = prefix + parsed.text(target)
            if alias is not None:
                yield parsed.text(alias), full
            elif prefix:
                yield parsed.text(target), full
