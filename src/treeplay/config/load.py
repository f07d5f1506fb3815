"""Presets, files of settings and overrides, resolved into one `RunSettings`.

`treeplay train default optim.lr=1e-4 nodes.policies=[diff,risk]`: a preset's name or a YAML file, then dotted
overrides whose values are read as YAML.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from treeplay.config.run import RunSettings
from treeplay.errors import ConfigError, unknown_name


def preset_names() -> list[str]:
    """The shipped presets."""
    folder = resources.files("treeplay.config") / "presets"
    return sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml"))


def preset_note(name: str) -> str:
    """What a preset is for: the first comment of its file."""
    text = (resources.files("treeplay.config") / "presets" / f"{name}.yaml").read_text(encoding="utf-8")
    first = text.splitlines()[0] if text else ""
    return first.removeprefix("#").strip()


def load_settings(preset: str, overrides: Sequence[str] = ()) -> RunSettings:
    """The settings of a preset or YAML file with overrides.

    Raises:
        ConfigError: an unknown preset, YAML that cannot be read, an unknown key or a value out of range.
    """
    values = _read(preset)
    for override in overrides:
        _apply(values, override)
    try:
        return RunSettings.model_validate(values)
    except ValidationError as error:
        raise ConfigError(_explain(preset, error)) from error


def _read(preset: str) -> dict[str, Any]:
    if preset.endswith((".yaml", ".yml")):
        path = Path(preset)
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{path}: cannot be read: {error}") from error
        name = path.stem
    elif preset in preset_names():
        text = (resources.files("treeplay.config") / "presets" / f"{preset}.yaml").read_text(encoding="utf-8")
        name = preset
    else:
        raise unknown_name("preset", preset, preset_names())
    values = _parse(text, preset)
    base = values.pop("preset", None)
    merged = _merge(_read(base), values) if base else values
    return {**merged, "name": values.get("name", name)}


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        values = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        raise ConfigError(f"{where}: not YAML: {error}") from error
    if not isinstance(values, dict):
        raise ConfigError(f"{where}: settings are a mapping of names to values, not a {type(values).__name__}")
    return values


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _apply(values: dict[str, Any], override: str) -> None:
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


def _number(value: Any) -> Any:
    """YAML 1.1 reads 1e-4 as text; a person means a number."""
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            return value
    return value


def _explain(preset: str, error: ValidationError) -> str:
    lines = [f"{preset}: {error.error_count()} setting(s) cannot be used:"]
    for problem in error.errors():
        where = ".".join(str(part) for part in problem["loc"]) or "(whole)"
        lines.append(f"  {where}: {problem['msg']} (got {problem['input']!r})")
    lines.append("`treeplay config show PRESET` prints every setting with its meaning")
    return "\n".join(lines)
