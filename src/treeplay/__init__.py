"""Treeplay hardens code language models by tree-like self-play and measures what that bought."""

__version__ = "0.1.0"
