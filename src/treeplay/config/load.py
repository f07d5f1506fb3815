"""Presets, methods, files of settings and overrides, resolved into one `RunSettings`.

`treeplay train default optim.lr=1e-4 nodes.policies=[diff,risk]`: a preset's name or a YAML file, then dotted
overrides whose values are read as YAML. Settings may name a `preset` and a `method` that they build on: what they say
themselves goes before the method, and the method before the preset.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from treeplay.config.run import RunSettings
from treeplay.errors import ConfigError, unknown_name

Model = TypeVar("Model", bound=BaseModel)
FOLDERS = {"preset": "presets", "method": "methods", "study": "studies"}
"Where the shipped files of each kind lie in this package."


def shipped(kind: str) -> list[str]:
    """The names of the shipped presets, methods or studies."""
    folder = resources.files("treeplay.config") / FOLDERS[kind]
    return sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml"))


def preset_names() -> list[str]:
    """The shipped presets."""
    return shipped("preset")


def note(kind: str, name: str) -> str:
    """What a shipped file is for: its first comment."""
    first = _shipped_text(kind, name).splitlines()[:1]
    return first[0].removeprefix("#").strip() if first else ""


def load_settings(preset: str, overrides: Sequence[str] = ()) -> RunSettings:
    """The settings of a preset or YAML file with overrides.

    Raises:
        ConfigError: an unknown preset, YAML that cannot be read, an unknown key or a value out of range.
    """
    values: dict[str, Any] = {"preset": preset}
    for override in overrides:
        apply(values, override)
    return validate(RunSettings, resolve(values), where=preset)


def resolve(values: Mapping[str, Any], *, own_method: bool = True) -> dict[str, Any]:
    """The values of settings with those of the preset and the method that they name beneath them.

    Args:
        own_method: false where another method is put over these settings: theirs would leave things behind.

    Raises:
        ConfigError: there is no such preset or method, or its file cannot be read.
    """
    own = dict(values)
    preset, method = own.pop("preset", None), own.pop("method", None)
    found: dict[str, Any] = {}
    if preset:
        below = read("preset", str(preset))
        found = {**resolve(below, own_method=own_method and not method), "name": below.get("name", stem(str(preset)))}
    if method and own_method:
        found = merge(found, read("method", str(method)))
    return merge(found, own)


def read(kind: str, name: str) -> dict[str, Any]:
    """The values of a shipped preset, method or study, or of a YAML file.

    Raises:
        ConfigError: there is none of this name, or it cannot be read.
    """
    if name.endswith((".yaml", ".yml")):
        try:
            text = Path(name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{name}: cannot be read: {error}") from error
    elif name in shipped(kind):
        text = _shipped_text(kind, name)
    else:
        raise unknown_name(kind, name, shipped(kind))
    return _parse(text, name)


def stem(name: str) -> str:
    """What settings are called that do not say so: by their shipped name, or by their file's."""
    return Path(name).stem if name.endswith((".yaml", ".yml")) else name


def merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Values over others, mapping by mapping."""
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        merged[key] = merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def apply(values: dict[str, Any], override: str) -> None:
    """Sets what a dotted override says.

    Raises:
        ConfigError: it is not of the form name.of.setting=value.
    """
    path, mark, text = override.partition("=")
    if not mark or not path:
        raise ConfigError(f"the override {override!r} is not of the form name.of.setting=value")
    *parents, last = path.split(".")
    place = values
    for parent in parents:
        below = place.setdefault(parent, {})
        if not isinstance(below, dict):
            below = place[parent] = {}
        place = below
    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ConfigError(f"the override {override!r} is not YAML: {error}") from error
    place[last] = _number(value)


def validate(kind: type[Model], values: Mapping[str, Any], *, where: str) -> Model:
    """The settings of plain values.

    Raises:
        ConfigError: an unknown key or a value out of range; names every one.
    """
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        raise ConfigError(_explain(where, error)) from error


def _shipped_text(kind: str, name: str) -> str:
    return (resources.files("treeplay.config") / FOLDERS[kind] / f"{name}.yaml").read_text(encoding="utf-8")


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        values = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        raise ConfigError(f"{where}: not YAML: {error}") from error
    if not isinstance(values, dict):
        raise ConfigError(f"{where}: settings are a mapping of names to values, not a {type(values).__name__}")
    return values


def _number(value: Any) -> Any:
    """YAML 1.1 reads 1e-4 as text; a person means a number."""
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            return value
    return value


def _explain(where: str, error: ValidationError) -> str:
    lines = [f"{where}: {error.error_count()} setting(s) cannot be used:"]
    for problem in error.errors():
        place = ".".join(str(part) for part in problem["loc"])
        said = problem["msg"].removeprefix("Value error, ")
        got = "" if isinstance(problem["input"], dict) else f" (got {problem['input']!r})"
        lines.append(f"  {place}: {said}{got}" if place else f"  {said}")
    lines.append("`treeplay config show PRESET` prints every setting with its meaning")
    return "\n".join(lines)
