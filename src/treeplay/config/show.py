"""Settings as YAML whose comments are the fields' documentation."""

from __future__ import annotations

from typing import Any

import yaml
from pydantic import BaseModel


def annotated_yaml(settings: BaseModel, indent: int = 0) -> str:
    """The settings as YAML, a comment above each field; reading it back gives the same settings."""
    pad = "  " * indent
    lines: list[str] = []
    for name, field in type(settings).model_fields.items():
        value = getattr(settings, name)
        if field.description:
            lines.extend(f"{pad}# {line}" for line in field.description.splitlines())
        if isinstance(value, BaseModel):
            lines.append(f"{pad}{name}:")
            lines.append(annotated_yaml(value, indent + 1).rstrip("\n"))
        else:
            lines.append(f"{pad}{name}: {_scalar(value)}")
    return "\n".join(lines) + "\n"


def _scalar(value: Any) -> str:
    plain = list(value) if isinstance(value, tuple) else value
    text = yaml.safe_dump(plain, default_flow_style=True, width=10_000, allow_unicode=True).strip()
    return text.removesuffix("...").strip()
