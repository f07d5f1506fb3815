"""Where the decision at a place ends, in code that is whole, cut off or broken."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_statements import TEXTS

from treeplay.syntax import LANGUAGES, parses, statement_extent, statements

# `|` is where to look from, `^` where the statement ends, `$` where the block ends.
PYTHON = {
    "simple": "def f():\n    |return 1\n^    y\n$x\n",
    "before indent": "def f():\n|    return 1\n^$",
    "comment and blank first": "def f():\n    |# why\n\n    a = 1\n^    b = 2\n$g()\n",
    "semicolon": "|a = 1;^ b = 2\nc\n$",
    "compound with clauses": "|if a:\n    b\nelif c:\n    d\nelse:\n    e\n^f\n$",
    "decorated": "|@a\n@b(1)\ndef f():\n    pass\n^x\n$",
    "open over lines": "|f(a,\nb)\n^c\n$",
    "string over lines": '|s = """\n\nx = 1\n"""\n^y\n$',
    "cut off": "def f():\n    |g(a, 'b^$",
    "bracket never closed": "def f():\n    |g(a\n^    return a\n$",
    "body on the header's line": "if a: |b = 1\n^$c\n",
    "rest of a statement": "x = |y + 1\n^$z\n",
    "trailing comment": "|x = 1^  # why\ny\n$",
    "try": "|try:\n    a\nexcept E:\n    b\nfinally:\n    c\n^d$",
    "nothing left": "x = 1\n|# end\n^$",
    "dedented comment in block": "def f():\n    |a\n^# left\n    b\n$c\n",
    "non-ascii": "s = 'ééé'\n|t = '日本'\n^u\n$",
}
JAVASCRIPT = {
    "semicolon": "function f() { |a();^ b();$ }\n",
    "line break": "|let a = 1\n^b()\n$",
    "operator leads on": "|let a = b +\n  c\n^d()\n$",
    "chain leads on": "|a\n  .b()\n  .c()\n^d()\n$",
    "if else": "|if (a) b(); else { c() }\n^d()\n$",
    "if else on new line": "|if (a)\n  b()\nelse\n  c()\n^d()\n$",
    "try catch": "|try { a() } catch (e) { b() } finally { c() }\n^d()\n$",
    "arrow": "|const f = (x) => {\n  a();\n};\n^g();\n$",
    "object without semicolon": "|const a = { b: 1 }\n^c()\n$",
    "destructured": "|const { a } = b;\n^c;\n$",
    "regex with brace": "|a = b.replace(/[{;]/g, '');\n^c;\n$",
    "template with brace": "|a = `{;${b}`;\n^c;\n$",
    "do while": "|do { a() } while (b)\n^c()\n$",
    "dollar": "|if (a == 1) {\n  b\n}\n^$x.y()\n",
    "comment first": "|// why\n// not\na();\n^b();\n$",
    "cut off": "function f() { |g(a, `b^$",
    "last in block": "if (x) { |a()^$ }\n",
}
GO = {
    "line": "func f() {\n\t|x := 1\n^\ty()\n$}\n",
    "if with init": "|if err := f(); err != nil {\n\tg()\n} else if x := h(); x {\n\ti()\n}\n^j()\n$",
    "for": "|for i := 0; i < 3; i++ {\n\tf()\n}\n^g()\n$",
    "call over lines": "|f(\n\ta,\n)\n^g()\n$",
    "literal": "|a := T{\n\tb: 1,\n}\n^g()\n$",
    "chain": "|a.\n\tb()\n^c()\n$",
    "closure": "|go func() {\n\ta()\n}()\n^b()\n$",
    "raw string": "|a := `{\n`\n^b()\n$",
    "cut off": "func f() {\n\t|if a {\n\t\tb()\n^$",
}
C = {
    "simple": "int f() { |a = 1;^ b = 2;$ }\n",
    "if else": "|if (a)\n  b();\nelse\n  c();\n^d();\n$",
    "nested if": "if (x) { for (;;) { if (a) b(); } } |else_();\n^d();\n$",
    "loop before outer else": "if (x)\n  |for (;;) { if (a) b(); }\n^else c();\n$",
    "initialiser": "|int a[] = {1, 2};\n^b();\n$",
    "struct": "|struct s { int a; };\n^b();\n$",
    "cast after block": "|if (a) { b(); }\n^(void) c();\n$",
    "directive": "|#define A \\\n  {\n^b();\n$",
    "do while": "|do { a(); } while (b);\n^c();\n$",
    "character": "|a = '{';\n^b();\n$",
    "block comment first": "|/* { */\na();\n^b();\n$",
    "cut off": "int f() {\n  |if (a) {\n    b();\n^$",
}
CASES = [
    pytest.param(language, text, id=f"{language}: {name}")
    for language, table in (("python", PYTHON), ("javascript", JAVASCRIPT), ("go", GO), ("c", C))
    for name, text in table.items()
]


def read(marked: str) -> tuple[str, int, int | None, int | None]:
    """The code without marks, and the offsets the marks stood at; a `$` before a letter is code."""
    code, places = "", {}
    for index, char in enumerate(marked):
        is_name = char == "$" and (marked[index + 1 : index + 2].isalpha() or marked[index + 1 : index + 2] == "{")
        if char in "|^$" and not is_name:
            places[char] = len(code)
        else:
            code += char
    return code, places["|"], places.get("^"), places.get("$")


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_statement_extent_ends_where_marked(language: str, marked: str) -> None:
    code, at, statement, block = read(marked)
    if statement is not None:
        assert code[at : statement_extent(code, language, at, "statement")] == code[at:statement]
    if block is not None:
        assert code[at : statement_extent(code, language, at, "block")] == code[at:block]


def test_statement_extent_function_and_tokens_reach_further() -> None:
    code = "def f():\n    a\n    b\n\ng()\n"
    at = code.index("a")
    assert code[: statement_extent(code, "python", at, "function")] == "def f():\n    a\n    b\n"
    assert statement_extent(code, "python", at, "tokens") == len(code)


@settings(max_examples=80, deadline=None)
@given(code=TEXTS, language=st.sampled_from(sorted(LANGUAGES)), data=st.data())
def test_statement_extent_of_any_text_is_inside_it_and_grows(code: str, language: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(code)))
    statement, block, everything = (
        statement_extent(code, language, at, extent) for extent in ("statement", "block", "tokens")
    )
    assert at <= statement <= block <= everything == len(code)


@settings(max_examples=60, deadline=None)
@given(code=TEXTS, language=st.sampled_from(sorted(LANGUAGES)))
def test_statement_extent_at_a_line_with_code_is_not_empty(code: str, language: str) -> None:
    starts = [index for index in range(len(code)) if index == 0 or code[index - 1] == "\n"]
    assert all(statement_extent(code, language, at, "statement") > at for at in starts)


DATA = Path(os.environ.get("TREEPLAY_DATA", Path(__file__).parents[2].parent / "shared" / "data"))


@pytest.mark.shared
@pytest.mark.skipif(not DATA.exists(), reason="no folder of public data sets (TREEPLAY_DATA)")
@pytest.mark.parametrize(("language", "share"), [("c", 0.995), ("go", 0.995), ("javascript", 0.98)])
def test_statement_extent_of_published_functions_agrees_with_tree_sitter(language: str, share: float) -> None:
    lines = [*(DATA / "sven/val.jsonl").open(), *(DATA / "safecoder/sec_new_train.jsonl").open()]
    codes = [record["func_src_after"] for record in map(json.loads, lines) if record["lang"] == language]
    short = [code for code in codes if len(code) < 1500 and parses(code, language)][:25]
    same = [
        code[one.start : statement_extent(code, language, one.start, "statement")].strip().rstrip(";")
        == code[one.start : one.end].strip().rstrip(";")
        for code in short
        for one in statements(code, language)
    ]
    assert len(same) > 50 and sum(same) / len(same) >= share
