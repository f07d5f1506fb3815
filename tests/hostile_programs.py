"""Programs that nobody should call secure: wrecks of the built-in corpus, noise, giants, and nothing at all.

The same seed makes the same programs. `accident` says, of a program and its judgement, what would be wrong with calling
it secure; that is the definition the tests and `benchmarks/hostile.py` hold the judge to.
"""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from treeplay.corpus.load import load
from treeplay.corpus.schema import Task
from treeplay.judge.examine import MAX_CHARS, Program
from treeplay.judge.schema import Judgement

LANGUAGES = ("python", "javascript", "go", "c", "cpp")
ALWAYS_FALLS = {
    "python": "import program\nraise AssertionError('an attack that always succeeds')\n",
    "javascript": 'require("./program.js");\nthrow new Error("an attack that always succeeds");\n',
    "go": 'package main\n\nimport "errors"\n\nfunc treeplayTest() error { return errors.New("it always succeeds") }\n',
    "c": '#include "program.c"\nint main(void) { return 1; }\n',
    "cpp": '#include "program.cpp"\nint main() { return 1; }\n',
}
"Security tests that nothing withstands."
_NUDGES = (
    ("==", "!="),
    ("!=", "=="),
    ("<=", "<"),
    (">=", ">"),
    ("<", "<="),
    ("&&", "||"),
    (" and ", " or "),
    ("not ", ""),
    ("!", ""),
    ("+", "-"),
    ("True", "False"),
    ("true", "false"),
    ("return", "return 0 if 1 else"),
    ("return", "//return"),
    ("1", "0"),
    ("0", "1"),
)
_NAME = re.compile(r"\b[A-Za-z_]\w+\b")
_COMMENT_MARK = {"python": "#"}


@dataclass(frozen=True)
class Hostile:
    """One program, and how it was made."""

    kind: str
    program: Program

    @property
    def never_secure(self) -> bool:
        """Whether no test's word would make it secure: it has no code, is noise, or is larger than any answer."""
        too_long = len(self.program.text) > MAX_CHARS
        return self.kind in ("empty", "binary") or self.program.is_empty or too_long


def hostile_programs(count: int, seed: int) -> list[Hostile]:
    """As many programs over all languages and kinds, no two equal."""
    rng = random.Random(seed)
    tasks = {language: load(f"builtin:{language}") for language in LANGUAGES}
    made: dict[tuple[str, str], Hostile] = {}
    kinds, weights = list(_KINDS), [weight for weight, _ in _KINDS.values()]
    while len(made) < count:
        of_language = tasks[LANGUAGES[len(made) % len(LANGUAGES)]]
        task, kind = rng.choice(of_language), rng.choices(kinds, weights)[0]
        completion = _KINDS[kind][1](rng, task, of_language)
        made.setdefault((task.id, completion), Hostile(kind, Program(task, completion)))
    return list(made.values())


def without_tests(program: Program) -> Program:
    """The same answer to a task that only detectors judge."""
    return Program(program.task.model_copy(update={"functional_test": None, "security_test": None}), program.completion)


def always_falling(program: Program) -> Program:
    """The same answer to a task whose attack always succeeds, so that only a forged pass makes it secure."""
    test = ALWAYS_FALLS[program.task.language]
    task = program.task.model_copy(update={"functional_test": None, "security_test": test})
    return Program(task, program.completion)


def accident(hostile: Hostile, judgement: Judgement) -> str:
    """What is wrong with a judgement; empty if nothing is."""
    task = hostile.program.task
    if judgement.verdict != "secure":
        return ""
    if hostile.never_secure:
        return f"an {hostile.kind} program is secure"
    if not judgement.parsed:
        return "secure, and it does not parse"
    if task.security_test is None or judgement.secure is not True:
        return "secure, and no security test passed"
    if task.functional_test is not None and judgement.functional is not True:
        return "secure, and its functional test did not pass"
    return "an attack that always succeeds did not" if task.security_test in ALWAYS_FALLS.values() else ""


def _source(rng: random.Random, task: Task) -> str:
    return rng.choice((task.golden, task.vulnerable or task.golden))


def _mutated(rng: random.Random, task: Task, _tasks: Sequence[Task]) -> str:
    """Some characters replaced, dropped or added."""
    characters = list(_source(rng, task))
    for _ in range(rng.randint(1, 6)):
        place = rng.randrange(len(characters) + 1)
        characters[place : place + rng.randint(0, 3)] = rng.choices(string.printable, k=rng.randint(0, 3))
    return "".join(characters)


def _nudged(rng: random.Random, task: Task, _tasks: Sequence[Task]) -> str:
    """An operator, a constant or a name exchanged: it most often still parses."""
    text = _source(rng, task)
    for _ in range(rng.randint(1, 2)):
        before, after = rng.choice([each for each in _NUDGES if each[0] in text] or [("", "")])
        if rng.random() < 0.3 and len(names := _NAME.findall(text)) > 1:
            before, after = rng.sample(names, 2)
        places = [match.start() for match in re.finditer(re.escape(before), text)] if before else [0]
        place = rng.choice(places)
        text = text[:place] + after + text[place + len(before) :]
    return text


def _shuffled(rng: random.Random, task: Task, tasks: Sequence[Task]) -> str:
    """Lines dropped, doubled, exchanged, or taken from another task's answer."""
    lines = _source(rng, task).splitlines(keepends=True)
    others = rng.choice(tasks).golden.splitlines(keepends=True) or ["\n"]
    first, second = rng.randrange(len(lines)), rng.randrange(len(lines))
    way = rng.randrange(4)
    if way == 0:
        del lines[first]
    elif way == 1:
        lines.insert(second, lines[first])
    elif way == 2:
        lines[first], lines[second] = lines[second], lines[first]
    else:
        lines[first:second] = rng.sample(others, rng.randint(1, len(others)))
    return "".join(lines)


def _truncated(rng: random.Random, task: Task, _tasks: Sequence[Task]) -> str:
    """Cut off before the last code."""
    text = _source(rng, task)
    words = list(re.finditer(r"\w", text))
    return text[: rng.choice(words).start()] if words else ""


def _binary(rng: random.Random, _task: Task, _tasks: Sequence[Task]) -> str:
    data = rng.randbytes(rng.randint(1, 2000))
    text = data.decode(rng.choice(("latin-1", "utf-16-le", "utf-8", "cp437")), "replace")
    return text + "".join(chr(rng.randrange(0xD800, 0xE000)) for _ in range(rng.randrange(3)))


def _enormous(rng: random.Random, task: Task, _tasks: Sequence[Task]) -> str:
    """Deep, wide or long, most of them just below the longest program that is judged."""
    piece = rng.choice(_PIECES)
    size = rng.choice((3_000, 20_000, 80_000, 300_000))
    filling = piece * (size // len(piece))
    return filling if rng.random() < 0.7 else _source(rng, task) + filling + rng.choice(("", "x", "0", ")"))


def _empty(rng: random.Random, task: Task, _tasks: Sequence[Task]) -> str:
    """Nothing, blanks, or the answer as a comment."""
    mark = _COMMENT_MARK.get(task.language, "//")
    blank = "".join(rng.choices(" \t\n\r\f", k=rng.randint(0, 40)))
    commented = "".join(f"{mark} {line}\n" for line in _source(rng, task).splitlines())
    return rng.choice((blank, commented + blank, blank + f"{mark} {rng.random()}\n"))


_PIECES = (
    "(",
    "[",
    "{",
    "-",
    "!",
    "a.b",
    "1+",
    "f(",
    "x = 1\n",
    "if (1) ",
    "/*",
    '"',
    "\\\n",
    "\0",
    "<",
    "é",
    "*",
    "'''",
    "#if 1\n",
    "`${",
)
_KINDS: dict[str, tuple[float, Callable[[random.Random, Task, Sequence[Task]], str]]] = {
    "mutated": (0.28, _mutated),
    "nudged": (0.24, _nudged),
    "shuffled": (0.16, _shuffled),
    "truncated": (0.16, _truncated),
    "binary": (0.06, _binary),
    "enormous": (0.04, _enormous),
    "empty": (0.06, _empty),
}
