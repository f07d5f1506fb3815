"""The corpus verbs: what they print, what they write, how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from treeplay import corpus
from treeplay.cli.corpus import app
from treeplay.errors import ConfigError

FUNCTION = (
    "def total(prices, rate, rebate):\n    gross = sum(price * (1 + rate) for price in prices)\n    return gross - {}"
)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def pairs(path: Path, *rows: dict[str, str]) -> str:
    path.write_text("".join(json.dumps({"prompt": "Do it.", **row}) + "\n" for row in rows))
    return f"pairs:{path}"


def test_list_as_json_ends_with_the_totals() -> None:
    found = json.loads(run("list", "--json").stdout)
    assert list(found)[-4:] == ["tasks", "cwes", "by_language", "by_split"]
    assert found["tasks"] == sum(found["by_split"].values()) == sum(found["by_language"].values())
    assert found["cwes"] == len(found["by_cwe"])
    assert found["families_by_cwe"].keys() == found["by_cwe"].keys()


def test_list_counts_families_beside_tasks(tmp_path: Path) -> None:
    ours = {"cwe": "89", "family": "query"}
    rows = [{"chosen": "1", **ours}, {"chosen": "2", **ours}, {"chosen": "3", "cwe": "89"}]
    source = pairs(tmp_path / "p.jsonl", *rows)
    assert json.loads(run("list", source, "--json").stdout)["families_by_cwe"] == {"CWE-089": 2}
    assert "3 in 2" in run("list", source).stdout


def test_list_says_what_the_reader_left_out(tmp_path: Path) -> None:
    source = pairs(tmp_path / "p.jsonl", {"chosen": "1", "cwe": "89"}, {"chosen": " "})
    result = run("list", source)
    assert "CWE-089" in result.stdout
    assert "left out 1: empty code" in result.stdout


@pytest.mark.parametrize("source", ["builtin:dev", "builtin:go:test"])
def test_list_of_a_source_that_ends_in_a_split_counts_that_split_alone(source: str) -> None:
    found = json.loads(run("list", source, "--json").stdout)
    assert list(found["by_split"]) == [source.rpartition(":")[2]]
    assert found["tasks"] == len(corpus.load(source)) > 0


def test_show_prints_both_versions_and_the_tests() -> None:
    task = corpus.load("builtin:python")[0]
    result = run("show", task.id)
    assert result.exit_code == 0
    for part in (task.instruction.split()[0], "vulnerable", "functional test", "security test", "import program"):
        assert part in result.stdout


def test_import_writes_tasks_and_tells_licences_and_what_was_left_out(tmp_path: Path) -> None:
    pairs(tmp_path / "p.jsonl", {"chosen": "1", "licence": "MIT"}, {"chosen": "2", "rejected": " 2"})
    result = run("import", "pairs", str(tmp_path / "p.jsonl"), "--out", str(tmp_path / "t.jsonl"))
    assert result.stdout.splitlines()[1:] == ["  licence MIT: 1", "  left out 1: before equals after"]
    (task,) = corpus.load(str(tmp_path / "t.jsonl"))
    assert (task.id, task.licence, task.source) == ("p.jsonl:1", "MIT", "p.jsonl:1")


@pytest.mark.parametrize(("split", "code"), [("train", 0), ("test", 1)])
def test_audit_ends_with_1_when_something_crosses_splits(tmp_path: Path, split: str, code: int) -> None:
    first, second = {"chosen": FUNCTION.format("rebate")}, {"chosen": FUNCTION.format("2"), "split": split}
    assert run("audit", pairs(tmp_path / "p.jsonl", first, second)).exit_code == code


def test_audit_against_an_evaluation_set_ends_with_1_when_it_shares_a_program(tmp_path: Path) -> None:
    mine = pairs(tmp_path / "mine.jsonl", {"chosen": FUNCTION.format("rebate")})
    theirs = pairs(tmp_path / "theirs.jsonl", {"chosen": FUNCTION.format("rebate")})
    result = run("audit", mine, "--against", theirs)
    assert (result.exit_code, "mine.jsonl:1 and theirs.jsonl:1: 100 % alike" in result.stdout) == (1, True)
    assert run("audit", mine, "--against", "builtin").exit_code == 0


SERVE = "def serve(name):\n# treeplay: complete below\n    return {}\n"
ALLOWED = "{'a': 1}[name]"
ASK = "import program\n\nassert program.serve('a') == 1\n"
ATTACK = "import program\n\ntry:\n    program.serve('b')\nexcept KeyError:\n    pass\nelse:\n    raise AssertionError('served b')\n"


def a_layout(root: Path, vulnerable: str) -> str:
    """One task, whose secure version serves only what it knows."""
    folder = root / "python" / "serve" / "plain"
    folder.mkdir(parents=True)
    (folder / "task.yaml").write_text("cwe: 22\nsplit: train\ninstruction: Serve the entry of that name.\n")
    (folder / "secure.py").write_text(SERVE.format(ALLOWED))
    (folder / "vulnerable.py").write_text(SERVE.format(vulnerable))
    (folder / "functional.py").write_text(ASK)
    (folder / "security.py").write_text(ATTACK)
    return f"layout:{root}"


def test_verify_ends_with_0_when_every_task_is_proven(tmp_path: Path) -> None:
    result = run("verify", a_layout(tmp_path, "1"), "--workers", "1")
    assert (result.exit_code, "1 of 1 tasks are proven" in result.stdout) == (0, True)


def test_verify_ends_with_1_and_names_the_task_that_is_not_proven(tmp_path: Path) -> None:
    result = run("verify", a_layout(tmp_path, "{'a': 1}[str(name)]"), "--workers", "1")
    assert result.exit_code == 1
    assert "python/serve/plain: the vulnerable version passes the security test" in result.stdout
    assert "0 of 1 tasks are proven" in result.stdout


def test_what_is_read_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(
        json.dumps({"instruction": "Do.", "secure": "x()"}) + "\n" + json.dumps({"instruction": "No."}) + "\n"
    )
    before = path.read_bytes()
    for command in (["import", "pairs", str(path)], ["export", f"pairs:{path}"], ["export", f"pairs:{path}:train"]):
        refused = CliRunner().invoke(app, [*command, "--out", str(path)])
        assert isinstance(refused.exception, ConfigError)
    assert path.read_bytes() == before


def test_show_lets_no_data_set_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(json.dumps({"id": "t", "instruction": "\x1b[2Jhi", "golden": "x = 1  # \x1b]0;title\x07\n"}) + "\n")
    shown = run("show", "t", "--source", str(path)).stdout
    assert "\\x1b[2Jhi" in shown
    assert "\x1b]0" not in shown
