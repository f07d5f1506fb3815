"""Preferences and pairs, read and written: what is written reads back as the same tasks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.items import AFTER, BEFORE, RANKING, RECORDS, TURNS, write
from treeplay import corpus
from treeplay.cli.corpus import app
from treeplay.corpus.readers import find_reader
from treeplay.corpus.readers.cvefixes import UNPARSED
from treeplay.corpus.readers.preferences import TURNS as SEVERAL
from treeplay.corpus.readers.sieve import EMPTY, UNCHANGED, UNKNOWN_LANGUAGE
from treeplay.corpus.schema import Annotation, Task
from treeplay.corpus.write import FORMATS, export
from treeplay.errors import ConfigError, DataError


def the_task(name: str, path: Path, *records: object) -> Task:
    (task,) = find_reader(name)(write(path / "x.json", name, *records)).tasks
    return task


def test_trl_conversations_give_the_question_and_the_fenced_code(tmp_path: Path) -> None:
    task = the_task("trl", tmp_path, TURNS)
    assert (task.instruction, task.language) == ("Be safe.\n\nList a folder.", "python")
    assert (task.golden, task.vulnerable) == (AFTER, BEFORE)


def test_trl_conversations_may_begin_with_the_prompt(tmp_path: Path) -> None:
    whole = {side: TURNS["prompt"] + TURNS[side] for side in ("chosen", "rejected")}
    task = the_task("trl", tmp_path, whole)
    assert (task.instruction, task.golden, task.vulnerable) == ("Be safe.\n\nList a folder.", AFTER, BEFORE)


def test_trl_texts_are_read_too_and_name_their_language(tmp_path: Path) -> None:
    task = the_task("trl", tmp_path, {"prompt": "Do it.", "chosen": "a();", "rejected": "b();", "lang": "C++"})
    assert (task.language, task.golden, task.vulnerable) == ("cpp", "a();", "b();")


def test_trl_counts_what_is_no_single_exchange(tmp_path: Path) -> None:
    longer = {**TURNS, "chosen": TURNS["chosen"] * 2}
    answered = {**TURNS, "prompt": TURNS["chosen"] + TURNS["prompt"]}
    php = {"prompt": "Do it.", "chosen": "```php\na();\n```", "rejected": "b();"}
    blank = {"prompt": "Do it.", "chosen": " ", "rejected": "b();"}
    same = {"prompt": "Do it.", "chosen": "b() ;", "rejected": "b();"}
    reading = find_reader("trl")(write(tmp_path / "x", "trl", longer, answered, php, blank, same))
    assert reading.tasks == []
    assert reading.dropped == {SEVERAL: 2, UNKNOWN_LANGUAGE: 1, EMPTY: 1, UNCHANGED: 1}


def test_trl_texts_without_a_prompt_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="x:1: 'prompt': missing"):
        find_reader("trl")(write(tmp_path / "x", "trl", {"chosen": "a", "rejected": "b"}))


def test_llama_factory_reads_both_of_its_forms(tmp_path: Path) -> None:
    shared = {
        "conversations": [{"from": "human", "value": "List a folder.\nIts name is given."}],
        "chosen": {"from": "gpt", "value": AFTER},
        "rejected": {"from": "gpt", "value": BEFORE},
    }
    for record in (RANKING, shared):
        task = the_task("llama_factory", tmp_path, record)
        assert task.instruction == "List a folder.\nIts name is given."
        assert (task.golden, task.vulnerable) == (AFTER, BEFORE)


def test_llama_factory_reads_the_ranking_sets_of_a_folder(tmp_path: Path) -> None:
    renamed = {"ask": "Do it.", "good": "a()", "rejected": "b()"}
    (tmp_path / "mine.json").write_text(json.dumps([renamed]))
    columns = {"prompt": "ask", "chosen": "good", "rejected": "rejected"}
    info = {"mine": {"file_name": "mine.json", "ranking": True, "columns": columns}, "other": {"file_name": "no.json"}}
    (tmp_path / "dataset_info.json").write_text(json.dumps(info))
    (task,) = find_reader("llama_factory")(tmp_path).tasks
    assert (task.instruction, task.golden, task.vulnerable) == ("Do it.", "a()", "b()")


def test_cvefixes_keeps_the_functions_of_one_cve_together_and_counts_faults(tmp_path: Path) -> None:
    item = RECORDS["cvefixes"]
    second = {**item, "code_before": "def go():\n    eval(x)\n", "cwe_id": "NVD-CWE-noinfo"}
    odd = [{**item, "programming_language": "PHP"}, {**item, "code_before": None}, {**item, "code_after": AFTER[:-3]}]
    reading = find_reader("cvefixes")(write(tmp_path / "x.jsonl", "cvefixes", item, second, *odd))
    assert [task.family for task in reading.tasks] == ["CVE-2000-0001"] * 2
    assert [task.cwe for task in reading.tasks] == ["CWE-078", None]
    assert reading.tasks[0].source == "https://example.org/someone/something/commit/0123abcd"
    assert reading.dropped == {UNKNOWN_LANGUAGE: 1, EMPTY: 1, UNPARSED: 1}


TASKS = [
    Task(id="bare", instruction="Do it.\n\nThen rest.", golden="x = 1\n", vulnerable="x = 2\n"),
    Task(
        id="whole",
        language="go",
        cwe="79",
        family="f",
        split="dev",
        instruction="Ask.",
        prefix="func f() {\n",
        golden="\treturn\n}\n",
        vulnerable="\tpanic(`x\n```\n`)\n}\n",
        setup="package main\n",
        suffix="\n// end\n",
        functional_test="f()",
        security_test="g()",
        licence="MIT",
        source="here",
        annotations=(Annotation(line="return", cwe="79", note="n"),),
    ),
]


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("source", ["made up", "builtin:dev"])
def test_what_is_written_reads_back_as_the_same_tasks(name: str, source: str, tmp_path: Path) -> None:
    tasks = TASKS if source == "made up" else corpus.load(source)
    if name == "trl_chat":  # a fence inside the code would end it
        tasks = [task for task in tasks if "```" not in task.golden + (task.vulnerable or "")]
    count = export(tmp_path / "x.jsonl", tasks, name)
    assert (count.written, count.left_out) == (len(tasks), 0)
    assert find_reader(FORMATS[name].reader)(tmp_path / "x.jsonl").tasks == tasks


def test_trl_chat_is_a_question_and_fenced_answers_that_begin_with_the_given_code(tmp_path: Path) -> None:
    task = Task(id="t", instruction="Ask.", prefix="def f():\n", golden="    return 1", vulnerable="    return 2\n")
    export(tmp_path / "x.jsonl", [task], "trl_chat")
    row = json.loads((tmp_path / "x.jsonl").read_text())
    assert row["prompt"] == [{"role": "user", "content": "Ask."}]
    assert row["chosen"] == [{"role": "assistant", "content": "```python\ndef f():\n    return 1\n```"}]
    assert row["rejected"] == [{"role": "assistant", "content": "```python\ndef f():\n    return 2\n```"}]


def test_export_leaves_out_of_preferences_what_has_no_second_answer(tmp_path: Path) -> None:
    given, out = tmp_path / "t.jsonl", tmp_path / "x.jsonl"
    export(given, [*TASKS, Task(id="plain", instruction="Do it.")], "tasks")
    result = CliRunner().invoke(app, ["export", str(given), "--format", "trl", "--out", str(out)])
    assert result.stdout.splitlines() == [
        f"{out}: 2 tasks; read them back as trl:{out}",
        "  left out 1: no secure or no vulnerable version",
    ]


def test_export_of_pairs_leaves_out_what_their_reader_would(tmp_path: Path) -> None:
    out = tmp_path / "x.jsonl"
    count = export(out, [*TASKS, Task(id="plain", instruction="Do it.")], "pairs")
    assert (count.written, count.left_out) == (len(TASKS), 1)
    assert len(corpus.load(f"pairs:{out}")) == len(TASKS)


def test_export_in_an_unknown_format_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="trl_chat"):
        export(tmp_path / "x", TASKS, "trl_caht")
