"""A question and two answers, as texts or as conversations, whose code Markdown may hold: what TRL's and
LLaMA-Factory's preferences share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import AliasChoices, BaseModel, ConfigDict, Field

from treeplay.corpus.readers.columns import Columns, named_task
from treeplay.corpus.readers.languages import language_named
from treeplay.corpus.readers.sieve import EMPTY, UNKNOWN_LANGUAGE, Sieve

TURNS = "a conversation of several answers"

_FENCE = re.compile(r"^```[ \t]*(?P<label>[^\s`]*)[^\n`]*\n(?P<code>.*?)(?:^```[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_ANSWERERS = frozenset({"assistant", "gpt"})


class Message(BaseModel):
    """One turn, whose parts TRL calls `role` and `content`, ShareGPT `from` and `value`."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    role: str = Field(validation_alias=AliasChoices("role", "from"))
    content: str = Field(validation_alias=AliasChoices("content", "value"))

    @property
    def is_answer(self) -> bool:
        """Whether a model says it."""
        return self.role in _ANSWERERS


Said = str | list[Message]


class Preference(Columns):
    """The columns of a preference; `language` has any name that is in use."""

    language: str | None = Field(None, validation_alias=AliasChoices("language", "lang"))


@dataclass(frozen=True)
class Exchange:
    """What is asked, and both answers."""

    prompt: Said
    chosen: Said
    rejected: Said


class _Code(NamedTuple):
    text: str
    label: str


def take_preference(sieve: Sieve, where: str, columns: Preference, said: Exchange) -> None:
    """Keeps the task of an exchange, or counts why there is none.

    An answer's code is what its first fence holds, whose label names the language if no column does. With a `prefix`
    column the exchange is made of code: the prompt may end with the prefix, a conversation's answers begin with it, and
    an answer that is a text is code as it stands.
    """
    question, chosen, rejected = _question(said.prompt), _answer(said.chosen), _answer(said.rejected)
    if question is None or chosen is None or rejected is None:
        sieve.drop(TURNS)
        return
    prefix = columns.prefix
    is_code = prefix is not None and isinstance(said.chosen, str)
    golden, vulnerable = (_Code(text, "") if is_code else _code_in(text) for text in (chosen, rejected))
    language = language_named(columns.language or golden.label or vulnerable.label or "python")
    if language is None:
        sieve.drop(UNKNOWN_LANGUAGE)
    elif not golden.text.strip():
        sieve.drop(EMPTY)
    else:
        answers = {
            "instruction": question.removesuffix(f"\n\n{prefix}") if prefix else question,
            "golden": golden.text if is_code else golden.text.removeprefix(prefix or ""),
            "vulnerable": vulnerable.text if is_code else vulnerable.text.removeprefix(prefix or ""),
        }
        sieve.take(where, named_task(where, columns, language=language, **answers))


def _question(turns: Said) -> str | None:
    """The text, or all that system and user say; none if a model has answered before."""
    if isinstance(turns, str):
        return turns
    return None if any(turn.is_answer for turn in turns) else "\n\n".join(turn.content for turn in turns)


def _answer(turns: Said) -> str | None:
    """The text, or the one turn; none if there are more."""
    if isinstance(turns, str):
        return turns
    return turns[0].content if len(turns) == 1 else None


def _code_in(text: str) -> _Code:
    block = _FENCE.search(text)
    return _Code(block["code"], block["label"]) if block else _Code(text, "")
