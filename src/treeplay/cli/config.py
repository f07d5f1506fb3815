"""`treeplay config`: the presets and what every setting means."""

from __future__ import annotations

import typer
from rich.console import Console

app = typer.Typer(no_args_is_help=True, help="List presets and methods; show every setting with its meaning.")


@app.command("list")
def list_presets() -> None:
    """List the shipped presets with what each is for, then the methods that any preset can be given.

    Takes nothing.

        treeplay config list
        treeplay train default method=spin

    Next: `treeplay config show NAME`.
    """
    from treeplay.config.load import note, shipped

    console = Console()
    for kind, title in (("preset", "presets"), ("method", "methods (method=NAME)")):
        console.print(f"{title}:", highlight=False)
        for name in shipped(kind):
            console.print(f"  [bold]{name:<24}[/bold] {note(kind, name)}", highlight=False, soft_wrap=True)


@app.command()
def show(
    preset: str = typer.Argument("default", help="A preset's name or a YAML file."),
    overrides: list[str] | None = typer.Argument(None, help="Dotted overrides: optim.lr=1e-4"),
) -> None:
    """Print the resolved settings as YAML, each with its meaning; redirect it to a file to start your own.

    Takes what `train` takes.

        treeplay config show default optim.lr=1e-4

    Next: `treeplay train mine.yaml` with the file that you made of it.
    """
    from treeplay.config.load import load_settings
    from treeplay.config.show import annotated_yaml

    typer.echo(annotated_yaml(load_settings(preset, overrides or ())), nl=False)
