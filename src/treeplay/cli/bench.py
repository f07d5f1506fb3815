"""`treeplay bench`: generate, score and compare, three verbs over files, each of which goes on where it stopped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from treeplay.cli.judge import DETECTORS, names
from treeplay.errors import ConfigError, RunError

if TYPE_CHECKING:
    from treeplay.bench.generate import Generator
    from treeplay.bench.manifest import Manifest
    from treeplay.bench.metrics import Scored
    from treeplay.bench.results import Results
    from treeplay.bench.suites import Suite
    from treeplay.judge.judge import Judge

app = typer.Typer(
    no_args_is_help=True,
    help="""Measure how securely, and how well, a model codes.

    Three verbs over one folder: `generate` asks the model, `score` judges its answers, `compare` sets models side by
    side. Each can be interrupted and repeated; it does what is missing. Files lie in
    `<out>/bench/<suite>/<model>/`: `samples.jsonl`, `verdicts.jsonl`, `results.json`, `findings.sarif`,
    `manifest.json`.

        treeplay bench generate --model bundled --out runs/demo
        treeplay bench score --out runs/demo
        treeplay bench compare --out runs/demo
    """,
)

OUT = typer.Option(..., "--out", help="A run's folder; files go below `<out>/bench/`.", show_default=False)
JSON = typer.Option(False, "--json", help="Print one JSON object instead of tables.")
ONLY = typer.Option(None, "--only", help="Names of models to take; repeat it for several. All by default.")
SUITE_TO_READ = typer.Option(None, "--suite", help="Only this suite, e.g. `builtin:test`. All by default.")

MODEL = typer.Option(
    ..., "--model", "-m", help="`bundled`, a folder, a hub id; with --base-url the server's name for it."
)
SUITE = typer.Option(
    None, "--suite", help="A suite's name, or a public set: `<reader>:<path>[:<split>]`. [default: builtin:test]"
)
TASKS = typer.Option(None, "--tasks", help='Your own: a .jsonl file, each line a task or {"id", "prompt"}.')
NAME = typer.Option(None, "--name", help="The model's name in tables; made from --model by default.")
N = typer.Option(10, "--n", min=1, help="Samples a task.")
TEMPERATURE = typer.Option(0.4, "--temperature", min=0, help="0 is greedy; the paper has 0.2.")
TOP_P = typer.Option(0.95, "--top-p", min=0.01, max=1, help="The paper has 0.9.")
MAX_TOKENS = typer.Option(256, "--max-tokens", min=1, help="Longest answer.")
SEED = typer.Option(0, "--seed", help="Same seed, same samples, on the same device.")
CHUNK_SIZE = typer.Option(16, "--chunk-size", min=1, help="Tasks generated together.")
DEVICE = typer.Option("auto", "--device", help="Where a model in this process runs: auto, cpu, cuda, mps.")
BASE_URL = typer.Option(
    None, "--base-url", help="An OpenAI-compatible server, up to its version: http://127.0.0.1:8000/v1"
)
KEY = typer.Option(None, "--api-key-env", help="Name of the environment variable that holds the key. Never stored.")
REQUESTS = typer.Option(8, "--workers", min=1, help="Requests under way at a time.")
TIMEOUT_S = typer.Option(120, "--timeout", min=1, help="Seconds of silence before a request is repeated.")

GENERATE = """Draw samples from a model, in this process or behind a server.

    One sample a task, as the paper measures:

        treeplay bench generate --model bundled --n 1 --temperature 0.2 --top-p 0.9 --out runs/demo

    Your own prompts, answered by a served model; anything may judge the samples.jsonl that comes out:

        treeplay bench generate --model served --base-url http://127.0.0.1:8000/v1 --tasks prompts.jsonl --out runs/x

    A public set as it is (`treeplay corpus --help` names the readers), of which the split is optional:

        treeplay bench generate --model bundled --suite humaneval:data/humanevalplus.jsonl.gz --out runs/demo
        treeplay bench generate --model bundled --suite seccodeplt:data/seccodeplt:dev --out runs/demo

    An interrupted run goes on with the same command; other settings want another --out or --name.
    Next: `treeplay bench score` with the same --out.
    """


@app.command(help=GENERATE)
def generate(
    *,
    model: str = MODEL,
    out: Path = OUT,
    suite: str | None = SUITE,
    tasks: Path | None = TASKS,
    name: str | None = NAME,
    n: int = N,
    temperature: float = TEMPERATURE,
    top_p: float = TOP_P,
    max_tokens: int = MAX_TOKENS,
    seed: int = SEED,
    chunk_size: int = CHUNK_SIZE,
    device: str = DEVICE,
    base_url: str | None = BASE_URL,
    api_key_env: str | None = KEY,
    workers: int = REQUESTS,
    timeout_s: float = TIMEOUT_S,
) -> None:
    """Answers are appended as they are drawn; a folder of other settings is refused."""
    from treeplay.bench.generate import generate_into
    from treeplay.bench.manifest import Manifest, weights_fingerprint

    asked = _suite(suite, tasks)
    manifest = Manifest(
        suite=asked.name,
        source=asked.source,
        prompts_sha256=asked.prompts_hash(),
        prompts=asked.prompts(),
        model=model,
        weights_sha256=None if base_url else weights_fingerprint(model),
        base_url=base_url,
        n=n,
        temperature=temperature,
        top_p=top_p,
        max_tokens=max_tokens,
        seed=seed,
        chunk_size=chunk_size,
    )
    generator = _served(manifest, api_key_env, workers, timeout_s) if base_url else _local(manifest, device)
    folder = out / "bench" / folder_name(asked.name) / folder_name(name or model)
    count = generate_into(folder, asked.tasks, manifest, generator, _bar)
    _say(f"{count} samples in {folder / 'samples.jsonl'}; next: treeplay bench score --out {out}")


@app.command()
def score(
    out: Path = OUT,
    suite: str | None = SUITE_TO_READ,
    only: list[str] | None = ONLY,
    tasks: Path | None = typer.Option(None, "--tasks", help="Where the file of tasks lies now, if it was moved."),
    workers: int = typer.Option(2, "--workers", min=1, help="Tests run at a time."),
    detectors: str = DETECTORS,
    unsafe: bool = typer.Option(
        False, "--unsafe-no-sandbox", help="Run tests without isolation, where the system has none."
    ),
    json: bool = JSON,
) -> None:
    """Judge stored samples: tests in the sandbox, detectors, verdicts; then figures with intervals.

    Takes the samples that `generate` stored; leaves `verdicts.jsonl` and `results.json` beside them.

        treeplay bench score --out runs/demo --detectors default,cppcheck

    Beside `results.json` stands `findings.sarif`: every weakness that was found, with the program that has it.

    Verdicts that still hold are kept. After a change of the tests or of a judging tool, the same command judges the
    same samples again, without asking the model. Next: `treeplay bench compare`.
    """
    from treeplay.files import dump_json
    from treeplay.judge.judge import Judge

    console, folders = Console(), _folders(out, "samples.jsonl", suite, only)
    with Judge(workers=workers, unsafe=unsafe, detectors=names(detectors)) as judge:
        tools = dict(judge.tools) | ({"isolation": "none"} if unsafe else {})
        scored = [_score_folder(folder, tasks, judge, tools) for folder in folders]
    if json:
        typer.echo(dump_json({"results": [results.model_dump(mode="json") for results in scored]}))
        return
    from treeplay.bench.tables import results_table

    for results in scored:
        console.print(results_table(results))


@app.command()
def export(
    to: Path = typer.Option(..., "--to", help="The folder for the programs.", show_default=False),
    out: Path = OUT,
    suite: str | None = SUITE_TO_READ,
    only: list[str] | None = ONLY,
    tasks: Path | None = typer.Option(None, "--tasks", help="Where the file of tasks lies now, if it was moved."),
) -> None:
    """Write the programs of stored samples as files, each distinct one once, for tools that read folders.

    With CodeQL, which Treeplay does not bring:

        treeplay bench export --out runs/demo --to programs
        codeql database create db --language python --source-root programs
        codeql database analyze db --format sarif-latest --output programs/codeql.sarif
        treeplay bench score --out runs/demo --detectors default,sarif:programs/codeql.sarif

    What such a tool finds comes back as SARIF, as in the last line. Next: `treeplay bench compare`.
    """
    from treeplay.bench.programs import write_programs

    count = sum(
        write_programs(folder, _suite_of(folder, tasks)[0], to)
        for folder in _folders(out, "samples.jsonl", suite, only)
    )
    _say(f"{count} programs in {to}")


@app.command()
def compare(
    out: Path = OUT,
    suite: str | None = SUITE_TO_READ,
    only: list[str] | None = ONLY,
    baseline: str | None = typer.Option(
        None, "--baseline", help="The model others are set against; the first by default."
    ),
    json: bool = JSON,
) -> None:
    """Set the scored models of each suite side by side, on the tasks that all of them answered.

    Takes what `score` left of two or more models under one --out; writes nothing.

        treeplay bench compare --out runs/demo --only base --only sft --only tsp --baseline sft

    Differences are paired by task: 95% bootstrap interval, p by permutation, corrected (Holm) for how many models
    are held against the baseline; * marks p < 0.05, without correction for looking at many metrics.
    Next: `treeplay report` for a run's folder.
    """
    from dataclasses import asdict

    from treeplay.bench.compare import compare as set_side_by_side
    from treeplay.bench.tables import comparison_tables, left_out_note, power_note
    from treeplay.files import dump_json

    console, found = Console(), []
    folders = _folders(out, "results.json", suite, only)
    for place in dict.fromkeys(folder.parent for folder in folders):
        models = _scored([folder for folder in folders if folder.parent == place])
        found.append(set_side_by_side(place.name, models, baseline=baseline or next(iter(models))))
    if json:
        typer.echo(dump_json({"comparisons": [asdict(comparison) for comparison in found]}))
        return
    for comparison in found:
        if note := left_out_note(comparison):
            console.print(note, markup=False, highlight=False)
        console.print(*comparison_tables(comparison), sep="\n")
        if note := power_note(comparison):
            console.print(note, markup=False, highlight=False)


def folder_name(name: str) -> str:
    """A name as a folder's: `builtin:test` is `builtin-test`, `org/model` is `org--model`.

    Raises:
        ConfigError: nothing of the name is left.
    """
    slug = re.sub(r"[^A-Za-z0-9._-]+", "-", name.strip("/").replace("/", "--")).strip(".-")
    if not slug:
        raise ConfigError(f"{name!r} makes no folder's name; give --name letters or digits")
    return slug[-120:]


def _suite(suite: str | None, tasks: Path | None) -> Suite:
    """What `bench generate` asks."""
    from treeplay.bench.suites import load

    if suite and tasks:
        raise ConfigError("--suite and --tasks both name tasks; give one of them")
    return load(str(tasks.resolve()) if tasks else suite or "builtin:test")


def _local(manifest: Manifest, device: str) -> Generator:
    from treeplay.models.generate import LocalGenerator

    return LocalGenerator(
        manifest.model,
        max_tokens=manifest.max_tokens,
        temperature=manifest.temperature,
        top_p=manifest.top_p,
        device=device,
    )


def _served(manifest: Manifest, api_key_env: str | None, workers: int, timeout_s: float) -> Generator:
    from treeplay.models.endpoint import EndpointGenerator, EndpointSettings

    return EndpointGenerator(
        EndpointSettings(
            base_url=manifest.base_url or "",
            model=manifest.model,
            api_key_env=api_key_env,
            max_tokens=manifest.max_tokens,
            temperature=manifest.temperature,
            top_p=manifest.top_p,
            workers=workers,
            timeout_s=timeout_s,
        )
    )


def _score_folder(folder: Path, tasks: Path | None, judge: Judge, tools: dict[str, str]) -> Results:
    from treeplay.bench.score import score as judge_samples
    from treeplay.judge.toolchains import unrunnable

    suite, n = _suite_of(folder, tasks)
    bare = sum(not (task.functional_test or task.security_test) for task in suite.tasks)
    if bare:
        _say(f"{folder}: {bare} of {len(suite.tasks)} tasks have no test to run; `unknown` where no rule fires")
    for note in unrunnable(suite.tasks):
        _say(f"{folder}: {note}")
    with _bar(f"verdicts of {folder.name}", len(suite.tasks) * n, 0) as progress:
        return judge_samples(folder, suite, judge, tools, progress=progress)


def _suite_of(folder: Path, tasks: Path | None) -> tuple[Suite, int]:
    """The suite that a folder's samples answer, and how many of them a task has."""
    from dataclasses import replace

    from treeplay.bench.manifest import read
    from treeplay.bench.suites import load

    manifest = read(folder)
    suite = load(str(tasks or manifest.source))
    if suite.prompts_hash() != manifest.prompts_sha256:
        raise RunError(
            f"{folder}: the prompts of {suite.source} are not those that these samples answer; "
            "give the file they were drawn from as --tasks, or generate again into another --out"
        )
    return replace(suite, name=manifest.suite), manifest.n


def _scored(folders: list[Path]) -> dict[str, list[Scored]]:
    """The judged samples of each model of one suite; says so where they were not judged by the same tools."""
    from treeplay.bench.manifest import require_same_prompts
    from treeplay.bench.results import read_results
    from treeplay.bench.score import read_verdicts

    if differing := [name for name in require_same_prompts(folders) if name != "n"]:
        _say(f"warning: {folders[0].parent}: these models were sampled with different {', '.join(differing)}")
    models = {folder.name: read_verdicts(folder / "verdicts.jsonl") for folder in folders}
    results = {folder.name: read_results(folder / "results.json") for folder in folders}
    for name, found in results.items():
        if found.samples != len(models[name]):
            raise RunError(
                f"{folders[0].parent / name}: results.json is of {found.samples} samples, verdicts.jsonl holds "
                f"{len(models[name])}; run `treeplay bench score` again"
            )
    if any(found.judge != results[folders[0].name].judge for found in results.values()):
        _say("warning: other versions of the tools judged these models; run `treeplay bench score` to judge all anew")
    return models


def _folders(out: Path, file: str, suite: str | None, only: list[str] | None) -> list[Path]:
    """The models' folders that hold a file, in the order of `only` or of their names."""
    from treeplay.bench.suites import suite_name

    pattern = f"{folder_name(suite_name(suite)) if suite else '*'}/*/{file}"
    found = sorted(path.parent for path in (out / "bench").glob(pattern))
    verb = "generate" if file == "samples.jsonl" else "score"
    if not found:
        raise RunError(f"{out / 'bench'}: no {file} of {suite or 'any suite'}; run `treeplay bench {verb}` first")
    if not only:
        return found
    names = [folder_name(name) for name in only]
    missing = set(names) - {folder.name for folder in found}
    if missing:
        known = ", ".join(dict.fromkeys(folder.name for folder in found))
        raise RunError(f"{out / 'bench'}: no {file} of {', '.join(sorted(missing))}; there are {known}")
    return sorted((f for f in found if f.name in names), key=lambda f: (f.parent.name, names.index(f.name)))


@contextmanager
def _bar(description: str, total: int, done: int) -> Iterator[Callable[[int], None]]:
    """A progress bar on the error stream, so that standard output stays data; yields what advances it."""
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task(escape(description), total=total, completed=done)
        yield lambda count: progress.advance(task, count)


def _say(message: str) -> None:
    Console(stderr=True).print(message, markup=False, highlight=False, soft_wrap=True)
