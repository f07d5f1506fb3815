"""CWE identifiers, written `CWE-089` everywhere, and the families in which weaknesses are compared.

Source: https://cwe.mitre.org; the families follow the groups in which public pair sets mix their labels.
"""

from __future__ import annotations

import re

_DIGITS = re.compile(r"^\s*(?:cwe[-_ :]*)?0*(\d{1,5})\b", re.IGNORECASE)

_FAMILIES: tuple[frozenset[str], ...] = tuple(
    frozenset(f"CWE-{int(number):03d}" for number in group.split())
    for group in (
        "22 23 36 73 59",  # a path leaves its folder
        "77 78 88",  # a command is built from input
        "79 80 116",  # markup is built from input
        "89 564 943",  # a query is built from input
        "94 95 96",  # code is built from input
        "119 120 121 122 125 126 127 129 131 787 788 805",  # memory outside its bounds
        "190 191 680 681",  # integers overflow
        "326 327 328 916 759 760",  # weak cryptography or hashing
        "330 331 335 338",  # predictable randomness
        "377 378 379",  # temporary files
        "276 732",  # permissions
        "93 113",  # header lines are built from input
        "259 321 798",  # secrets in the code
        "400 770 1333",  # resources without limit
        "614 1004 1275",  # cookies without their flags
        "415 416",  # memory after it was freed
        "915 1321",  # attributes that input chooses
    )
)


def normalise(text: str | int) -> str:
    """The one spelling of a CWE id.

    Args:
        text: `89`, `"89"`, `"cwe-89"`, `"CWE-089: SQL Injection"` …

    Raises:
        ValueError: no CWE number stands at its start.

    >>> normalise("cwe-89"), normalise(1333)
    ('CWE-089', 'CWE-1333')
    """
    match = _DIGITS.match(str(text))
    if match is None:
        raise ValueError(f"{text!r} is not a CWE id; write it like CWE-089")
    return f"CWE-{int(match.group(1)):03d}"


def family(cwe: str) -> frozenset[str]:
    """The ids that name the same kind of weakness as `cwe`, itself included."""
    return next((group for group in _FAMILIES if cwe in group), frozenset({cwe}))


def same_family(first: str, second: str) -> bool:
    """Whether two ids name the same kind of weakness."""
    return second in family(first)
