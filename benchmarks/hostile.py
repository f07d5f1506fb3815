"""Hostile programs by the thousand: what the judge says of them, and whether it ever says `secure` by accident.

    python benchmarks/hostile.py --json

Mutated, nudged, shuffled, truncated, binary, enormous and empty programs over the five languages, from the built-in
corpus (`tests/hostile_programs.py` makes them and defines an accident). All are judged by the detectors alone, twice,
the second time in the opposite order and by one worker. Of those that parse, `--tested` are judged by their task's own
tests, and a tenth of these again, and by an attack that always succeeds. Ends with exit code 1 if there was an
accident or a program got two verdicts.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from treeplay.judge.judge import Judge, Program
from treeplay.judge.sandbox import Limits
from treeplay.judge.schema import Judgement

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from hostile_programs import Hostile, accident, always_falling, hostile_programs, without_tests

LIMITS = Limits(wall_s=8, cpu_s=3)
SAMPLE = 10
"Every tenth of the tested programs is judged twice, and by the attack that always succeeds."


def judge(programs: Sequence[Program], what: str, workers: int) -> list[Judgement]:
    """The judgements, with a line of progress on standard error."""
    done, started = 0, time.monotonic()

    def advance(count: int) -> None:
        nonlocal done
        if done // 100 != (done + count) // 100:
            print(f"{what}: {done + count}/{len(programs)}, {time.monotonic() - started:.0f} s", file=sys.stderr)
        done += count

    with Judge(workers=workers, limits=LIMITS) as each:
        return each.judge(programs, advance)


def accidents(hostile: Sequence[Hostile], judgements: Sequence[Judgement]) -> list[dict[str, str]]:
    """Every judgement that is wrong, with the program."""
    found = []
    for each, judgement in zip(hostile, judgements, strict=True):
        if what := accident(each, judgement):
            program = each.program
            found.append({"what": what, "kind": each.kind, "task": program.task.id, "completion": program.completion})
    return found


def counts(hostile: Sequence[Hostile], judgements: Sequence[Judgement], key: Callable[[Hostile], str]) -> Any:
    """Verdicts by what `key` says of a program."""
    table: dict[str, Counter[str]] = {}
    for each, judgement in zip(hostile, judgements, strict=True):
        table.setdefault(key(each), Counter())[judgement.verdict] += 1
    return {name: dict(sorted(verdicts.items())) for name, verdicts in sorted(table.items())}


def differing(first: Sequence[Judgement], second: Sequence[Judgement]) -> list[int]:
    """Where two passes disagree on the verdict or on what a test said."""

    def said(judgement: Judgement) -> tuple[Any, ...]:
        return judgement.verdict, judgement.parsed, judgement.functional, judgement.secure, judgement.findings

    return [place for place, pair in enumerate(zip(first, second, strict=True)) if said(pair[0]) != said(pair[1])]


def twice(hostile: Sequence[Hostile], first: Sequence[Judgement], change: Callable[[Program], Program]) -> list[Any]:
    """The programs that get another judgement when judged again, last one first."""
    again = judge([change(each.program) for each in reversed(hostile)], "again", workers=1)[::-1]
    places = differing(first, again)
    return [
        {"task": hostile[place].program.task.id, "completion": hostile[place].program.completion,
         "first": first[place].reason, "again": again[place].reason}
        for place in places
    ]  # fmt: skip


def measure(count: int, seed: int, n_tested: int) -> dict[str, Any]:
    """Judges the programs every way; the report."""
    hostile = hostile_programs(count, seed)
    started = time.monotonic()
    static = judge([without_tests(each.program) for each in hostile], "detectors", workers=2)
    static_s = time.monotonic() - started
    unsteady = twice(hostile, static, without_tests)
    readable = [each for each, judgement in zip(hostile, static, strict=True) if judgement.verdict != "broken"]
    readable = readable[:: max(1, len(readable) // n_tested)]
    tested = judge([each.program for each in readable], "own tests", workers=2)
    unsteady += twice(readable[::SAMPLE], tested[::SAMPLE], lambda program: program)
    doomed = [Hostile(each.kind, always_falling(each.program)) for each in readable[::SAMPLE]]
    fallen = judge([each.program for each in doomed], "an attack that succeeds", workers=2)
    bare = [Hostile(each.kind, without_tests(each.program)) for each in hostile]
    return {
        "programs": len(hostile),
        "seed": seed,
        "static": {"seconds": round(static_s, 1), "by_kind": counts(hostile, static, lambda each: each.kind)},
        "tested": {
            "programs": len(readable),
            "by_kind": counts(readable, tested, lambda each: each.kind),
            "by_language": counts(readable, tested, lambda each: each.program.task.language),
        },
        "doomed": {"programs": len(doomed), "verdicts": dict(Counter(each.verdict for each in fallen))},
        "accidents": accidents(bare, static) + accidents(readable, tested) + accidents(doomed, fallen),
        "two_verdicts": unsteady,
        "seconds": round(time.monotonic() - started, 1),
    }


def main() -> None:
    """Reads the arguments, measures and prints."""
    parser = argparse.ArgumentParser(description="Whether the judge calls a hostile program secure by accident.")
    parser.add_argument("--count", type=int, default=10_000, help="how many programs (10000)")
    parser.add_argument("--tested", type=int, default=1_000, help="about how many of them are run (1000)")
    parser.add_argument("--seed", type=int, default=20260101, help="the same seed makes the same programs")
    parser.add_argument("--json", action="store_true", help="print one JSON object on a line")
    arguments = parser.parse_args()
    report = measure(arguments.count, arguments.seed, arguments.tested)
    print(json.dumps(report, indent=None if arguments.json else 1))
    sys.exit(1 if report["accidents"] or report["two_verdicts"] else 0)


if __name__ == "__main__":
    main()
