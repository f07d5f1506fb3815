"""Every error a user can meet, each with the exit code the command line ends with.

TreeplayError            1   anything below
├── ConfigError          2   a preset, a file of settings or an override is wrong
├── DataError            3   a record or file cannot be read; says which file and line
├── ModelError           4   a model cannot be found, loaded or packed
├── SandboxError         5   the system cannot isolate hostile code
├── EndpointError        6   a served model does not answer as it should
├── RunError             7   a run's folder is missing, damaged or of another configuration
├── BusyError            8   another process is writing into the folder; the same command may work later
└── WriteError           9   a file cannot be written: the path, your rights, the disk
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class TreeplayError(Exception):
    """A failure the user can act on: the message says what happened, where, and what to do."""

    exit_code = 1


class ConfigError(TreeplayError):
    """A setting is wrong."""

    exit_code = 2


class DataError(TreeplayError):
    """Input data cannot be read."""

    exit_code = 3


class ModelError(TreeplayError):
    """A model cannot be found, loaded or trained on packed trees."""

    exit_code = 4


class SandboxError(TreeplayError):
    """The system cannot give the isolation that running generated code needs."""

    exit_code = 5


class EndpointError(TreeplayError):
    """A served model does not answer, or not in the expected form."""

    exit_code = 6


class RunError(TreeplayError):
    """The folder of a run is missing, damaged, or belongs to another configuration."""

    exit_code = 7


class BusyError(TreeplayError):
    """Another process is writing into the folder."""

    exit_code = 8


class WriteError(TreeplayError):
    """A file cannot be written."""

    exit_code = 9


_LISTED = 30


def exit_codes() -> dict[int, str]:
    """What each exit code of the command line means."""
    own = {kind.exit_code: _first_line(kind) for kind in TreeplayError.__subclasses__()}
    return {0: "done", 1: "a check found something, or the system refused", **own, 130: "interrupted"}


def _first_line(kind: type[Exception]) -> str:
    text = (kind.__doc__ or "").splitlines()[0].rstrip(".")
    return text[0].lower() + text[1:]


def unknown_name(kind: str, name: str, known: Iterable[str]) -> ConfigError:
    """The error for a name that no table holds, with the nearest names that one does."""
    names = sorted(known)
    near = get_close_matches(name, names, n=3)
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(names[:_LISTED])}{more}."
    return ConfigError(f"there is no {kind} named {name!r}; {hint}")
