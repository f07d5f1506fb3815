"""Functions before and after the fix of a CVE, as CVEfixes and its kin give them: JSONL or CSV.

Names in use are understood: `code_before` or `func_before`, `code_after` or `func_after`, `programming_language` or
`language`, `cwe_id` or `cwe`, `cve_id` or `cve`, `hash` or `commit_hash`, `name` or `func_name`. The functions of one
CVE are a family. Beside the faults of all function pairs, code that breaks off, which crawls leave, is counted.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from treeplay.corpus.readers.functions import FunctionPair, FunctionRow, GivenSplit, to_reading
from treeplay.corpus.readers.languages import language_named
from treeplay.corpus.readers.rows import read_table
from treeplay.corpus.readers.sieve import EMPTY, UNKNOWN_LANGUAGE
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import Language
from treeplay.syntax.languages import has_grammar, parses
from treeplay.syntax.lexer import tokens

UNPARSED = "code that breaks off or does not parse"

_CWE = re.compile(r"^\W*(?:cwe[-_ ]*)?0*(\d{1,5})\b", re.IGNORECASE)


def _first_cwe(value: Any) -> str | None:
    """Of `CWE-79`, `['CWE-79', …]` or `NVD-CWE-noinfo` the first id, or none."""
    match = _CWE.match(value if isinstance(value, str) else "")
    return match[1] if match else None


def _names(*names: str) -> AliasChoices:
    return AliasChoices(*names)


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    before: str | None = Field(validation_alias=_names("code_before", "func_before", "before"))
    after: str | None = Field(validation_alias=_names("code_after", "func_after", "after"))
    language: str = Field(validation_alias=_names("programming_language", "language", "lang"))
    cwe: Annotated[str | None, BeforeValidator(_first_cwe)] = Field(None, validation_alias=_names("cwe_id", "cwe"))
    cve: str | None = Field(None, validation_alias=_names("cve_id", "cve"))
    commit: str | None = Field(None, validation_alias=_names("hash", "commit_hash", "commit_id", "commit"))
    repository: str | None = Field(None, validation_alias=_names("repo_url", "repository", "repo"))
    name: str | None = Field(None, validation_alias=_names("name", "func_name", "method_name"))
    split: GivenSplit = "train"


def read(path: Path) -> Reading:
    """Tasks of a `.jsonl` or `.csv` file, or of every one in a folder.

    Raises:
        DataError: a row lacks code or language, or is of a wrong type; names file and line.
    """
    dropped: Counter[str] = Counter()
    reading = to_reading(_pairs(path, dropped), licence="unknown", source="CVEfixes")
    reading.dropped.update(dropped)
    return reading


def _pairs(path: Path, dropped: Counter[str]) -> Iterator[FunctionPair]:
    for where, row in read_table(path, _Row):
        language = language_named(row.language)
        if language is None:
            dropped[UNKNOWN_LANGUAGE] += 1
        elif row.before is None or row.after is None:
            dropped[EMPTY] += 1
        elif not (_is_whole(row.before, language) and _is_whole(row.after, language)):
            dropped[UNPARSED] += 1
        else:
            yield FunctionPair(where, _function(where, row, language))


def _function(where: str, row: _Row, language: Language) -> FunctionRow:
    return FunctionRow(
        id=where.rpartition("/")[2],
        split=row.split,
        cwe=row.cwe,
        lang=language,
        family=row.cve or "",
        func_name=row.name or "",
        func_src_before=row.before or "",
        func_src_after=row.after or "",
        commit_link=_link(row),
    )


def _link(row: _Row) -> str:
    if row.repository and row.commit and row.repository.startswith("http"):
        return f"{row.repository.rstrip('/')}/commit/{row.commit}"
    return ""


def _is_whole(code: str, language: Language) -> bool:
    """Whether Python parses; of other languages, where macros and cut-out methods do not, whether brackets close."""
    if language == "python":
        return not code.strip() or parses(textwrap.dedent(code), "python")
    if not has_grammar(language):
        return True
    depth = Counter(token.kind for token in tokens(code, language))
    return depth["open"] == depth["close"]
