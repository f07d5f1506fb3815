"""`treeplay corpus`: look at tasks, bring in public sets, audit duplicates, prove tasks by running them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from treeplay.corpus.readers import READERS
from treeplay.corpus.write import FORMATS

if TYPE_CHECKING:
    from treeplay.corpus.reading import Reading
    from treeplay.corpus.schema import Split, Task

app = typer.Typer(
    no_args_is_help=True,
    help=f"""Tasks and pairs: the built-in corpus, public sets, your own.

    A source is `builtin`, `builtin:python`, `<reader>:<path>` or the path of a .jsonl of tasks, each with `:train`,
    `:dev` or `:test` after it for one split. Readers: {", ".join(READERS)}.

        treeplay corpus list
        treeplay corpus list sven:data/sven
        treeplay corpus import seccodeplt data/seccodeplt --out tasks.jsonl
        treeplay corpus export builtin:train --format trl --out preferences.jsonl
        treeplay corpus audit tasks.jsonl --against builtin
        treeplay corpus verify layout:my_tasks
    """,
)

SOURCE = typer.Argument("builtin", help="Where the tasks come from.")


@app.command("list")
def list_tasks(source: str = SOURCE, as_json: bool = typer.Option(False, "--json", help="One JSON object.")) -> None:
    """Count tasks and families by weakness and split; a family's tasks share a situation, and are never divided.

    Takes a source, as `treeplay corpus --help` names them.

        treeplay corpus list builtin:python
        treeplay corpus list sven:data/sven --json

    Next: `treeplay corpus show ID`, `treeplay corpus audit`.
    """
    from treeplay.corpus.load import read

    reading = read(source)
    if as_json:
        typer.echo(_as_json(reading.tasks))
    else:
        Console().print(_table(reading.tasks))
        _tell_dropped(reading)


@app.command()
def show(
    name: str = typer.Argument(..., metavar="ID", help="A task's id."),
    source: str = typer.Option("builtin", "--source", help="Where the task is."),
) -> None:
    """Show one task: what is asked, the given code, the secure version against the vulnerable one, the tests.

    Takes a task's id; a wrong one is answered with its nearest.

        treeplay corpus show python/sql_rows/find_users

    Next: `treeplay judge run FILE --task ID` runs its tests on your own answer.
    """
    from difflib import unified_diff

    from rich.syntax import Syntax

    from treeplay.corpus import load
    from treeplay.errors import unknown_name

    tasks = {task.id: task for task in load(source)}
    if name not in tasks:
        raise unknown_name("task", name, tasks)
    task, console = tasks[name], Console()
    console.print(
        f"{task.id}  {task.cwe}  {task.language}  {task.split}  {task.licence}", highlight=False, markup=False
    )
    console.print(_readable(task.instruction), markup=False)
    console.print(Syntax(_readable(task.prefix + task.golden), task.language, line_numbers=True, word_wrap=True))
    if task.vulnerable is not None:
        old, new = (_readable(code).splitlines() for code in (task.vulnerable, task.golden))
        console.print(
            Syntax("\n".join(unified_diff(old, new, "vulnerable", "golden", lineterm="")), "diff", word_wrap=True)
        )
    for title, test in (("functional test", task.functional_test), ("security test", task.security_test)):
        if test:
            console.rule(title)
            console.print(Syntax(_readable(test), task.language, word_wrap=True))


def _readable(text: str) -> str:
    """Text of a data set without what could steer a terminal."""
    from treeplay.tree.show import visible

    return "\n".join(visible(line) for line in text.splitlines())


@app.command("import")
def import_tasks(
    reader: str = typer.Argument(..., help=f"{', '.join(READERS)}, or a plug-in's."),
    path: Path = typer.Argument(..., help="The set's file or folder."),
    out: Path = typer.Option(..., "--out", help="A .jsonl of tasks to write."),
) -> None:
    """Turn a public set into tasks of our schema; says what was left out and why.

    Takes the set as it is published (docs/data.md); leaves a .jsonl that is a source itself.

        treeplay corpus import seccodeplt data/seccodeplt --out tasks.jsonl

    Next: `treeplay corpus audit tasks.jsonl --against builtin`, then `corpus.source=tasks.jsonl` in a run.
    """
    from treeplay.corpus.readers import find_reader
    from treeplay.corpus.write import write_tasks

    _require_other(path, out)
    reading = find_reader(reader)(path)
    write_tasks(out, reading.tasks)
    typer.echo(f"{out}: {len(reading.tasks)} tasks of {reading.n_read} items")
    for licence, count in sorted(Counter(task.licence for task in reading.tasks).items()):
        typer.echo(f"  licence {licence}: {count}")
    _tell_dropped(reading)


def _require_other(path: Path, out: Path) -> None:
    from treeplay.errors import ConfigError

    if out.resolve() == path.resolve():
        raise ConfigError(
            f"--out {out} is the file that is read, and what is left out of it would be lost; name another"
        )


@app.command("export")
def export_tasks(
    source: str = typer.Argument(..., help="Where the tasks come from; `:train` at the end takes one split."),
    out: Path = typer.Option(..., "--out", help="The .jsonl to write."),
    name: str = typer.Option("tasks", "--format", "-f", help=f"One of {', '.join(FORMATS)}."),
) -> None:
    """Write tasks for other tools: our schema, plain pairs, TRL's preferences as texts or conversations.

    Takes a source; leaves a .jsonl.

        treeplay corpus export builtin:train --format trl_chat --out preferences.jsonl

    What is written reads back as the same tasks, by the reader `tasks`, `pairs` or `trl`; a conversation's code gains
    the line break that its closing fence needs. A preference has two answers, so tasks without a vulnerable version
    are left out of trl and trl_chat, and counted. Next: `treeplay corpus list pairs:FILE` reads it back.
    """
    from treeplay.corpus import load
    from treeplay.corpus.load import parse
    from treeplay.corpus.write import export

    _require_other(Path(parse(source).rest), out)
    count = export(out, load(source), name)
    typer.echo(f"{out}: {count.written} tasks; read them back as {FORMATS[name].reader}:{out}")
    if count.left_out:
        typer.echo(f"  left out {count.left_out}: no secure or no vulnerable version")


@app.command()
def mine(
    repository: Path = typer.Argument(..., help="A git work tree or bare repository."),
    out: Path = typer.Option(..., "--out", help="A .jsonl of tasks to write; a review page is written beside it."),
    reviewed: Path | None = typer.Option(None, "--reviewed", help="A review page: only the pairs ticked in it."),
    since: str = typer.Option("", "--since", help="Only commits after this date, e.g. 2024-01-01."),
    max_functions: int = typer.Option(3, "--max-functions", min=1, help="Functions that a fix may change."),
    max_lines: int = typer.Option(30, "--max-lines", min=1, help="Lines of a function that a fix may change."),
) -> None:
    """Find security fixes in a repository's history: functions before and after, for you to review.

    Takes a git repository; leaves candidates and a page on which you tick those that are fixes.

        treeplay corpus mine ../server --out server.jsonl
        treeplay corpus mine ../server --out server.jsonl --reviewed server.review.md

    Next: `treeplay run default corpus.source=server.jsonl`.
    """
    from treeplay.cli.progress import bar
    from treeplay.corpus.mine import MineSettings, accepted, has_ticks, review_page
    from treeplay.corpus.mine import mine as find_fixes
    from treeplay.corpus.write import write_tasks
    from treeplay.errors import DataError
    from treeplay.files import write_whole

    page = out.with_suffix(".review.md")
    if reviewed is None:
        _require_no_review(page)
    with bar(Console()) as progress:
        row = progress.add_task("commits", total=None, note="")
        settings = MineSettings(since, max_functions, max_lines)
        reading = find_fixes(
            repository, settings, lambda done, total: progress.update(row, completed=done, total=total)
        )
    tasks = reading.tasks
    if reviewed is not None:
        text = _page(reviewed)
        if not has_ticks(text):
            raise DataError(f"{reviewed}: no pair is ticked; put an x between the brackets of those that are fixes")
        tasks = accepted(tasks, text, where=str(reviewed))
    else:
        write_whole(page, review_page(tasks))
        typer.echo(f"{page}: tick the pairs that are fixes, then run this again with --reviewed {page}")
    write_tasks(out, tasks)
    typer.echo(f"{out}: {len(tasks)} pairs of {len(reading.tasks)} candidates")
    _tell_dropped(reading)


def _require_no_review(page: Path) -> None:
    """A page is written anew by each mining, but not over a person's ticks."""
    from treeplay.corpus.mine import has_ticks
    from treeplay.errors import DataError

    if page.exists() and has_ticks(_page(page)):
        raise DataError(f"{page} has been reviewed; give it as --reviewed {page}, delete it, or choose another --out")


def _page(path: Path) -> str:
    from treeplay.errors import DataError

    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}; give the page that an earlier run wrote") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8; give the page that an earlier run wrote") from error


@app.command("audit")
def audit_tasks(
    source: str = SOURCE,
    against: list[str] | None = typer.Option(None, "--against", help="Hold it against this source; may be repeated."),
) -> None:
    """Look for duplicates, divided families and empty code; exit code 1 when something crosses splits.

    Held against other sources, it looks for what stands in both.

        treeplay corpus audit builtin --against humaneval:data/humaneval --against sven:data/sven

    Next: mend or leave out the tasks it names.
    """
    from treeplay.corpus import load
    from treeplay.corpus.audit import audit

    within = "themselves" if against else "a split"
    others = [task for one in against or () for task in load(one)]
    found = audit(load(source), against=others if against else None)
    for twin in found.twins:
        where = "" if twin.crosses else f", within {within}"
        typer.echo(f"{twin.first} and {twin.second}: {100 * twin.similarity:.0f} % alike{where}")
    for name in found.empty:
        typer.echo(f"{name}: no secure version")
    for name in found.unchanged:
        typer.echo(f"{name}: its versions do not differ")
    for family in found.divided_families:
        typer.echo(f"family {family} stands on both sides")
    inside = sum(not twin.crosses for twin in found.twins)
    crossing = ", ".join(f"{count} {kind}" for kind, count in found.crossing().items())
    typer.echo(
        f"{found.tasks} tasks; {crossing} cross; {inside} near-equal within {within}; "
        f"{len(found.empty)} empty; {len(found.unchanged)} whose versions do not differ"
    )
    if any(found.crossing().values()):
        raise typer.Exit(1)


@app.command()
def verify(source: str = SOURCE, workers: int = typer.Option(2, "--workers", min=1, help="Tests run at once.")) -> None:
    """Prove every task by running it: golden passes both tests, vulnerable works and falls to the attack.

    Exit code 1 if one does not hold. Tasks whose toolchain is not installed are counted and named, and are no failure.

        treeplay corpus verify layout:my_tasks

    Next: `treeplay corpus show ID` for a task that it names.
    """
    from treeplay.cli.progress import counting
    from treeplay.corpus import load
    from treeplay.judge.judge import Judge
    from treeplay.judge.verify import verify as prove

    tasks = load(source)
    console = Console()
    with Judge(workers=workers) as judge, counting(console, "programs", 2 * len(tasks)) as advance:
        proofs = prove(tasks, judge, advance)
    failed = [proof for proof in proofs if proof.faults]
    for proof in failed:
        for fault in proof.faults:
            console.print(f"{proof.task_id}: {fault}", markup=False, highlight=False, soft_wrap=True)
    for executable, count in Counter(proof.missing for proof in proofs if proof.missing).items():
        console.print(f"{count} tasks were not run: their tests need {executable}, which is not installed")
    console.print(f"{sum(proof.holds for proof in proofs)} of {len(proofs)} tasks are proven", highlight=False)
    if failed:
        raise typer.Exit(1)


def _tell_dropped(reading: Reading) -> None:
    for reason, count in sorted(reading.dropped.items()):
        typer.echo(f"  left out {count}: {reason}")
    for reason, count in sorted(reading.unrun.items()):
        typer.echo(f"  {count} judged without their tests, `unknown` where no rule fires: {reason}")


def _as_json(tasks: list[Task]) -> str:
    import json

    return json.dumps(
        {
            "by_cwe": dict(sorted(Counter(task.cwe or "none" for task in tasks).items())),
            "families_by_cwe": {cwe: len(families) for (cwe, _), families in _families(tasks, by_split=False).items()},
            "tasks": len(tasks),
            "cwes": len({task.cwe for task in tasks if task.cwe}),
            "by_language": dict(sorted(Counter(task.language for task in tasks).items())),
            "by_split": dict(sorted(Counter(task.split for task in tasks).items())),
        }
    )


def _families(tasks: list[Task], *, by_split: bool = True) -> dict[tuple[str, str], set[str]]:
    """The families of each weakness, in each split or in all of them together."""
    from treeplay.corpus.folds import family_of

    found: dict[tuple[str, str], set[str]] = {}
    for task in sorted(tasks, key=lambda task: task.cwe or "none"):
        found.setdefault((task.cwe or "none", task.split if by_split else ""), set()).add(family_of(task))
    return found


def _table(tasks: list[Task]) -> object:
    from rich.table import Table

    splits: tuple[Split, ...] = ("train", "dev", "test")
    table = Table(title=f"{len(tasks)} tasks; '6 in 2' is six tasks of two families")
    table.add_column("weakness")
    for split in splits:
        table.add_column(split, justify="right")
    counts = Counter((task.cwe or "none", task.split) for task in tasks)
    families = _families(tasks)
    for cwe in sorted({cwe for cwe, _ in counts}):
        shown = (f"{counts[cwe, s]} in {len(families[cwe, s])}" if counts[cwe, s] else "–" for s in splits)
        table.add_row(cwe, *shown)
    table.add_section()
    table.add_row("all", *(str(sum(task.split == split for task in tasks)) for split in splits))
    return table
