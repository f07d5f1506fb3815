"""What operators and calls make of the values that they are given; nothing here looks at code."""

from __future__ import annotations

from collections.abc import Sequence

from treeplay.judge.static import tables
from treeplay.judge.static.values import (
    INPUT,
    Value,
    added,
    concatenated,
    either,
    formatted,
    joined,
    literal,
    merged,
    passed,
    source,
)

_CHOICES = frozenset({"||", "or", "&&", "and", "??"})
_COMPARISONS = frozenset({"==", "!=", "<", ">", "<=", ">=", "===", "!==", "in", "not in", "is", "instanceof"})


def combined(operator: str, first: Value, second: Value) -> Value:
    """The value of a binary expression, but for Python's `%` on strings."""
    has_text = "str" in (first.kind, second.kind)
    if operator == "+":
        return added(first, second)
    if operator in _CHOICES or (operator == "*" and has_text):
        return either([first, second])
    if operator in _COMPARISONS:
        return Value(kind="num")
    if operator == "/" and has_text:  # a path of pathlib
        return concatenated([first, literal("/"), second])
    return Value(first.flows | second.flows, "", "num" if "num" in (first.kind, second.kind) else "?")


def result_of(name: str, receiver: Value | None, places: Sequence[Value], names: dict[str, Value]) -> Value:
    """The value of a call, by the function's name and its arguments."""
    values = [*places, *names.values()]
    if tables.NUMERIC.fullmatch(name):
        return Value(merged(values).tagged("int", name), "", "num")
    if tables.INPUTS.fullmatch(name):
        return source(INPUT)
    if receiver is not None and (built := _built_by_method(name.rpartition(".")[2], receiver, places, names)):
        return built
    if tables.BUILDERS.fullmatch(name) and values:
        is_template = values[0].kind == "str"
        return formatted(values[0], values[1:], {}, braces=False) if is_template else concatenated(values)
    return passed([*([receiver] if receiver else []), *values], name)


def _built_by_method(method: str, receiver: Value, places: Sequence[Value], names: dict[str, Value]) -> Value | None:
    """The string that `.format` or `.join` makes."""
    if method == "format":
        return formatted(receiver, places, names, braces=True)
    if method == "join" and (places or receiver.kind in ("list", "str")):  # else it waits for a thread
        items = places if receiver.kind == "str" else [receiver]  # in JavaScript the list has the method
        return concatenated([joined(each) for each in items])
    return None


def written(method: str, before: Value | None, rest: Sequence[Value]) -> Value:
    """What a C function writes into its first argument.

    Args:
        method: the function, as `snprintf` or `strcat`.
        before: what the target held, if it is kept.
        rest: the other arguments, of which sizes do not matter.
    """
    texts = [each for each in rest if each.kind != "num"]
    formats = [index for index, each in enumerate(texts) if each.kind == "str"]
    if "printf" in method and formats:
        return formatted(texts[formats[0]], texts[formats[0] + 1 :], {}, braces=False)
    return concatenated([before, *texts]) if before is not None else merged(texts)
