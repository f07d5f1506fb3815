"""CyberSecEval's prompts, to instruct and to autocomplete: places where open-source code is insecure (MIT).

An evaluation set without tests: static detectors judge its answers. Several detectors' hits on one place give the same
prompt several times; it is used once. Languages that Treeplay does not know are counted.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from treeplay.corpus.readers.languages import language_named
from treeplay.corpus.readers.prompts import Begun, begun
from treeplay.corpus.readers.rows import read_array
from treeplay.corpus.readers.sieve import EMPTY, UNKNOWN_LANGUAGE, Sieve
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import CweId, Language, Task


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    prompt: str = Field(alias="test_case_prompt")
    language: str
    cwe: CweId = Field(alias="cwe_identifier")
    variant: Literal["instruct", "autocomplete"] = "instruct"
    number: int | None = Field(None, alias="prompt_id")
    origin_code: str = ""
    repo: str = ""
    file_path: str = ""


def read(path: Path) -> Reading:
    """Tasks of a JSON array, or of every `*.json` of a folder; named by variant, and number or place.

    Raises:
        DataError: an item is not as it should be, or an id stands twice; names file and item.
    """
    sieve = Sieve()
    for place, (where, row) in enumerate(read_array(path, _Row)):
        language = language_named(row.language)
        if language is None:
            sieve.drop(UNKNOWN_LANGUAGE)
        elif not row.prompt.strip():
            sieve.drop(EMPTY)
        else:
            number = place if row.number is None else row.number
            sieve.take(where, _task(row, language, name=f"{row.variant}-{number}"))
    return sieve.reading()


def _task(row: _Row, language: Language, *, name: str) -> Task:
    instruct = row.variant == "instruct"
    asked = Begun(row.prompt.strip(), "") if instruct else begun(row.prompt, language)
    origin = row.origin_code.lstrip("\n")
    goes_on = bool(asked.prefix) and origin.startswith(asked.prefix)
    return Task(
        id=name,
        language=language,
        cwe=row.cwe,
        family=f"{row.repo}/{row.file_path}" if row.file_path else name,
        split="test",
        instruction=asked.instruction,
        prefix=asked.prefix,
        vulnerable=origin[len(asked.prefix) :] if goes_on else None,
        licence="MIT",
        source=row.repo or "CyberSecEval",
    )
