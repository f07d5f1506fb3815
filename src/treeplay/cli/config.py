"""`treeplay config`: the presets and what every setting means."""

from __future__ import annotations

import typer
from rich.console import Console

app = typer.Typer(no_args_is_help=True, help="List the presets; show every setting with its meaning.")


@app.command("list")
def list_presets() -> None:
    """List the shipped presets with what each is for."""
    from treeplay.config.load import preset_names, preset_note

    console = Console()
    for name in preset_names():
        console.print(f"[bold]{name:<26}[/bold] {preset_note(name)}", highlight=False, soft_wrap=True)


@app.command()
def show(
    preset: str = typer.Argument("default", help="A preset's name or a YAML file."),
    overrides: list[str] | None = typer.Argument(None, help="Dotted overrides: optim.lr=1e-4"),
) -> None:
    """Print the resolved settings as YAML, each with its meaning; redirect it to a file to start your own."""
    from treeplay.config.load import load_settings
    from treeplay.config.show import annotated_yaml

    typer.echo(annotated_yaml(load_settings(preset, overrides or ())), nl=False)
