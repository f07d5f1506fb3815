"""Optional detectors for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from treeplay.errors import ConfigError
from treeplay.judge.command import CommandDetector


def if_installed(make: Callable[[], CommandDetector]) -> CommandDetector:
    """The detector; without its tool the test is skipped with the reason."""
    try:
        return make()
    except ConfigError as error:
        pytest.skip(str(error))
