"""The CWE of each Bandit rule; ruff's rules S have the same numbers."""

from __future__ import annotations

from treeplay import cwe

_NUMBERS = {
    20: "314 315 313 316 317 318 319 320 506",
    22: "202 310",
    78: "102 307 601 602 604 605 606 609",
    79: "308 702 704",
    80: "703",
    89: "608 610 611",
    94: "201 612 701",
    259: "105 106 107",
    295: "323 501 507",
    319: "312 321 508 509",
    326: "505",
    327: "303 304 305 324 502 503 504",
    330: "311",
    377: "108 306",
    400: "113",
    502: "301 302",
    605: "104",
    732: "103",
}

CWE_OF_NUMBER = {rule: cwe.normalise(number) for number, rules in _NUMBERS.items() for rule in rules.split()}
