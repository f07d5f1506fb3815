"""The annotation text of the public TSP release: numbered blocks of a code line, a CWE and a description.

Source: Easonnoway/TSP (GitHub), `data/annotated_datasets`, field `output`.
"""

from __future__ import annotations

import re

from treeplay import cwe
from treeplay.corpus.schema import Annotation

_BLOCK = re.compile(
    r"\[Code_Line\](.*?)\[CWE_ID\]([^\n]*)\n?\s*\[Description\](.*?)(?=\n\s*\[\[\d+\]\]|\n```|\Z)", re.DOTALL
)


def parse_annotations(text: str) -> tuple[Annotation, ...]:
    """The blocks of an annotator's answer, in order.

    Of a code line that runs over several, the first with code is taken. A CWE that is none is left out;
    a block without a code line is no annotation.
    """
    found = []
    for code, number, note in _BLOCK.findall(text):
        line = next((line.strip() for line in code.split("\n") if line.strip()), "")
        if line:
            found.append(Annotation(line=line, cwe=_cwe(number), note=" ".join(note.split())))
    return tuple(found)


def _cwe(text: str) -> str | None:
    try:
        return cwe.normalise(text)
    except ValueError:
        return None
