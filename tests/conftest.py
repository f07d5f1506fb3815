"""What holds for every test: the environment, and which tests share a worker."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A file's tests share a worker, as they share its fixtures; so do the sandbox's.

    These look for processes that an attack leaves running, and would find those of an attack beside them.
    """
    for item in items:
        group = "sandbox" if "sandbox" in item.path.parts else str(item.path)
        item.add_marker(pytest.mark.xdist_group(group))
