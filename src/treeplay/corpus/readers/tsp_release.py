"""The public TSP release's annotated pairs: SafeCoder's functions with lines that a language model marked as risky.

The file has no ids, splits or normalised languages; they come from the position and the file name.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict

from treeplay.corpus.readers.functions import FunctionPair, FunctionRow, to_reading
from treeplay.corpus.readers.rows import read_array
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import CweId, Language
from treeplay.corpus.tsp_release import parse_annotations

_LANGUAGES: dict[str, Language] = {
    ".py": "python",
    ".js": "javascript",
    ".jsx": "javascript",
    ".go": "go",
    ".c": "c",
    ".h": "c",
    ".cc": "cpp",
    ".cpp": "cpp",
    ".java": "java",
    ".rb": "ruby",
}
UNKNOWN_LANGUAGE = "language not known from the file name"


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    func_name: str
    func_src_before: str
    func_src_after: str
    file_name: str
    vul_type: CweId
    output: str
    commit_link: str = ""
    description: str = ""


def read(path: Path) -> Reading:
    """Tasks with annotations of a JSON array, all for training.

    Raises:
        DataError: the file is no such array; names file and item.
    """
    strangers = 0

    def pairs() -> Iterator[FunctionPair]:
        nonlocal strangers
        for number, (where, row) in enumerate(read_array(path, _Row)):
            language = _LANGUAGES.get(PurePosixPath(row.file_name).suffix.lower())
            if language is None:
                strangers += 1
            else:
                yield FunctionPair(where, _function(number, row, language), parse_annotations(row.output))

    reading = to_reading(pairs(), licence="MIT", source="TSP release (SafeCoder)")
    if strangers:
        reading.dropped[UNKNOWN_LANGUAGE] += strangers
    return reading


def _function(number: int, row: _Row, language: Language) -> FunctionRow:
    return FunctionRow(
        id=f"tsp-release-{number}",
        split="train",
        cwe=row.vul_type,
        lang=language,
        func_name=row.func_name,
        func_src_before=row.func_src_before,
        func_src_after=row.func_src_after,
        commit_link=row.commit_link,
        description=row.description,
    )
