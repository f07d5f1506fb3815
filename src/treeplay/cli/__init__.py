"""The command line: one file a verb; a verb imports what it needs only when it runs."""

from treeplay.cli.main import main

__all__ = ["main"]
