"""The annotation text of the public TSP release."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from treeplay.corpus.tsp_release import parse_annotations
from treeplay.tree.policies.annotated import find_line

TEXT = """```
[[1]]
[Code_Line]  data = load(x)
[CWE_ID]CWE-502
[Description]Unsafe. It
goes on: see [Code_Line] above.
[[2]]
[Code_Line]
  q = f\"\"\"
     SELECT
[CWE_ID] cwe-89
[Description]Injection.
[[3]]
[Code_Line]  x
[CWE_ID]none known
[Description]Odd.
```"""


def test_parse_annotations_reads_the_blocks() -> None:
    first, second, third = parse_annotations(TEXT)
    assert (first.line, first.cwe) == ("data = load(x)", "CWE-502")
    assert first.note == "Unsafe. It goes on: see [Code_Line] above."
    assert (second.line, second.cwe, second.note) == ('q = f"""', "CWE-089", "Injection.")
    assert (third.line, third.cwe, third.note) == ("x", None, "Odd.")


@pytest.mark.parametrize("text", ["", "none", "[[1]]\n[Code_Line]\n[CWE_ID]CWE-1\n[Description]x", "[Code_Line] a"])
def test_parse_annotations_of_no_block_is_empty(text: str) -> None:
    assert parse_annotations(text) == ()


DATA = Path(os.environ.get("TREEPLAY_DATA", Path(__file__).parents[2].parent / "shared" / "data"))


@pytest.mark.shared
@pytest.mark.skipif(not DATA.exists(), reason="no folder of public data sets (TREEPLAY_DATA)")
def test_parse_annotations_of_the_release_finds_all_its_nodes() -> None:
    items = json.loads((DATA / "tsp_release/sec-new-desc_annotated.json").read_text(encoding="utf-8"))
    found = [(item, one) for item in items for one in parse_annotations(item["output"])]
    assert (len(items), len(found)) == (421, 1455)
    assert all(one.cwe for _, one in found)
    matched = sum(find_line(item["func_src_after"], one.line) is not None for item, one in found)
    assert matched == 1354  # 93%; 91% stand there verbatim
