"""Our taint rules for semgrep and opengrep: data of a function's parameters must not reach a sink past no sanitizer.

One file a rule, in the folder of its language: what semgrep needs, less what all rules share (parameters as sources),
and programs on which the rule must fire and must not.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from treeplay.cwe import normalise
from treeplay.errors import DataError
from treeplay.files import sha256_text

Pattern = str | dict[str, Any]
"A semgrep pattern, or the mapping (`patterns: …`) of a composed one."

_PARAMETERS = {
    "python": (
        "def $F(..., $P, ...): ...",
        "def $F(..., *$P, ...): ...",
        "def $F(..., **$P): ...",
    ),
    "javascript": (
        "function $F(..., $P, ...) { ... }",
        "async function $F(..., $P, ...) { ... }",
        "function (..., $P, ...) { ... }",
        "async function (..., $P, ...) { ... }",
        "(..., $P, ...) => { ... }",
        "(..., $P, ...) => $E",
        "async (..., $P, ...) => { ... }",
        "async (..., $P, ...) => $E",
        "function $F(..., {..., $P, ...}, ...) { ... }",
        "(..., {..., $P, ...}, ...) => { ... }",
        "function $F(..., ...$P) { ... }",
    ),
    "go": (
        "func $F(..., $P $T, ...) { ... }",
        "func $F(..., $P $T, ...) $R { ... }",
        "func $F(..., $P ...$T) { ... }",
        "func $F(..., $P ...$T) $R { ... }",
        "func(..., $P $T, ...) { ... }",
        "func(..., $P $T, ...) $R { ... }",
    ),
}
"Functions with a parameter `$P`."


class TaintRule(BaseModel):
    """One rule."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    cwe: Annotated[str, BeforeValidator(normalise)]
    language: Literal["python", "javascript", "go"]
    message: str
    sinks: tuple[Pattern, ...] = Field(min_length=1)
    sanitizers: tuple[Pattern, ...] = ()
    "What makes data harmless; a number always is."
    fires: tuple[str, ...] = Field(min_length=1)
    silent: tuple[str, ...] = Field(min_length=1)

    def for_semgrep(self) -> dict[str, Any]:
        """The rule as semgrep reads it."""
        either = [{"pattern-inside": pattern} for pattern in _PARAMETERS[self.language]]
        source = {"patterns": [{"pattern-either": either}, {"focus-metavariable": "$P"}]}
        return {
            "id": self.id,
            "mode": "taint",
            "languages": [self.language],
            "severity": "ERROR",
            "message": self.message,
            "pattern-sources": [source],
            "pattern-sinks": [_part(each) for each in self.sinks],
            "pattern-sanitizers": [_part(each) for each in (*self.sanitizers, *_NUMBERS[self.language])],
        }


_NUMBERS = {
    "python": ("int(...)", "float(...)", "len(...)", "bool(...)", "uuid.UUID(...)"),
    "javascript": ("parseInt(...)", "parseFloat(...)", "Number(...)", "$X.length"),
    "go": ("strconv.Atoi(...)", "strconv.ParseInt(...)", "strconv.Itoa(...)", "len(...)"),
}


def _part(pattern: Pattern) -> dict[str, Any]:
    return {"pattern": pattern} if isinstance(pattern, str) else pattern


@cache
def taint_rules() -> tuple[TaintRule, ...]:
    """The rules that Treeplay brings, by id.

    Raises:
        DataError: one is not as a rule must be; names the file.
    """
    return tuple(sorted((_read(name, text) for name, text in _texts()), key=lambda each: each.id))


@cache
def taint_rules_version() -> str:
    """Changes whenever what semgrep is given does."""
    return sha256_text(yaml.safe_dump([rule.for_semgrep() for rule in taint_rules()]))[:12]


def _read(name: str, text: str) -> TaintRule:
    try:
        return TaintRule.model_validate(yaml.safe_load(text))
    except (yaml.YAMLError, ValidationError) as error:
        raise DataError(f"{name}: this is not a taint rule: {error}") from error


def _texts() -> list[tuple[str, str]]:
    root = files("treeplay.judge") / "semgrep"
    return [
        (file.name, file.read_text(encoding="utf-8"))
        for language in _PARAMETERS
        for file in (root / language).iterdir()
        if file.name.endswith(".yaml")
    ]
