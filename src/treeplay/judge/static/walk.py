"""The taint walk: goes through a program in the order of its text and notes its events with the values in them.

Parameters are sources; a name holds what was last assigned, or any of what was assigned on branches. Nothing is
followed into other functions: what is passed to one taints its result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tree_sitter import Node

from treeplay.judge.static import tables
from treeplay.judge.static.events import Argument, Event, text_of
from treeplay.judge.static.names import name_of, parameter_nodes, parameters, target_name
from treeplay.judge.static.results import combined, result_of, written
from treeplay.judge.static.values import (
    INPUT,
    NOTHING,
    OUTER,
    PARAM,
    Value,
    added,
    concatenated,
    either,
    element,
    formatted,
    listed,
    literal,
    merged,
    source,
)

_MAX_DEPTH = 150
NUMBER = Value(frozenset({frozenset({PARAM, "int"})}), "", "num")
"A parameter that is a number by its type."


_GROWERS = {"append": True, "push": True, "extend": True, "insert": True, "write": False, "WriteString": False}
"Methods that put more into what they belong to; whether as one element more or as text."


class TooDeep(Exception):
    """The program is nested so deeply that the walk gives up."""


class Walk:
    """One walk over one program's tree.

    Args:
        wanted: types of nodes that rules ask for and that make events of their own.
    """

    def __init__(self, root: Node, wanted: frozenset[str] = frozenset()) -> None:
        self.events: list[Event] = []
        self._wanted = wanted
        self._root = root
        self._scope = root
        self._names: dict[str, Value] = {}
        self._branches = 0
        self._depth = 0
        self._rehearsal = False
        self._visit(root)

    def _visit(self, node: Node) -> None:
        if self._depth > _MAX_DEPTH:
            raise TooDeep
        self._depth += 1
        kind = node.type
        if kind in self._wanted and kind in tables.STATEMENTS:
            self._note(Event("node", kind, node, (), None, self._scope))
        if kind in tables.FUNCTIONS:
            self._function(node)
        elif kind in tables.BRANCHES:
            self._branch(node)
        elif (
            kind in tables.ASSIGNMENTS
            or kind in tables.AUGMENTED
            or kind in tables.RETURNS
            or kind in tables.CALLS
            or kind in tables.PAIRS
            or kind in self._wanted
        ):
            self.value(node)
        elif kind == "as_pattern":
            self._with(node)
        elif kind not in tables.COMMENTS:
            for child in node.named_children:
                self._visit(child)
        self._depth -= 1

    def _with(self, node: Node) -> None:
        value = element(self.value(node.named_children[0])) if node.named_children else NOTHING
        alias = node.child_by_field_name("alias")
        if alias is not None:
            self._assign(alias, value)

    def _branch(self, node: Node) -> None:
        self._branches += 1
        if node.type in tables.LOOPS and not self._rehearsal:
            self._rehearsal = True  # what a loop's end assigns reaches its start: once without noting events
            self._loop(node)
            self._rehearsal = False
        self._loop(node)
        self._branches -= 1

    def _loop(self, node: Node) -> None:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        for child in node.named_children:
            if child.type in ("range_clause", "for_range_clause"):
                left, right = child.child_by_field_name("left"), child.child_by_field_name("right")
        if left is not None and right is not None:
            self._assign(left, element(self.value(right)))
        for child in node.named_children:
            if child not in (left, right):
                self._visit(child)

    def _function(self, node: Node) -> None:
        outer_names, outer_scope, outer_branches = dict(self._names), self._scope, self._branches
        if self._scope is self._root:
            self._scope = node
        self._branches = 0
        for name, is_number in parameters(node):
            self._names[name] = NUMBER if is_number else source(PARAM)
        for child in node.named_children:
            if child.type not in ("parameters", "formal_parameters", "parameter_list", "function_declarator"):
                self._visit(child)
            elif "parameter_declaration" in self._wanted:
                for each in parameter_nodes(node):
                    self._note(Event("node", each.type, each, (), None, self._scope))
        body = node.child_by_field_name("body")
        if body is not None and node.type in ("lambda", "arrow_function") and "block" not in body.type:
            self._note(Event("return", "return", node, (Argument("", body, self.value(body)),), None, self._scope))
        self._names, self._scope, self._branches = outer_names, outer_scope, outer_branches

    def _note(self, event: Event) -> None:
        if not self._rehearsal:
            self.events.append(event)

    def value(self, node: Node | None) -> Value:
        """What an expression may hold; notes the events in it."""
        if node is None:
            return NOTHING
        if self._depth > _MAX_DEPTH:
            raise TooDeep
        self._depth += 1
        result = self._value(node)
        if node.type in self._wanted:
            self._note(Event("node", node.type, node, (Argument("", node, result),), None, self._scope))
        self._depth -= 1
        return result

    def _value(self, node: Node) -> Value:
        kind = node.type
        handler = _HANDLERS.get(kind)
        if handler is not None:
            return handler(self, node)
        if kind in tables.COMMENTS:
            return NOTHING
        if kind in tables.FUNCTIONS or kind.endswith(("statement", "block")):
            self._visit(node)
            return NOTHING
        return merged([self.value(child) for child in node.named_children])

    def _identifier(self, node: Node) -> Value:
        name = text_of(node)
        known = self._names.get(name)
        if known is not None:
            return known
        if tables.INPUTS.fullmatch(name):
            return source(INPUT)
        if name.isupper() or name in ("true", "false", "NULL", "nullptr", "None"):
            return Value(kind="?")  # a constant by its spelling
        return source(OUTER)

    def _string(self, node: Node) -> Value:
        if node.type == "template_string" or any(child.type == "interpolation" for child in node.named_children):
            return concatenated([self._piece(child) for child in node.named_children])
        if node.type == "concatenated_string":
            return concatenated([self.value(child) for child in node.named_children])
        pieces = [
            text_of(child) for child in node.named_children if "content" in child.type or "fragment" in child.type
        ]
        return literal("".join(pieces) if pieces else text_of(node).strip("\"'`"))

    def _piece(self, node: Node) -> Value:
        if node.type in ("interpolation", "template_substitution"):
            inner = node.named_children
            return self.value(inner[0]) if inner else NOTHING
        return literal(text_of(node) if node.type in ("string_content", "string_fragment", "escape_sequence") else "")

    def _member(self, node: Node) -> Value:
        name = name_of(node)
        if name in self._names:
            return self._names[name]
        if tables.INPUTS.fullmatch(name):
            return source(INPUT)
        holder, _ = tables.MEMBERS[node.type]
        owner = node.child_by_field_name(holder)
        known = owner is not None and text_of(owner) in self._names
        if name.rpartition(".")[2].isupper() and not known:
            return Value()  # a constant by its spelling
        if owner is not None and owner.type in ("identifier", "this") and text_of(owner) in tables.SELF:
            return source(OUTER)
        value = self.value(owner)
        return Value(element(value).flows, value.hole()) if value.flows else source(OUTER)

    def _subscript(self, node: Node) -> Value:
        name = name_of(node)
        holder = tables.INDEXED.get(node.type)
        owner = node.child_by_field_name(holder) if holder else node.named_children[0] if node.named_children else None
        for child in node.named_children:
            if child != owner:
                self.value(child)
        value = self.value(owner)
        return source(INPUT) if tables.INPUTS.fullmatch(name) else element(value)

    def _binary(self, node: Node) -> Value:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        sign = node.child_by_field_name("operator")
        operator = text_of(sign) if sign is not None else ""
        first, second = self.value(left), self.value(right)
        if operator == "%" and right is not None and first.kind == "str":
            return self._percent(first, right, second)
        return combined(operator, first, second)

    def _percent(self, template: Value, right: Node, value: Value) -> Value:
        right = right.named_children[0] if right.type == "parenthesized_expression" and right.named_children else right
        if right.type == "tuple":
            places = [self._quiet(child) for child in right.named_children]
            return formatted(template, places, {}, braces=False)
        if right.type == "dictionary":
            names = {
                text_of(key).strip("\"'"): self._quiet(pair.child_by_field_name("value"))
                for pair in right.named_children
                if (key := pair.child_by_field_name("key")) is not None
            }
            return formatted(template, [], names, braces=False)
        return formatted(template, [value], {}, braces=False)

    def _quiet(self, node: Node | None) -> Value:
        """A value whose events are noted already."""
        before, self._rehearsal = self._rehearsal, True
        value = self.value(node)
        self._rehearsal = before
        return value

    def _choice(self, node: Node) -> Value:
        children = node.named_children
        if node.type == "conditional_expression" and node.child_by_field_name("condition") is None:  # Python
            chosen = [children[0], children[-1]]
            self.value(children[1])
        else:
            chosen = children[1:]
            self.value(children[0])
        return either([self.value(child) for child in chosen] or [NOTHING])

    def _container(self, node: Node) -> Value:
        if node.type.endswith("comprehension") or node.type == "generator_expression":
            for child in node.named_children:
                if child.type == "for_in_clause":
                    self._loop(child)
        body = node.child_by_field_name("body")
        children = [body] if body is not None else node.named_children
        return listed([self.value(child) for child in children if child.type not in ("for_in_clause", "if_clause")])

    def _pair(self, node: Node) -> Value:
        key, item = node.child_by_field_name("key"), node.child_by_field_name("value")
        if key is None or item is None:
            children = node.named_children
            key, item = (children[0], children[-1]) if len(children) > 1 else (None, children[0] if children else None)
        value = self.value(item)
        if key is not None and item is not None:
            self._note(Event("pair", text_of(key).strip("\"'."), node, (Argument("", item, value),), None, self._scope))
        return value

    def _return(self, node: Node) -> Value:
        for child in node.named_children:
            value = self.value(child)
            self._note(Event("return", "return", node, (Argument("", child, value),), None, self._scope))
        return NOTHING

    def _transparent(self, node: Node) -> Value:
        values = [self.value(child) for child in node.named_children if child.type != "type_descriptor"]
        return values[-1] if len(values) == 1 else either(values) if values else NOTHING

    def _assignment(self, node: Node) -> Value:
        fields = ("left", "right") if node.child_by_field_name("left") is not None else ("name", "value")
        target = node.child_by_field_name(fields[0]) or node.child_by_field_name("declarator")
        item = node.child_by_field_name(fields[1]) or node.child_by_field_name("value")
        if item is None or target is None:
            return NOTHING
        value = self.value(item)
        sign = node.child_by_field_name("operator")
        if node.type in tables.AUGMENTED or (sign is not None and text_of(sign) not in ("=", ":=")):
            value = added(self.value(target), value)
        elif target.type in self._wanted:
            self.value(target)
        self._note(Event("assign", target_name(target), node, (Argument("", item, value),), None, self._scope))
        self._assign(target, value)
        return value

    def _assign(self, target: Node, value: Value) -> None:
        if target.type in ("pattern_list", "tuple_pattern", "list_pattern", "array_pattern", "object_pattern",
                           "expression_list", "as_pattern_target", "parenthesized_expression"):  # fmt: skip
            children = target.named_children
            single = value if len(children) == 1 else element(value)
            for child in children:
                self._assign(child, single)
            return
        name = target_name(target)
        if not name:
            return
        old = self._names.get(name)
        container = target.type in ("subscript", "subscript_expression", "index_expression")
        keeps = old is not None and (self._branches or container)
        self._names[name] = either([old, value]) if keeps and old is not None else value
        if container and (owner := name_of(target).partition("[")[0]) in self._names:
            self._names[owner] = either([self._names[owner], listed([value])])

    def _call(self, node: Node) -> Value:
        function = node.child_by_field_name("function") or node.child_by_field_name("constructor")
        name = name_of(function) if function is not None else ""
        receiver = None
        if function is not None and function.type in tables.MEMBERS and function.type != "qualified_identifier":
            receiver = self.value(function.child_by_field_name(tables.MEMBERS[function.type][0]))
        elif function is not None and function.type not in ("identifier", "qualified_identifier"):
            self.value(function)
        arguments = tuple(self._arguments(node.child_by_field_name("arguments")))
        self._note(Event("call", name, node, arguments, receiver, self._scope))
        return self._result(name, receiver, arguments, function)

    def _arguments(self, node: Node | None) -> Iterator[Argument]:
        if node is None:
            return
        children = [node] if node.type == "generator_expression" else node.named_children
        for child in children:
            if child.type in tables.COMMENTS:
                continue
            if child.type == "keyword_argument":
                key, item = child.child_by_field_name("name"), child.child_by_field_name("value")
                if key is not None and item is not None:
                    yield Argument(text_of(key), item, self.value(item))
            else:
                yield Argument("", child, self.value(child))

    def _result(
        self, name: str, receiver: Value | None, arguments: tuple[Argument, ...], function: Node | None
    ) -> Value:
        values = [each.value for each in arguments]
        method = name.rpartition(".")[2]
        if method in _GROWERS and function is not None:
            return self._grow(function, receiver, values, method)
        if tables.WRITERS.fullmatch(name) and values and values[0].kind != "str":
            before = self._quiet(arguments[0].node) if "cat" in method else None
            built = written(method, before, values[1:])
            self._assign(arguments[0].node, built)
            return built
        names = {each.name: each.value for each in arguments if each.name}
        return result_of(name, receiver, [each.value for each in arguments if not each.name], names)

    def _grow(self, function: Node, receiver: Value | None, values: list[Value], method: str) -> Value:
        """`items.append(x)`: the container holds more."""
        owner = (
            function.child_by_field_name(tables.MEMBERS[function.type][0]) if function.type in tables.MEMBERS else None
        )
        if owner is None or receiver is None:  # Go's append(items, x)
            return listed(values)
        name = target_name(owner)
        if name and _GROWERS[method]:
            self._names[name] = added(Value(receiver.flows, receiver.text, "list"), listed(values))
        elif name:
            self._names[name] = concatenated([receiver, *values])
        return NOTHING


def _number(_: Walk, node: Node) -> Value:
    return Value(kind="num", text=text_of(node))


_HANDLERS: Mapping[str, Callable[[Walk, Node], Value]] = (
    dict.fromkeys(tables.IDENTIFIERS, Walk._identifier)
    | dict.fromkeys(tables.STRINGS, Walk._string)
    | dict.fromkeys(tables.NUMBERS, _number)
    | dict.fromkeys(tables.TRANSPARENT, Walk._transparent)
    | dict.fromkeys(tables.ASSIGNMENTS | tables.AUGMENTED, Walk._assignment)
    | dict.fromkeys(tables.CALLS, Walk._call)
    | dict.fromkeys(tables.MEMBERS, Walk._member)
    | dict.fromkeys((*tables.INDEXED, "subscript_expression"), Walk._subscript)
    | dict.fromkeys(tables.CONTAINERS, Walk._container)
    | dict.fromkeys(tables.PAIRS, Walk._pair)
    | dict.fromkeys(tables.RETURNS, Walk._return)
    | dict.fromkeys(("binary_operator", "binary_expression", "boolean_operator"), Walk._binary)
    | dict.fromkeys(("conditional_expression", "ternary_expression"), Walk._choice)
)
