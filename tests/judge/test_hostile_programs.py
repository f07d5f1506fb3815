"""Damaged, random and enormous programs: never secure, never a crash, the same verdict each time."""

from __future__ import annotations

import random
import string

import pytest

from treeplay.corpus.schema import Task
from treeplay.judge.judge import Judge, Program
from treeplay.judge.sandbox import Limits

# Each program is a wreck of this one, which asks a table that does not exist: only a wrong judge calls one secure.
BASE = (
    "import sqlite3\n\n\ndef address(connection, name):\n"
    '    query = "SELECT address FROM usrs WHERE name = ?"\n'
    "    row = connection.execute(query, (name,)).fetchone()\n"
    "    return row[0] if row else None\n"
)
WORKS = """
import sqlite3, program
base = sqlite3.connect(":memory:")
base.executescript("create table users (name, address); insert into users values ('ann', 'a@x'), ('bob', 'b@x')")
assert program.address(base, "ann") == "a@x" and program.address(base, "bob") == "b@x"
assert program.address(base, "eve") is None
"""
FALLS = "import program\nraise AssertionError('an attack that always succeeds')\n"
WITHSTANDS = "import program\n"
TASKS = {
    "never_works": (WORKS, WITHSTANDS, {"broken"}),
    "always_falls": (None, FALLS, {"broken", "vulnerable"}),
    "no_tests": (None, None, {"broken", "unknown"}),
}


def _mutated(rng: random.Random, text: str) -> str:
    characters = list(text)
    for _ in range(rng.randint(1, 8)):
        place = rng.randrange(len(characters))
        characters[place : place + rng.randint(0, 3)] = rng.choices(string.printable, k=rng.randint(0, 3))
    return "".join(characters)


def _swapped_lines(rng: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    first, second = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return "".join(lines)


def _binary(rng: random.Random) -> str:
    return rng.randbytes(rng.randint(1, 400)).decode(rng.choice(("latin-1", "utf-16-le", "utf-8")), "replace")


def _hostile(seed: int) -> list[str]:
    rng = random.Random(seed)
    base = BASE
    programs = [_mutated(rng, base) for _ in range(90)]
    programs += [base[: rng.randrange(len(base))] for _ in range(40)]
    programs += [_swapped_lines(rng, base) for _ in range(20)]
    programs += [_surrogates(rng) for _ in range(25)]
    programs += [
        "",
        "\n" * 50,
        "# " + base.replace("\n", "\n# "),
        "\0" * 10,
        "\ud800",
        "\ufeff" + base,
        "pass\n",
        "...",
    ]
    programs += ["x" * 10**6, "(" * 10**5, "[" * 90000, "-" * 90000 + "1", "a" + ".b" * 45000, "1" + "+1" * 45000]
    programs += ["if 1:\n" + " " * 9000 + "x\n", "".join(" " * n + "if 1:\n" for n in range(99)) + " " * 99 + "x\n"]
    programs += ["x = " + "9" * 9000 + "\n", "lambda: " * 20000 + "0", "f'{" * 400, "@x\n" * 20000 + "def f(): 0\n"]
    return programs + [_binary(rng) for _ in range(25)]


def _surrogates(rng: random.Random) -> str:
    return "".join(
        chr(rng.choice((rng.randrange(0x20), rng.randrange(0xD800, 0xE000), rng.randrange(0x110000))))
        for _ in range(60)
    )


@pytest.mark.parametrize(("functional", "security", "seen"), TASKS.values(), ids=TASKS.keys())
def test_judge_hostile_programs_are_never_secure(functional: str | None, security: str | None, seen: set[str]) -> None:
    task = Task(id="t", cwe="CWE-089", instruction="", functional_test=functional, security_test=security)
    programs = [Program(task, text) for text in _hostile(20260101)]
    assert len(programs) >= 200
    with Judge(limits=Limits(wall_s=3, cpu_s=2)) as judge:
        verdicts = {judgement.verdict for judgement in judge.judge(programs)}
    assert "secure" not in verdicts
    assert seen <= verdicts <= {"broken", "vulnerable", "unknown"}


def test_judge_hostile_programs_are_judged_the_same_twice() -> None:
    task = Task(id="t", cwe="CWE-089", instruction="", security_test=FALLS)
    programs = [Program(task, text) for text in _hostile(7)[::3]]
    with Judge() as first, Judge(workers=1) as second:
        assert first.judge(programs) == second.judge(programs)
