"""Names: of what is called or assigned, and of parameters."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from treeplay.judge.static import tables
from treeplay.judge.static.events import text_of

_MAX_DEPTH = 30
_AROUND = frozenset({"parenthesized_expression", "pointer_expression", "await", "await_expression"})


def name_of(node: Node | None, depth: int = 0) -> str:
    """A function's or a place's dotted name: `self.db.cursor().execute`, `rows[].name`; `?` for what has none."""
    if node is None or depth > _MAX_DEPTH:
        return "?"
    kind, inner = node.type, node.named_children
    if kind in tables.MEMBERS:
        return _member_name(node, depth)
    if kind in tables.CALLS:
        function = node.child_by_field_name("function") or node.child_by_field_name("constructor")
        return name_of(function, depth + 1) + "()"
    if inner and (kind in tables.INDEXED or kind == "subscript_expression"):
        return name_of(inner[0], depth + 1) + "[]"
    if inner and kind in _AROUND:
        return name_of(inner[0], depth + 1)
    return _plain_name(node)


def _plain_name(node: Node) -> str:
    if node.type in tables.STRINGS:
        return '""'
    return text_of(node) if node.child_count == 0 or node.type in ("type_identifier", "import") else "?"


def _member_name(node: Node, depth: int) -> str:
    holder, member = tables.MEMBERS[node.type]
    field = node.child_by_field_name(member)
    separator = "::" if node.type == "qualified_identifier" else "."
    owner = name_of(node.child_by_field_name(holder), depth + 1)
    return owner + separator + (text_of(field) if field is not None else "?")


def target_name(node: Node) -> str:
    """The name under which a target is kept; empty if it has none."""
    while node.type.endswith("_declarator") or node.type in ("pointer_expression", "reference_declarator"):
        inner = node.child_by_field_name("declarator") or node.child_by_field_name("argument")
        if inner is None:
            break
        node = inner
    if node.type == "expression_list" and len(node.named_children) == 1:
        node = node.named_children[0]
    if node.type in ("subscript", "subscript_expression", "index_expression"):
        return "".join(text_of(node).split())
    name = name_of(node)
    return "" if "?" in name else name


def parameter_nodes(function: Node) -> list[Node]:
    """The nodes of a function's parameters."""
    declarator = function.child_by_field_name("declarator")
    while declarator is not None and declarator.type != "function_declarator":
        declarator = declarator.child_by_field_name("declarator")
    holder = (
        (declarator.child_by_field_name("parameters") if declarator is not None else None)
        or function.child_by_field_name("parameters")
        or function.child_by_field_name("parameter")
    )
    if holder is None:
        return []
    return [holder] if holder.type == "identifier" else holder.named_children


def parameters(function: Node) -> Iterator[tuple[str, bool]]:
    """Each parameter's name, and whether it is a number by its type."""
    for child in parameter_nodes(function):
        yield from _names_of(child)


def _names_of(parameter: Node) -> Iterator[tuple[str, bool]]:
    declared = parameter.child_by_field_name("type")
    is_number = declared is not None and _is_number(parameter, declared)
    waiting = [parameter]
    while waiting:
        node = waiting.pop()
        if node.type in ("identifier", "shorthand_property_identifier_pattern"):
            if (name := text_of(node)) not in tables.SELF:
                yield name, is_number
            continue
        default = node.child_by_field_name("value") or node.child_by_field_name("right")
        kind = node.child_by_field_name("type")
        waiting += [child for child in node.named_children if child not in (default, kind)]


def _is_number(parameter: Node, declared: Node) -> bool:
    if "*" in text_of(parameter) or "[" in text_of(parameter):
        return False
    return tables.NUMBER_TYPE.fullmatch(text_of(declared).removeprefix("unsigned ").removeprefix("const ")) is not None
