from __future__ import annotations

from pathlib import Path

import pytest

from treeplay.config.load import load_settings
from treeplay.train.forest import _judge


@pytest.mark.parametrize(
    ("override", "names"),
    [((), ["bandit", "ruff", "rules"]), (("judge.detectors=[bandit]",), ["bandit"])],
    ids=["default", "named"],
)
def test_training_asks_the_detectors_of_its_settings(
    override: tuple[str, ...], names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TREEPLAY_CACHE", str(tmp_path))
    with _judge(load_settings("default", override)) as judge:
        assert judge is not None
        assert [each.name for each in judge.detectors] == names
