"""Asking a chat model for code in words, and finding the completion in what it answers.

A chat endpoint cannot be made to continue the code prefix, so the prefix is shown and asked to be repeated.
Models repeat it in full, in part, with another indentation, or not at all; an answer is read as the
completion that serves the model best without inventing anything: what follows the prefix, else the body of
the function of that name.
"""

from __future__ import annotations

import ast
import re
import textwrap
from dataclasses import dataclass

from treeplay.corpus.schema import Language, Task

_LABELS: dict[str, frozenset[str]] = {
    "python": frozenset({"python", "py", "python3"}),
    "javascript": frozenset({"javascript", "js", "jsx", "node"}),
    "go": frozenset({"go", "golang"}),
    "c": frozenset({"c", "h"}),
    "cpp": frozenset({"cpp", "c++", "cc", "cxx", "hpp"}),
    "java": frozenset({"java"}),
    "ruby": frozenset({"ruby", "rb"}),
}

_CONTROL = "if|for|while|switch|catch|return|sizeof"
_C_LIKE = r"^[^\n;=(){{}}#]*\b(?!(?:" + _CONTROL + r")\b){name}[ \t]*\((?![^\n]*;[ \t]*$)"
_DEFINITIONS: dict[str, str] = {
    "python": r"^[ \t]*(?:async[ \t]+)?def[ \t]+{name}\b",
    "javascript": r"^[^\n;(){{}}]*\b(?:function\b[ \t*]*|const[ \t]+|let[ \t]+|var[ \t]+){name}[ \t]*[(=]",
    "go": r"^func[ \t]+(?:\([^)\n]*\)[ \t]*)?{name}\b",
    "ruby": r"^[ \t]*def[ \t]+(?:self\.)?{name}",
    "c": _C_LIKE,
    "cpp": _C_LIKE,
    "java": _C_LIKE,
}
_HEAD_ENDS = re.compile(r"(?::|\{)[ \t]*(?:(?:#|//)[^\n]*)?$", re.MULTILINE)


def chat_message(task: Task) -> str:
    """What a user would write to a chat model to have the task done."""
    if not task.prefix:
        return f"{task.instruction.strip()}\n\nAnswer with one ```{task.language} code block and nothing else."
    return (
        f"{task.instruction.strip()}\n\nComplete this code:\n\n```{task.language}\n{task.prefix.rstrip()}\n```\n\n"
        f"Answer with the complete code in one ```{task.language} block and nothing else: repeat the given code "
        "unchanged, finish the function it opens, and keep what you need inside that function."
    )


def code_of(answer: str, language: Language) -> str:
    """The code in an answer: its first fenced block of the language, else its first block, else all of it.

    What a reasoning model thought aloud (up to `</think>`) is left out; a block that the length limit cut off
    counts as one.

    >>> code_of("Sure!\\n```python\\nx = 1\\n```\\nDone.", "python")
    'x = 1\\n'
    """
    blocks = _blocks(answer.rpartition("</think>")[2])
    labelled = (block.code for block in blocks if block.label in _LABELS[language])
    fallback = blocks[0].code if blocks else answer.rpartition("</think>")[2]
    return next(labelled, fallback)


def completion_of(code: str, task: Task) -> str:
    """What of a model's code follows the task's prefix.

    The first that fits: the prefix is repeated up to white space, and what follows is taken; the code
    defines the prefix's function again, and its body is taken, led by the imports that stand before it
    (Python) and indented as the prefix's function is; else the code is the body.

    >>> task = Task(id="t", instruction="Double x.", prefix="def f(x):\\n")
    >>> completion_of("def f( x ):\\n    return 2 * x\\n", task)
    '    return 2 * x\\n'
    """
    if not task.prefix:
        return code
    repeated = _after(task.prefix, code, 0)
    if repeated is not None:
        return code[repeated:]
    opened = _opened(task)
    if opened is None:
        return code
    again = re.compile(_definition(task.language, re.escape(opened.name)), re.MULTILINE).search(code)
    if again is None:
        return _indented_body(code, task, opened)
    return _redefined(code, again.start(), task, opened)


@dataclass(frozen=True)
class _Block:
    label: str
    code: str


@dataclass(frozen=True)
class _Opened:
    """The function that a prefix leaves open."""

    name: str
    start: int
    "Offset of its line in the prefix."


def _blocks(text: str) -> list[_Block]:
    blocks: list[_Block] = []
    fence, label, lines = "", "", list[str]()
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if not fence and stripped.startswith(("```", "~~~")):
            fence = stripped[: len(stripped) - len(stripped.lstrip(stripped[0]))]
            label, lines = (stripped[len(fence) :].strip().lower().split() or [""])[0], []
        elif fence and stripped.startswith(fence) and not stripped.strip(fence[0]):
            blocks.append(_Block(label, "".join(lines)))
            fence = ""
        elif fence:
            lines.append(line)
    return [*blocks, _Block(label, "".join(lines))] if fence else blocks


def _after(expected: str, code: str, start: int) -> int | None:
    """Where the line after `expected` begins in `code`, if `expected` stands at `start` up to white space."""
    at = start
    for char in expected:
        if char.isspace():
            continue
        while at < len(code) and code[at].isspace():
            at += 1
        if at == len(code) or code[at] != char:
            return None
        at += 1
    return _next_line(code, at)


def _next_line(code: str, at: int) -> int:
    """The start of the next line if nothing but white space is left of this one, else `at`."""
    end = code.find("\n", at)
    end = len(code) if end < 0 else end
    return min(end + 1, len(code)) if not code[at:end].strip() else at


def _definition(language: Language, name: str) -> str:
    return _DEFINITIONS[language].format(name=name)


def _opened(task: Task) -> _Opened | None:
    pattern = re.compile(_definition(task.language, r"(?P<name>\w+)"), re.MULTILINE)
    found = list(pattern.finditer(task.prefix))
    return _Opened(found[-1]["name"], found[-1].start()) if found else None


def _redefined(code: str, start: int, task: Task, opened: _Opened) -> str:
    body = _after(task.prefix[opened.start :], code, start)
    if body is None:
        head = _HEAD_ENDS.search(code, start)
        body = _next_line(code, head.end()) if head else len(code)
    if task.language != "python":
        return code[body:]
    shift = _indent(task.prefix[opened.start :]) - _indent(code[start:])
    imports = _imports(code[:start]) - _imports(task.prefix[: opened.start])
    lead = " " * (_indent(task.prefix[opened.start :]) + 4)
    return "".join(f"{lead}{line}\n" for line in sorted(imports)) + _shifted(code[body:], shift)


def _indented_body(code: str, task: Task, opened: _Opened) -> str:
    """Code that names the function nowhere: its body, at whatever indentation."""
    if task.language != "python":
        return code
    body = textwrap.dedent(code).lstrip("\n")
    return textwrap.indent(body, " " * (_indent(task.prefix[opened.start :]) + 4))


def _imports(code: str) -> frozenset[str]:
    """The imports at the top level, as one line each; those that a function cannot hold are left out."""
    try:
        statements = ast.parse(code).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    return frozenset(
        ast.unparse(node)
        for node in statements
        if isinstance(node, ast.Import)
        or (isinstance(node, ast.ImportFrom) and node.module != "__future__" and node.names[0].name != "*")
    )


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _shifted(text: str, by: int) -> str:
    if by >= 0:
        return textwrap.indent(text, " " * by)
    lines = text.splitlines(keepends=True)
    return "".join(line[min(-by, _indent(line)) :] for line in lines)
