"""`treeplay report`: one offline HTML page of a run."""

from __future__ import annotations

from pathlib import Path

import typer


def report(
    run: Path = typer.Argument(..., help="The run's folder, e.g. runs/quickstart."),
) -> None:
    """Write `report.html`: figures with intervals, curves, samples before and after, trees with their verdicts.

    Takes the folder of a run, finished or not; what is missing in it is left out of the page. The page is one file,
    opens offline and runs no script.

        treeplay report runs/quickstart

    Next: open the page; `treeplay bench compare --out runs/quickstart` prints the same differences.
    """
    from treeplay.report.page import write_report

    typer.echo(write_report(run))
