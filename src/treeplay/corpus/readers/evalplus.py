"""The tests of EvalPlus' sets: inputs instead of assertions, and the results of the reference solution, run beside.

JSON knows neither tuples, sets nor complex numbers; the arguments of an example, where there is one, show what an
input is. Floats are equal within a tolerance, all else exactly (EvalPlus, arXiv 2305.01210).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_TEST = """import copy
import json
import math

import program

_reference = {{}}
exec({reference!r}, _reference)
_example = {example}
_written = {written}  # whether the set writes numbers as strings, as it must if they are complex


def _number(text):
    return complex(text) if "j" in text else float(text)


def _like(example, value, around=list):
    if _written and isinstance(value, str):
        return _number(value)
    if isinstance(example, dict) and isinstance(value, dict):
        kinds = list(example.values()) or [None]
        return {{key: _like(kinds[0], one) for key, one in value.items()}}
    if isinstance(value, list):
        # Where the example has no sequence, one is as those around it are.
        is_shown = isinstance(example, (tuple, list, set))
        kinds, kind = (list(example), type(example)) if is_shown else ([], around)
        kinds = kinds or [None]
        return kind(_like(kinds[min(i, len(kinds) - 1)], one, kind) for i, one in enumerate(value))
    return value


def _equal(found, expected, atol):
    if isinstance(expected, float) or isinstance(found, float):
        return math.isclose(found, expected, rel_tol=1e-7, abs_tol=atol or 1e-6) or (found != found != expected)
    if isinstance(expected, (list, tuple)) and isinstance(found, (list, tuple)) and len(found) == len(expected):
        return type(found) is type(expected) and all(_equal(f, e, atol) for f, e in zip(found, expected))
    return found == expected


for _inputs in json.loads({inputs!r}):
    _inputs = [_like(_example[i] if i < len(_example) else None, one) for i, one in enumerate(_inputs)]
    _expected = _reference["{function}"](*copy.deepcopy(_inputs))
    _found = program.{function}(*copy.deepcopy(_inputs))
    assert {condition}, (_inputs, _found, _expected)
"""
_ROOT = "abs(sum(_c * _found**_i for _i, _c in enumerate(_inputs[0]))) <= max({atol}, 1e-4)"
_CONDITIONS = {
    "equal": "_equal(_found, _expected, {atol})",
    "truth": "bool(_found) == bool(_expected)",
    "set": "set(_found) == set(_expected)",
}


COSTLY = frozenset(
    (
        "amicable_numbers_sum",
        "catalan_number",
        "combinations_colors",
        "count_binary_seq",
        "even_Power_Sum",
        "find_lucas",
        "fizz_buzz",
        "get_coordinates",
        "get_ludic",
        "get_max_sum",
        "largest_prime_factor",
        "perfect_squares",
        "sequence",
        "skjkasdkd",
        "special_factorial",
        "starts_one_ends",
        "string_sequence",
        "sum_Of_product",
        "sum_average",
        "tri",
    )
)
"Functions whose references take a second or more, or too much memory, on all their inputs."
FIRST = {"sum_average": 4, "sum_Of_product": 8, "get_ludic": 8}
"How many inputs of a costly function are used, if not 20."


@dataclass(frozen=True)
class Comparison:
    """What two results of a function must have in common."""

    function: str
    atol: float = 0
    "Absolute tolerance of floats; 0 for the usual."
    example: Sequence[Any] = ()
    "Arguments of one call, of the types that the function is for."
    kind: str = "equal"
    "`equal`, or `truth` or `set` where a result counts as that alone."


def comparison_test(comparison: Comparison, reference: str, inputs: Sequence[Any]) -> str:
    """Python that calls the reference and the program with each list of arguments, and holds the results together."""
    inputs = inputs[: FIRST.get(comparison.function, 20)] if comparison.function in COSTLY else inputs
    numbers = zip(comparison.example, inputs[-1] if inputs else (), strict=False)
    # A polynomial has several roots, and any will do (EvalPlus, HumanEval/32).
    condition = _ROOT if comparison.function == "find_zero" else _CONDITIONS[comparison.kind]
    return _TEST.format(
        reference=reference,
        inputs=json.dumps(inputs),
        function=comparison.function,
        condition=condition.format(atol=comparison.atol),
        example=tuple(comparison.example),
        written=any(isinstance(shown, int | float | complex) and isinstance(given, str) for shown, given in numbers),
    )
