"""The `treeplay` command and how it ends: user errors as one message and an exit code, the rest as a traceback."""

from __future__ import annotations

import logging
import os
import sys

import typer
from rich.console import Console
from rich.text import Text

from treeplay import __version__
from treeplay.errors import TreeplayError

app = typer.Typer(
    name="treeplay",
    help="Harden code language models by tree-like self-play, and measure what that bought.",
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
        if os.environ.get("TREEPLAY_DEBUG"):
            raise
        Console(stderr=True).print(Text("error: ", "red") + Text(str(error)), soft_wrap=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        Console(stderr=True).print("interrupted; run the same command again to go on.")
        sys.exit(130)
