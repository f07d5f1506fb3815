"""`treeplay tree`: grow a forest without training, look at trees, export them as preference pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from treeplay.cli.train import OVERRIDES, PRESET

if TYPE_CHECKING:
    from treeplay.corpus.schema import Task
    from treeplay.tree.schema import Tree

MODEL = typer.Option(
    "", "--model", help="Whose tokens the trees are made of, if not the model that the manifest names."
)

app = typer.Typer(no_args_is_help=True, help="Grow trees, draw them in the terminal, export them for other trainers.")


@app.command()
def grow(
    preset: str = PRESET,
    overrides: list[str] | None = OVERRIDES,
    model: str = typer.Option("", "--model", help="The opponent; the preset's model if not given."),
    out: Path = typer.Option(
        Path("trees.jsonl"), "--out", help="The same command goes on where it was; another is refused."
    ),
) -> None:
    """Grow and judge a forest: golden paths, decision nodes, the opponent's branches and their verdicts.

    Takes a model and tasks, as training does; leaves one line a tree.

        treeplay tree grow default --out trees.jsonl corpus.max_tasks=8
        treeplay tree grow default --out root.jsonl nodes.policies=[root] --model runs/mine/rounds/1/model

    Next: `treeplay tree show trees.jsonl`.
    """
    from rich.console import Console

    from treeplay.cli.progress import Terminal
    from treeplay.config.load import load_settings
    from treeplay.locks import locked
    from treeplay.train.forest import claim, grow_forest, read_forest
    from treeplay.train.material import prepare

    settings = load_settings(preset, overrides or ())
    if model:
        settings = settings.model_copy(update={"model": settings.model.model_copy(update={"path": model})})
    watcher = Terminal(Console())
    material = prepare(settings.corpus, settings.model.path, settings.seed)
    with locked(out.parent, out.name):
        claim(out, settings)
        grow_forest(settings, material, 1, settings.model.path, out, watcher)
    watcher.forest(1, read_forest(out).summary())


@app.command()
def show(
    trees: Path = typer.Argument(..., help="A trees.jsonl."),
    task: str = typer.Option("", "--task", help="Only this task's tree; part of its id is enough."),
    corpus: str = typer.Option("", "--corpus", help="Where the trees' tasks come from, if not from where it says."),
    model: str = MODEL,
    limit: int = typer.Option(5, "--limit", help="So many trees at most."),
) -> None:
    """Draw trees: the golden code, its decision nodes, what the opponent wrote there, verdicts and probabilities.

    Takes what `tree grow` or a run left. A verdict is on the golden program with the branch's statement in it; what
    became of the whole answer stands beside it where it differs.

        treeplay tree show trees.jsonl --task sql --limit 2
        treeplay tree show runs/mine/rounds/1/trees.jsonl

    Next: `treeplay tree export` for other trainers.
    """
    from rich.console import Console

    from treeplay.models.load import load_tokenizer
    from treeplay.models.prompt import Prompter
    from treeplay.tree.show import draw_tree

    settings = _grown_with(trees)
    prompter = Prompter(load_tokenizer(model or settings["model"]["path"]))
    console = Console()
    for number, (tree, owner) in enumerate(_with_tasks(trees, corpus or settings["corpus"]["source"], task)):
        if number == limit:
            console.print("… more with --limit", highlight=False)
            break
        console.print(draw_tree(tree, owner, prompter.decode))


@app.command()
def export(
    trees: Path = typer.Argument(..., help="A trees.jsonl."),
    out: Path = typer.Option(..., "--out", help="A file for trl, a folder for llamafactory."),
    form: str = typer.Option("trl", "--format", help="trl or llamafactory."),
    model: str = MODEL,
) -> None:
    """Write trees as preference pairs for TRL (JSONL) or LLaMA-Factory (JSON with `ranking: true`).

    A pair's prompt is everything before its node, so chosen and rejected differ from the first token on; branches of
    weight 0 are left out and counted.

        treeplay tree export trees.jsonl --out pairs.jsonl
        treeplay tree export trees.jsonl --format llamafactory --out data

    Next: `load_dataset("json", data_files="pairs.jsonl")` for TRL's DPOTrainer; `dataset: treeplay, dataset_dir: data`
    in a LLaMA-Factory configuration with `stage: dpo` and `template: empty` in so many words: the prompt has its marks
    already. docs/data.md says more.
    """
    from treeplay.errors import unknown_name
    from treeplay.models.load import load_tokenizer
    from treeplay.models.prompt import opening
    from treeplay.train.forest import read_forest
    from treeplay.tree.export import export_llama_factory, export_trl

    tokenizer = load_tokenizer(model or _grown_with(trees)["model"]["path"])
    forest = read_forest(trees).trees

    def decode(ids: Sequence[int]) -> str:
        return str(tokenizer.decode(ids, clean_up_tokenization_spaces=False))  # the chat template's marks stay

    if form == "trl":
        count = export_trl(forest, out, decode, added=opening(tokenizer))
    elif form == "llamafactory":
        count = export_llama_factory(forest, out, "treeplay", decode)
    else:
        raise unknown_name("format", form, ("trl", "llamafactory"))
    typer.echo(
        f"{out}: {count.pairs} pairs of {count.trees} trees; left out {count.without_weight} branches of weight 0 "
        f"and {count.same_text} that read like the golden path"
    )


def _grown_with(trees: Path) -> dict[str, Any]:
    """What is said of model and corpus beside trees, by their run or by the study that shares them."""
    from treeplay.files import parse_json

    usual = {"model": {"path": "bundled"}, "corpus": {"source": "builtin"}}
    above = trees.resolve().parent.parent
    of_folder = {"rounds": "manifest.json", "shared": "study.json"}
    places = [trees.with_name(f"{trees.name}.manifest.json")]
    places += [above.with_name(of_folder[above.name])] if above.name in of_folder else []
    found = next((path for path in places if path.exists()), None)
    if found is None:
        return usual
    content = parse_json(found.read_bytes(), where=str(found))
    return {**usual, **dict(content.get("settings", content.get("base", content)))}


def _with_tasks(trees: Path, corpus: str, wanted: str) -> Iterator[tuple[Tree, Task]]:
    from treeplay.corpus import load
    from treeplay.errors import DataError
    from treeplay.train.forest import read_forest

    tasks = {task.id: task for task in load(corpus)}
    found = [tree for tree in read_forest(trees).trees if wanted in tree.task_id]
    if not found:
        raise DataError(f"{trees} holds no tree of a task {wanted!r}")
    for tree in found:
        if tree.task_id not in tasks:
            raise DataError(f"{trees}: its task {tree.task_id} is not in the corpus {corpus}; give --corpus")
        yield tree, tasks[tree.task_id]
