"""Our rules: what a rule's file holds, and how all of them are read and checked.

A rule fires on an event (a call, an assignment, a pair of a literal, a return, a node) whose name, arguments and
values are as one of its `match` entries says, unless the function around it has one of the rule's guards.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, ValidationError

from treeplay.cwe import normalise
from treeplay.errors import DataError
from treeplay.files import sha256_text
from treeplay.judge.static.events import EventKind
from treeplay.judge.static.places import TouchKind

_NUMBER = r"int"
"Numbers carry no attack; the walk marks them so."


_SHARED = "_sanitizers.yaml"
"Lists of sanitizers that several rules share."


def _pattern(value: Any) -> Any:
    return re.compile(value) if isinstance(value, str) else value


Pattern = Annotated[re.Pattern[str], BeforeValidator(_pattern), PlainSerializer(lambda each: each.pattern)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class ValueTest(_Part):
    """What the value of an argument must be like; all that is given must hold."""

    flows: bool = False
    "Data of a parameter or an input reaches it, past no sanitizer."
    outer: bool = False
    "With `flows`: data of unknown origin counts as well."
    built: bool = False
    "With `flows`: only data that was put into a longer string counts."
    listed: bool = True
    "With `flows`: data that stands in a container counts as well."
    through: Pattern | None = None
    "A function that the data passed, sanitizer or not; the whole name."
    kind: str | None = None
    "`str`, `num` or `list`."
    text: Pattern | None = None
    "Found in the text; `\\x00` is data of a source, `\\x01` data of unknown origin."
    not_text: Pattern | None = None
    code: Pattern | None = None
    "Found in the argument's code."
    not_code: Pattern | None = None


class Match(_Part):
    """One way in which a rule fires."""

    event: EventKind
    name: Pattern | None = None
    "The whole name of the event."
    argument: int | str | None = None
    """Position, keyword, `any`, `rest` (all but the first), `receiver`; of an element or member `index` and `holder`.
    Without it, every argument is tried."""
    value: ValueTest | None = None
    keywords: dict[str, Pattern] = {}
    "Keyword arguments that must be there, with code in which this is found."
    lacks: tuple[str, ...] = ()
    "Keyword arguments that must not be there."
    at_least: int = 0
    at_most: int | None = None
    "Bounds of the number of arguments."
    code: Pattern | None = None
    "Found in the event's code."
    not_code: Pattern | None = None
    unbounded: bool = False
    "No condition asked about the argument before, and it was not made within bounds."
    unlimited: bool = False
    "No condition that holds here keeps the argument from being large, and it was not made so that it is small."
    unmeasured: bool = False
    "The argument is a parameter whose length is one too, and no condition that holds here says that it reaches."
    doubted: bool = False
    "A condition before asked if the pointer is there, and where it is followed that is not known."
    overflows: bool = False
    "The call writes more than fits into an array whose size is known."
    then: frozenset[TouchKind] = frozenset()
    """What comes next to the place that is assigned, or is the argument: it is `assigned`, `checked` in a condition,
    `dereferenced`, `indexes` an array or is `used` in another way, of which only what stands here is enough."""

    @property
    def asks_of_places(self) -> bool:
        """Whether what happens before or after the event matters."""
        return bool(self.unbounded or self.unlimited or self.unmeasured or self.doubted or self.then)


class Rule(_Part):
    """One rule."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    cwe: Annotated[str, BeforeValidator(normalise)]
    language: tuple[str, ...]
    message: str
    match: tuple[Match, ...] = Field(min_length=1)
    sanitizers: tuple[Pattern, ...] = ()
    "Functions after which data is harmless; the whole name."
    unless: tuple[Pattern, ...] = ()
    """Guards: found in the function around it, the rule is silent.

    `@name@`, `@0@` (an argument; `@value@` is the first) `@index@` and `@holder@` stand for the event's code.
    """
    where: tuple[Pattern, ...] = ()
    "All must be found in the function around it."
    fires: tuple[str, ...] = Field(min_length=1)
    silent: tuple[str, ...] = Field(min_length=1)

    def is_harmless(self, flow: frozenset[str]) -> bool:
        """Whether data that took this way is harmless to this rule."""
        return any(_cleans(self.sanitizers, tag) for tag in flow)


def _cleans(sanitizers: tuple[re.Pattern[str], ...], tag: str) -> bool:
    return tag == _NUMBER or any(each.fullmatch(tag) for each in sanitizers)


def read_rule(text: str, where: str) -> Rule:
    """A rule from its file.

    Raises:
        DataError: it is not as a rule must be; names the place.
    """
    try:
        data = yaml.safe_load(text)
        data["language"] = data["language"].split() if isinstance(data.get("language"), str) else data["language"]
        data["sanitizers"] = [each for given in data.get("sanitizers", ()) for each in _named(given)]
        return Rule.model_validate(data)
    except (yaml.YAMLError, ValidationError, re.error, TypeError, KeyError, AttributeError) as error:
        raise DataError(f"{where}: this is not a rule: {error}") from error


def _named(sanitizer: str) -> list[str]:
    """The patterns of a named list (`$html`), or the pattern itself."""
    return _shared()[sanitizer[1:]] if sanitizer.startswith("$") else [sanitizer]


@cache
def _shared() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = yaml.safe_load(dict(_texts())[_SHARED])
    return loaded


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules that Treeplay brings, by id."""
    rules = [read_rule(text, name) for name, text in _texts() if name != _SHARED]
    return tuple(sorted(rules, key=lambda each: each.id))


@cache
def rules_version() -> str:
    """Changes whenever a rule does."""
    return sha256_text(*(text for _, text in _texts()))[:12]


@cache
def _texts() -> tuple[tuple[str, str], ...]:
    root = files("treeplay.judge") / "rules"
    return tuple(sorted(_below(root)))


def _below(folder: Traversable) -> list[tuple[str, str]]:
    found = []
    for each in folder.iterdir():
        if each.is_dir():
            found += _below(each)
        elif each.name.endswith(".yaml"):
            found.append((each.name, each.read_text(encoding="utf-8")))
    return found
