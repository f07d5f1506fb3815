"""`--help` teaches: every verb shows commands that its own parser takes, each on its own line, and what is next."""

from __future__ import annotations

import re
import resource
import shlex
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from treeplay.cli.main import app, register
from treeplay.errors import TreeplayError, exit_codes

register()
ROOT: Any = typer.main.get_command(app)


def _verbs(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, each in getattr(command, "commands", {}).items():
        yield from _verbs(each, (*words, name))
    if not hasattr(command, "commands"):
        yield words


VERBS = sorted(set(_verbs(ROOT)))


def _leaf(words: list[str]) -> tuple[Any, list[str]]:
    """The command that a command line runs, and its own arguments; `study NAME` is `study run NAME`."""
    command = ROOT
    while hasattr(command, "commands"):
        known = words and words[0] in command.commands
        command, words = (command.commands[words[0]], words[1:]) if known else (command.commands["run"], words)
    return command, words


def _examples(words: tuple[str, ...]) -> list[list[str]]:
    """The commands that a verb's help shows, as a wide terminal prints it."""
    shown = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "130", "TERMINAL_WIDTH": "130"}).output
    return [shlex.split(line)[1:] for line in shown.splitlines() if line.startswith("  treeplay ")]


@pytest.mark.parametrize("words", VERBS, ids=" ".join)
def test_help_shows_commands_that_the_verb_takes_and_the_next_step(words: tuple[str, ...]) -> None:
    examples = _examples(words)
    asked = [word for word in words if words != ("study", "run") or word != "run"]
    assert any(one[: len(asked)] == asked for one in examples), "an example of the verb, on its own line"
    for one in examples:
        command, arguments = _leaf(one)
        command.make_context(command.name, arguments)  # raises where an option or value is not taken
    command, _ = _leaf(list(words))
    assert "Next: " in command.help


def test_help_of_the_program_names_every_exit_code() -> None:
    shown = CliRunner().invoke(app, ["--help"]).output
    meant = exit_codes()
    assert {kind.exit_code for kind in TreeplayError.__subclasses__()} < set(meant)
    for code in meant:
        assert re.search(rf"\b{code} [a-z]", shown)


def test_help_takes_less_than_a_second_of_cpu() -> None:
    took = []
    for _ in range(2):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "treeplay", "--help"], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(took) < 1.0
