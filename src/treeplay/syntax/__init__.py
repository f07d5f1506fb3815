"""Languages: whether code parses, its statements, where they and functions end, differences, normal forms."""

from treeplay.syntax.changes import Changes, changed_spans
from treeplay.syntax.functions import function_end
from treeplay.syntax.languages import LANGUAGES, has_grammar, parses
from treeplay.syntax.normal import normal_form
from treeplay.syntax.statements import Extent, Statement, statement_extent, statements
from treeplay.syntax.uses import Use, uses

__all__ = [
    "LANGUAGES",
    "Changes",
    "Extent",
    "Statement",
    "Use",
    "changed_spans",
    "function_end",
    "has_grammar",
    "normal_form",
    "parses",
    "statement_extent",
    "statements",
    "uses",
]
