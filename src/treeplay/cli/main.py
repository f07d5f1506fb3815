"""The `treeplay` command and how it ends: user errors as one message and an exit code, the rest as a traceback."""

from __future__ import annotations

import errno
import logging
import os
import sys

import typer
from rich.console import Console
from rich.text import Text

from treeplay import __version__
from treeplay.errors import TreeplayError, exit_codes

INTERRUPTED = 130
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})

app = typer.Typer(
    name="treeplay",
    help=f"""Harden code language models by tree-like self-play, and measure what that bought.

    The whole way in one command, then the same on your model and your security fixes:

        treeplay run quickstart
        treeplay run default model.path=./my-model corpus.source=pairs:fixes.jsonl

    Each verb's own --help says what goes in, what comes out, and what is next.

    Exit codes: {", ".join(f"{code} {meaning}" for code, meaning in exit_codes().items())}.
    """,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"treeplay {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
    ),
    debug: bool = typer.Option(False, "--debug", help="Show the traceback of a user error too."),
) -> None:
    os.environ["TREEPLAY_DEBUG"] = "1" if debug else os.environ.get("TREEPLAY_DEBUG", "")


def register() -> None:
    """Hangs the verbs in; none imports anything heavy before it runs."""
    from treeplay.cli import bench, config, corpus, judge, model, report, run, study, train, tree

    app.command()(run.run)
    app.command()(train.train)
    app.command()(report.report)
    for name, group in (
        ("tree", tree.app),
        ("bench", bench.app),
        ("study", study.app),
        ("corpus", corpus.app),
        ("judge", judge.app),
        ("model", model.app),
        ("config", config.app),
    ):
        app.add_typer(group, name=name)


class _Notes(logging.Handler):
    """Prints what the library has to say: on the standard error stream as it is then, so that bars are not torn."""

    def emit(self, record: logging.LogRecord) -> None:
        print(self.format(record), file=sys.stderr)


def main() -> None:
    """Runs the command line; a `TreeplayError` ends it with its own exit code."""
    register()
    notes = logging.getLogger("treeplay")
    notes.setLevel(logging.INFO)
    notes.addHandler(_Notes())
    try:
        app()
    except TreeplayError as error:
        _refuse(error, str(error), error.exit_code)
    except OSError as error:
        _refuse(error, _system_error(error), TreeplayError.exit_code)
    except SystemExit as end:
        if end.code == INTERRUPTED:  # what typer makes of Ctrl-C
            Console(stderr=True).print("\ninterrupted; run the same command again to go on.")
        raise


def _refuse(error: Exception, message: str, code: int) -> None:
    if os.environ.get("TREEPLAY_DEBUG"):
        raise error
    Console(stderr=True).print(Text("error: ", "red") + Text(message), soft_wrap=True)
    sys.exit(code)


def _system_error(error: OSError) -> str:
    """What the system refused; files are written whole or line by line, so what was there before still is."""
    place = f"{error.filename}: " if error.filename else ""
    todo = "free some space, then run the same command again to go on" if error.errno in FULL else "see --debug"
    return f"{place}{error.strerror or error}; {todo}"
