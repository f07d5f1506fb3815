"""The three verbs over one folder, with a served model and the judge itself."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from kills import digest
from treeplay.cli.bench import app, folder_name
from treeplay.errors import BusyError, ConfigError, RunError, TreeplayError
from treeplay.locks import locked

TASKS = [
    {
        "id": f"t{number:02}",
        "instruction": "Run it.",
        "prefix": f"import subprocess\n\n\ndef run{number}(command):\n",
        "cwe": "78",
        "split": "test",
    }
    for number in range(12)
]


@dataclass
class Model:
    """A served model: careless in the tasks below a number."""

    url: str
    careless: int = 0
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def model() -> Iterator[Model]:
    state = Model("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            question = body["messages"][0]["content"]
            state.asked.append(question)
            number = int(question.partition("def run")[2].partition("(")[0])
            call = "command, shell=True" if number < state.careless else "[command]"
            text = f"```python\n    return subprocess.call({call})\n```"
            data = json.dumps({"choices": [{"message": {"content": text}, "finish_reason": "stop"}]}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            """Keeps the test's output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        state.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
        try:
            yield state
        finally:
            http.shutdown()
            thread.join()


@pytest.fixture
def tasks(tmp_path: Path) -> Path:
    path = tmp_path / "mine.jsonl"
    path.write_text("".join(json.dumps(task) + "\n" for task in TASKS))
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def succeed(*arguments: object) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def fail(*arguments: object) -> TreeplayError:
    error = run(*arguments).exception
    assert isinstance(error, TreeplayError), error
    return error


def generate(model: Model, tasks: Path, out: Path, name: str, *more: object) -> tuple[object, ...]:
    return (
        "generate", "--model", "org/m", "--base-url", model.url, "--tasks", tasks, "--n", 2,
        "--out", out, "--name", name, *more,
    )  # fmt: skip


def test_bench_from_prompts_to_a_comparison(model: Model, tasks: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    for name, careless in (("base", 12), ("hard", 3)):
        model.careless = careless
        succeed(*generate(model, tasks, out, name))
    scored = json.loads(succeed("score", "--out", out, "--json"))["results"]
    assert [(r["model"], r["suite"], r["samples"], r["metrics"]["spr@1"]["value"]) for r in scored] == [
        ("base", "mine", 24, 0.0),
        ("hard", "mine", 24, 0.75),
    ]
    assert json.loads((out / "bench" / "mine" / "hard" / "results.json").read_text()) == scored[1]
    compared = json.loads(succeed("compare", "--out", out, "--baseline", "base", "--json"))["comparisons"]
    assert compared[0]["differences"]["hard"]["spr@1"]["diff"] == 0.75
    assert "75.0%" in succeed("compare", "--out", out)
    assert "own_cwe_rate" in succeed("score", "--out", out, "--only", "hard")


def test_generate_again_asks_nothing_and_after_a_loss_ends_in_the_same_bytes(
    model: Model, tasks: Path, tmp_path: Path
) -> None:
    command = generate(model, tasks, tmp_path / "run", "base", "--chunk-size", 4)
    samples = tmp_path / "run" / "bench" / "mine" / "base" / "samples.jsonl"
    succeed(*command)
    whole, asked = samples.read_bytes(), len(model.asked)
    succeed(*command)
    assert len(model.asked) == asked == 24
    samples.write_bytes(whole[: len(whole) // 2])
    succeed(*command)
    assert samples.read_bytes() == whole
    assert len(model.asked) == 24 + 24 - whole[: len(whole) // 2].count(b"\n"), "only what was lost is asked again"


def test_generate_under_another_setting_refuses(model: Model, tasks: Path, tmp_path: Path) -> None:
    succeed(*generate(model, tasks, tmp_path / "run", "base"))
    error = fail(*generate(model, tasks, tmp_path / "run", "base", "--temperature", 1))
    assert isinstance(error, RunError)
    assert "temperature was 0.4" in str(error)


def test_generate_stores_the_keys_variable_nowhere(
    model: Model, tasks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOME_KEY", "sk-very-secret")
    output = succeed(*generate(model, tasks, tmp_path / "run", "base", "--api-key-env", "SOME_KEY"))
    kept = b"".join(path.read_bytes() for path in (tmp_path / "run").rglob("*") if path.is_file())
    assert b"sk-very-secret" not in kept
    assert "sk-very-secret" not in output


def test_generate_and_score_where_another_process_writes_refuse_and_change_nothing(
    model: Model, tasks: Path, tmp_path: Path
) -> None:
    out = tmp_path / "run"
    succeed(*generate(model, tasks, out, "base"))
    before = digest(out)
    with locked(out / "bench" / "mine" / "base"):
        for command in (generate(model, tasks, out, "base"), ("score", "--out", out)):
            error = fail(*command)
            assert isinstance(error, BusyError)
            assert str(out / "bench" / "mine" / "base") in str(error)
        succeed(*generate(model, tasks, out, "other"))  # another model of the same run may be asked meanwhile
    assert before.items() <= digest(out).items()


def test_score_after_the_prompts_changed_refuses(model: Model, tasks: Path, tmp_path: Path) -> None:
    succeed(*generate(model, tasks, tmp_path / "run", "base"))
    tasks.write_text(tasks.read_text().replace("Run it.", "Run it well."))
    assert "are not those that these samples answer" in str(fail("score", "--out", tmp_path / "run"))


def test_score_of_a_moved_file_of_tasks_finds_it_where_it_is_told(model: Model, tasks: Path, tmp_path: Path) -> None:
    succeed(*generate(model, tasks, tmp_path / "run", "base"))
    moved = tasks.rename(tmp_path / "moved.jsonl")
    assert str(tasks) in str(fail("score", "--out", tmp_path / "run"))
    found = json.loads(succeed("score", "--out", tmp_path / "run", "--tasks", moved, "--json"))
    assert found["results"][0]["suite"] == "mine"


def test_export_then_score_with_what_another_tool_found(model: Model, tasks: Path, tmp_path: Path) -> None:
    out, programs = tmp_path / "run", tmp_path / "programs"
    succeed(*generate(model, tasks, out, "base"))
    succeed("export", "--out", out, "--to", programs)
    names = sorted(path.name for path in programs.glob("*.py"))
    place = {"physicalLocation": {"artifactLocation": {"uri": names[0]}}}
    run = {
        "tool": {
            "driver": {"name": "CodeQL", "rules": [{"id": "q", "properties": {"tags": ["external/cwe/cwe-999"]}}]}
        },
        "artifacts": [{"location": {"uri": name}} for name in names],
        "results": [{"ruleId": "q", "message": {"text": "m"}, "locations": [place]}],
    }
    log = programs / "codeql.sarif"
    log.write_text(json.dumps({"version": "2.1.0", "runs": [run]}))
    (scored,) = json.loads(succeed("score", "--out", out, "--detectors", f"default,sarif:{log}", "--json"))["results"]
    assert {"bandit", "sarif:codeql"} <= set(scored["judge"])
    found = json.loads((out / "bench" / "mine" / "base" / "findings.sarif").read_text())["runs"][0]["results"]
    assert {each["detector"] for result in found for each in result["properties"]["findings"]} == {"codeql"}


def test_score_unknown_detector_is_a_user_error(model: Model, tasks: Path, tmp_path: Path) -> None:
    succeed(*generate(model, tasks, tmp_path / "run", "base"))
    assert "did you mean semgrep" in str(fail("score", "--out", tmp_path / "run", "--detectors", "default,semgrap"))


def test_compare_says_where_models_were_judged_unequally_or_not_to_the_end(
    model: Model, tasks: Path, tmp_path: Path
) -> None:
    out = tmp_path / "run"
    for name in ("base", "hard"):
        succeed(*generate(model, tasks, out, name))
    succeed("score", "--out", out)
    assert "other versions" not in run("compare", "--out", out).stderr
    results = out / "bench" / "mine" / "hard" / "results.json"
    results.write_text(results.read_text().replace('"bandit": "', '"bandit": "0.'))
    assert "other versions" in run("compare", "--out", out).stderr
    verdicts = results.with_name("verdicts.jsonl")
    verdicts.write_bytes(verdicts.read_bytes()[:-9])
    assert "24 samples, verdicts.jsonl holds 23" in str(fail("compare", "--out", out))


def test_compare_of_answers_to_other_prompts_refuses_and_of_other_sampling_warns(
    model: Model, tasks: Path, tmp_path: Path
) -> None:
    out, other = tmp_path / "run", tmp_path / "other" / tasks.name
    other.parent.mkdir()
    other.write_text(tasks.read_text().replace("Run it.", "Run it well."))
    succeed(*generate(model, tasks, out, "base"))
    succeed(*generate(model, tasks, out, "warm", "--temperature", 1))
    succeed("score", "--out", out)
    assert "different temperature" in run("compare", "--out", out).stderr
    fewer = tmp_path / "fewer" / tasks.name
    fewer.parent.mkdir()
    fewer.write_text(tasks.read_text().splitlines()[0] + "\n")
    succeed(*generate(model, fewer, out, "fewer"))
    succeed("score", "--out", out)
    assert "left out: 11 of base, 11 of" in run("compare", "--out", out).stdout
    succeed(*generate(model, other, out, "else"))
    succeed("score", "--out", out)
    assert "answer different prompts" in str(fail("compare", "--out", out))


def test_verbs_without_their_input_say_what_to_run(tmp_path: Path) -> None:
    assert "bench generate" in str(fail("score", "--out", tmp_path))
    assert "bench score" in str(fail("compare", "--out", tmp_path))
    both = ("generate", "--model", "m", "--suite", "builtin:test", "--tasks", "x.jsonl", "--out", tmp_path)
    assert isinstance(fail(*both), ConfigError)


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("builtin:test", "builtin-test"),
        ("org/m.v1", "org--m.v1"),
        ("/a/b/", "a--b"),
        ("../../x", "x"),
        ("a b\n", "a-b"),
    ],
)
def test_folder_name_stays_one_plain_folder(name: str, folder: str) -> None:
    assert folder_name(name) == folder


def test_folder_name_of_nothing_refuses() -> None:
    with pytest.raises(ConfigError, match="--name"):
        folder_name("..")


def test_help_teaches_each_verb_by_an_example() -> None:
    assert "treeplay bench generate" in succeed("--help")
    for verb in ("generate", "score", "export", "compare"):
        assert f"treeplay bench {verb}" in succeed(verb, "--help")
