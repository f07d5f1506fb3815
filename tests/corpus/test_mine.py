"""Mining: which changes of a history become candidates, what a review keeps, and that nothing of a repository is run."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from treeplay.cli.corpus import app
from treeplay.corpus import load
from treeplay.corpus.mine import COSMETIC, LARGE, MANY, OTHER, MineSettings, accepted, mine, review_page, weakness_of
from treeplay.errors import ConfigError, DataError

OLD = """import os


class Store:
    def remove(self, name):
        os.system("rm " + name)


def size(name):
    return os.stat(name).st_size
"""
NEW = OLD.replace('os.system("rm " + name)', "os.unlink(name)")


class Repository:
    """A git repository of the test's own, apart from the user's settings."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()
        self.git("init", "--quiet")

    def git(self, *arguments: str) -> None:
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *who, *arguments], cwd=self.path, check=True, env=os.environ | own, capture_output=True)

    def commit(self, message: str, **files: str) -> None:
        for name, text in files.items():
            place = self.path / name.replace("__", "/").replace("_dot_", ".")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "server")
    made.commit("Add the store", store_dot_py=OLD)
    return made


def found(repository: Repository, **settings: int) -> tuple[list[str], dict[str, int]]:
    reading = mine(repository.path, MineSettings(**settings), lambda done, total: None)
    return [task.id.partition("/")[2] for task in reading.tasks], dict(reading.dropped)


def test_fix_becomes_a_pair_of_the_function_it_changed(repository: Repository) -> None:
    repository.commit("Prevent command injection when removing", store_dot_py=NEW)
    (task,) = mine(repository.path, MineSettings(), lambda done, total: None).tasks
    assert (task.cwe, task.language, task.split) == ("CWE-078", "python", "train")
    assert task.prefix == "def remove(self, name):\n"
    assert (task.golden, task.vulnerable) == ("    os.unlink(name)\n", '    os.system("rm " + name)\n')
    assert task.id.endswith("/store.py/Store.remove")
    assert "Prevent command injection" in task.source


def test_changes_that_are_no_fix_are_left_out_and_counted(repository: Repository) -> None:
    repository.commit("Rename for clarity", store_dot_py=NEW)  # no word of security: not even looked at
    repository.commit(
        "Security: explain", store_dot_py=NEW.replace("        os.unlink", "        # gone\n        os.unlink")
    )
    repository.commit("Security: tests", tests__test_store_dot_py=OLD)
    repository.commit("Security: tests again", tests__test_store_dot_py=NEW)
    repository.commit("Harden all", store_dot_py=NEW.replace("unlink", "remove").replace("stat(", "lstat("))
    assert found(repository, max_functions=1) == ([], {COSMETIC: 1, OTHER: 3, MANY: 1})


def test_large_changes_are_left_out(repository: Repository) -> None:
    longer = NEW.replace("os.unlink(name)", "\n        ".join(f"check{i}(name)" for i in range(9)))
    repository.commit("Fix CWE-22", store_dot_py=longer)
    assert found(repository, max_lines=5) == ([], {LARGE: 1})
    assert found(repository, max_lines=30)[0] == ["store.py/Store.remove"]


@pytest.mark.parametrize(
    ("name", "old", "new", "function"),
    [
        ("a_dot_js", "function f(a) {\n  eval(a);\n}\n", "function f(a) {\n  JSON.parse(a);\n}\n", "f"),
        (
            "a_dot_go",
            "package a\n\nfunc F(a int) int {\n\treturn a\n}\n",
            "package a\n\nfunc F(a int) int {\n\treturn 2\n}\n",
            "F",
        ),
        ("a_dot_c", "int *f(char *a)\n{\n    gets(a);\n}\n", "int *f(char *a)\n{\n    return 0;\n}\n", "f"),
    ],
)
def test_fixes_in_other_languages_are_found(tmp_path: Path, name: str, old: str, new: str, function: str) -> None:
    repository = Repository(tmp_path / "r")
    repository.commit("Start", **{name: old})
    repository.commit("Fix a vulnerability", **{name: new})
    (place,), dropped = found(repository)
    assert (place.rpartition("/")[2], dropped) == (function, {})


def test_review_keeps_what_is_ticked_with_the_cwe_it_gives(repository: Repository) -> None:
    repository.commit("Prevent command injection ``` here", store_dot_py=NEW.replace("os.unlink", "'```'; os.unlink"))
    tasks = mine(repository.path, MineSettings(), lambda done, total: None).tasks
    page = review_page(tasks)
    assert "````diff" in page, "a fence inside the code does not end the block"
    assert accepted(tasks, page, where="page") == []
    ticked = page.replace("- [ ]", "- [x]").replace("(CWE-078)", "(CWE-88)")
    assert [task.cwe for task in accepted(tasks, ticked, where="page")] == ["CWE-088"]
    with pytest.raises(DataError, match=r"page:\d+: .*not a CWE id"):
        accepted(tasks, ticked.replace("CWE-88", "nonsense"), where="page")
    with pytest.raises(DataError, match=r"page:1: other/f is not among the candidates"):
        accepted(tasks, "- [x] other/f (CWE-78)", where="page")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["mine", *map(str, arguments)], catch_exceptions=False)


def test_mine_verb_writes_tasks_and_a_page_and_then_the_ticked_ones(repository: Repository, tmp_path: Path) -> None:
    repository.commit("Prevent command injection", store_dot_py=NEW)
    out, page = tmp_path / "out.jsonl", tmp_path / "out.review.md"
    assert "1 pairs of 1 candidates" in run(repository.path, "--out", out).output
    assert len(load(str(out))) == 1
    with pytest.raises(DataError, match="no pair is ticked"):
        run(repository.path, "--out", out, "--reviewed", page)
    assert len(load(str(out))) == 1, "what was there stays"
    page.write_text(page.read_text().replace("[ ]", "[x]"))
    run(repository.path, "--out", out, "--reviewed", page)
    assert load(str(out))[0].cwe == "CWE-078"
    ticked = page.read_text()
    with pytest.raises(DataError, match="has been reviewed"):
        run(repository.path, "--out", out)
    assert page.read_text() == ticked


def test_mine_since_a_day_takes_what_came_after_and_refuses_what_is_no_day(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2010-03-04T05:06:07Z")
    repository.commit("Prevent command injection", store_dot_py=NEW)
    assert "1 pairs" in run(repository.path, "--out", tmp_path / "out.jsonl", "--since", "2009-02-03").output
    assert "0 pairs" in run(repository.path, "--out", tmp_path / "out.jsonl", "--since", "2011-02-03").output
    with pytest.raises(ConfigError, match="2024-01-31"):
        run(repository.path, "--out", tmp_path / "out.jsonl", "--since", "yesterdat")


def test_mine_of_no_repository_is_an_error_that_quotes_git(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="not a git repository"):
        run(tmp_path, "--out", tmp_path / "out.jsonl")


def test_mine_runs_nothing_that_a_repository_configures(repository: Repository, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    repository.commit("Prevent command injection", store_dot_py=NEW, _dot_gitattributes="*.py diff=evil filter=evil\n")
    for key in (
        "core.fsmonitor",
        "diff.evil.textconv",
        "diff.evil.command",
        "filter.evil.smudge",
        "diff.external",
        "core.pager",
    ):
        repository.git("config", key, f"touch {trap}; cat")
    assert found(repository)[0] == ["store.py/Store.remove"]
    assert not trap.exists()


def test_mine_of_a_partial_clone_fetches_nothing_by_the_command_it_names(
    repository: Repository, tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    repository.commit("Prevent command injection", store_dot_py=NEW)
    blob = subprocess.run(
        ["git", "rev-parse", "HEAD:store.py"], cwd=repository.path, check=True, capture_output=True, text=True
    ).stdout.strip()
    (repository.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    for key, value in (
        ("remote.origin.url", str(repository.path)),
        ("remote.origin.promisor", "true"),
        ("remote.origin.uploadpack", f"touch {trap}; git-upload-pack"),
        ("protocol.file.allow", "always"),
        ("extensions.partialClone", "origin"),
        ("core.repositoryFormatVersion", "1"),
    ):
        repository.git("config", key, value)
    with pytest.raises(DataError, match="git says"):
        found(repository)
    assert not trap.exists()


def test_a_number_that_is_no_weakness_names_none() -> None:
    assert weakness_of("Fix CWE-1234567 of the log injection") == weakness_of("Fix the log injection")
