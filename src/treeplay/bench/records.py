"""Turns what a file holds into a record, or into an error that says where it stands and what is wrong."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from treeplay.errors import DataError, TreeplayError
from treeplay.files import dump_json

Record = TypeVar("Record", bound=BaseModel)


def validated(
    kind: type[Record],
    value: Any,
    *,
    where: str,
    cure: str,
    error: type[TreeplayError] = DataError,
) -> Record:
    """The record of a parsed JSON value.

    Args:
        where: file and line, for the message.
        cure: what the user can do about a bad record.
        error: what is raised.
    """
    try:
        dump_json(value).encode()  # JSON can spell half a surrogate pair or NaN, which no file of ours can hold
        return kind.model_validate(value)
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "the record"
        raise error(f"{where}: {place}: {first['msg']}; {cure}") from problem
    except ValueError as problem:
        raise error(f"{where}: text or a number that UTF-8 JSON cannot hold ({problem}); {cure}") from problem
