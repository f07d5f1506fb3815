"""Tasks and pairs: the schema, readers of public formats, splits, the audit, the built-in corpus."""

from treeplay.corpus.load import load

__all__ = ["load"]
