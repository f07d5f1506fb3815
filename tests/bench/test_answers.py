"""From a chat model's answer to the completion of a task's prefix."""

from __future__ import annotations

import ast
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treeplay.corpus.schema import Task
from treeplay.models.answers import chat_message, code_of, completion_of

PREFIX = 'import os\n\n\ndef size(path, unit="B"):\n    """Size of a file."""\n'
BODY = "    return os.stat(path).st_size\n"
TASK = Task(id="t", instruction="Say how large a file is.", prefix=PREFIX)


def program(code: str, task: Task = TASK) -> str:
    return task.program(completion_of(code, task))


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("x = 1\n", "x = 1\n"),
        ("Here:\n```python\nx = 1\n```\nAnd:\n```python\ny\n```\n", "x = 1\n"),
        ("```bash\npip install x\n```\n```py\nx = 1\n```", "x = 1\n"),
        ("```\nx = 1\n```", "x = 1\n"),
        ("```python\nx = 1\ny =", "x = 1\ny ="),
        ("~~~~ python\nx = '```'\n```\n~~~~\n", "x = '```'\n```\n"),
        ("  ```python\n  x = 1\n  ```", "  x = 1\n"),
        ("<think>```python\nbad\n```</think>\n```python\nx = 1\n```", "x = 1\n"),
        ('```python title="a.py"\nx = 1\n```', "x = 1\n"),
        ("", ""),
    ],
    ids=["bare", "first", "labelled", "unlabelled", "cut off", "tildes", "indented", "thought", "titled", "empty"],
)
def test_code_of_finds_the_block_that_is_meant(answer: str, code: str) -> None:
    assert code_of(answer, "python") == code


@pytest.mark.parametrize(
    "code",
    [
        PREFIX + BODY,
        'import os\ndef size(path, unit = "B"):\n    """Size of a\n    file."""\n' + BODY,
        'def size(path, unit="B"):\n    """Size of a file."""\n' + BODY,
        'def size(path, unit="B"):\n' + BODY,
        'def size(\n    path: str,\n    unit: str = "B",\n) -> int:\n' + BODY,
        BODY,
        BODY.strip() + "\n",
    ],
    ids=["whole", "other white space", "no import", "no docstring", "other signature", "body", "body at the margin"],
)
def test_completion_of_each_way_to_repeat_the_prefix_is_the_body(code: str) -> None:
    assert completion_of(code, TASK) == BODY


def test_completion_of_a_redefinition_keeps_the_imports_before_it_that_the_prefix_lacks() -> None:
    code = "from __future__ import annotations\nimport os\nimport re\nfrom a import (\n    b,\n    c,\n)\nfrom d import *\n"
    completion = completion_of(code + 'def size(path, unit="B"):\n' + BODY, TASK)
    assert completion == "    from a import b, c\n    import re\n" + BODY


def test_completion_of_a_method_answered_as_a_function_takes_the_methods_indentation() -> None:
    task = Task(id="t", instruction="x", prefix="class A:\n    def get(self, key):\n")
    code = "import re\ndef get(self, key):\n    if key:\n        return re.escape(key)\n"
    completion = "        import re\n        if key:\n            return re.escape(key)\n"
    assert completion_of(code, task) == completion
    ast.parse(program(code, task))


def test_completion_of_a_deeper_answer_is_moved_left() -> None:
    task = Task(id="t", instruction="x", prefix="def get(key):\n")
    code = "class A:\n    def get(key):\n        return 1\n"
    assert completion_of(code, task) == "    return 1\n"


def test_completion_without_a_prefix_is_all_of_the_code() -> None:
    assert completion_of("import os\nx = 1\n", Task(id="t", instruction="x")) == "import os\nx = 1\n"


@pytest.mark.parametrize(
    ("language", "prefix", "code", "completion"),
    [
        ("javascript", "const fs = require('fs');\nfunction f(a) {\n", "function f(b) {\n  return b;\n}\n", "  return b;\n}\n"),
        ("javascript", "const f = (a) => {\n", "const f = (a, b) => {\n  return a;\n};\n", "  return a;\n};\n"),
        ("go", "package p\n\nfunc (s *T) F(a int) int {\n", "func (s *T) F(x int) int {\n\treturn x\n}\n", "\treturn x\n}\n"),
        ("c", "#include <a.h>\nint f(int a) {\n", "int f(int b)\n{\n    g(b);\n}\n", "    g(b);\n}\n"),
        ("c", "int f(int a) {\n    if (a) {\n    g(a);\n", "int f(int a){if(a){g(a);\n}}\n", "}}\n"),
        ("cpp", "std::string f(const char* a) {\n", "std::string f(char* a) {\n  return a;\n}\n", "  return a;\n}\n"),
    ],
    ids=["js function", "js arrow", "go method", "c", "c inside a block", "cpp"],
)  # fmt: skip
def test_completion_in_other_languages_is_the_body(language: str, prefix: str, code: str, completion: str) -> None:
    task = Task.model_validate({"id": "t", "instruction": "x", "prefix": prefix, "language": language})
    assert completion_of(code, task) == completion


@given(st.text(alphabet=" \n\t`~{}()=;:,.#def size\"'x/*<>python", max_size=200))
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("language", ["python", "javascript", "go", "c", "cpp", "java", "ruby"])
def test_completion_of_any_answer_is_text(language: str, answer: str) -> None:
    task = TASK.model_copy(update={"language": language})
    assert isinstance(completion_of(code_of(answer, task.language), task), str)


@pytest.mark.parametrize("piece", ["```\n", "x", "int f(", "def size(", " ", "f(\n", "import a\n", "}{", "const size "])
def test_completion_of_a_hostile_answer_takes_no_more_than_linear_time(piece: str) -> None:
    answer = piece * (300_000 // len(piece))
    for language in ("python", "c", "javascript"):
        prefix = "int size(int a) {\n" if language == "c" else PREFIX
        task = TASK.model_copy(update={"language": language, "prefix": prefix})
        began = time.perf_counter()
        completion_of(code_of(answer, task.language), task)
        assert time.perf_counter() - began < 5


def test_chat_message_shows_the_instruction_and_the_prefix_in_a_fence() -> None:
    message = chat_message(TASK)
    assert TASK.instruction in message
    assert f"```python\n{PREFIX.rstrip()}\n```" in message
    assert "```go" in chat_message(Task(id="t", instruction="x", language="go"))
