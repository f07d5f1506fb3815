"""The statements of whole programs: against Python's own parser, and by hand elsewhere."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import treeplay
from treeplay.syntax import LANGUAGES, statements
from treeplay.syntax.lexer import tokens

SOURCES = sorted(Path(treeplay.__file__).parent.rglob("*.py"))[::4]
ODD = '''\
if a: b = 1; c = 2
elif d:
    pass
match command:
    case ["go", x] if x:  # why
        go(x)
    case _:
        print(f"""é
def no(): pass
""")
match = case = 3
x = lambda y: {"é": y[1:2]}
async def f():
    async with a as b, \\
            c: await d
    @one
    @two(3)
    def g() -> int: return 1
    if found := g(): return found
    return [
0]
'''


def spans_by_ast(code: str) -> set[tuple[int, int]]:
    starts = [0]
    for line in code.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def offset(line: int, column: int) -> int:
        text = code[starts[line - 1] : starts[line]]
        return starts[line - 1] + len(text.encode()[:column].decode())

    found = set()
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.stmt):
            continue
        first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
        if first < node.lineno:
            start = code.index("@", starts[first - 1])
        else:
            start = offset(node.lineno, node.col_offset)
        if not code.startswith("elif", start):
            assert node.end_lineno is not None and node.end_col_offset is not None
            found.add((start, offset(node.end_lineno, node.end_col_offset)))
    return found


@pytest.mark.parametrize("source", [None, *SOURCES], ids=lambda path: path.name if path else "odd")
def test_statements_of_python_are_those_of_ast(source: Path | None) -> None:
    code = source.read_text(encoding="utf-8") if source else ODD
    assert {(one.start, one.end) for one in statements(code, "python")} == spans_by_ast(code)


def test_statements_of_python_know_header_line_kind_and_depth() -> None:
    code = "# é\nif é(a[1:2]):  # why\n    return 1; x\n"
    whole, first, second = statements(code, "python")
    assert code[whole.start : whole.header_end] == "if é(a[1:2]):"
    assert (whole.kind, whole.line, whole.depth) == ("if", 2, 0)
    assert (first.kind, first.line, first.depth) == ("return", 3, 1)
    assert code[first.start : first.end] == "return 1"
    assert code[second.start : second.end] == "x" and second.header_end == second.end


def test_statements_of_broken_python_are_still_told_apart() -> None:
    code = "def f(x):\n    y = (x\n    return y\n  oops\n"
    found = [code[one.start : one.end] for one in statements(code, "python") if one.end == one.header_end]
    assert found == ["y = (x", "return y", "oops"]


JAVASCRIPT = """\
function f(é) {
  const g = async (y) => {
    await y;
  };
  if (é) return 1;
  else { h() }
  for (let i = 0; i < 3; i++) g(i);
}
"""
GO = """\
package a

func f() error {
\tif err := g("é"); err != nil {
\t\treturn err
\t}
\tfor i := 0; i < 3; i++ {
\t\th(i)
\t}
\treturn nil
}
"""
C = """\
int f(char *s) {
  /* é */ char b[8] = {0};
#ifdef X
  if (s) strcpy(b, s); else return 1;
#endif
  switch (b[0]) { case 1: g(); break; }
  return 0;
}
"""
EXPECTED = {
    "javascript": [
        ("function_declaration", 0, "function f(é) {"),
        ("lexical_declaration", 1, None),
        ("expression", 2, "await y;"),
        ("if", 1, "if (é) "),
        ("return", 2, "return 1;"),
        ("expression", 2, "h()"),
        ("for", 1, "for (let i = 0; i < 3; i++) "),
        ("expression", 2, "g(i);"),
    ],
    "go": [
        ("function_declaration", 0, "func f() error {"),
        ("if", 1, 'if err := g("é"); err != nil {'),
        ("return", 2, "return err"),
        ("for", 1, "for i := 0; i < 3; i++ {"),
        ("expression", 2, "h(i)"),
        ("return", 1, "return nil"),
    ],
    "c": [
        ("function_definition", 0, "int f(char *s) {"),
        ("declaration", 1, "char b[8] = {0};"),
        ("if", 1, "if (s) "),
        ("expression", 2, "strcpy(b, s);"),
        ("return", 2, "return 1;"),
        ("switch", 1, "switch (b[0]) {"),
        ("expression", 2, "g();"),
        ("break", 2, "break;"),
        ("return", 1, "return 0;"),
    ],
}


@pytest.mark.parametrize(("language", "code"), [("javascript", JAVASCRIPT), ("go", GO), ("c", C)])
def test_statements_with_braces_are_those_written_down(language: str, code: str) -> None:
    found = statements(code, language)
    seen = [(one.kind, one.depth, code[one.start : one.header_end]) for one in found]
    for (kind, depth, header), (found_kind, found_depth, text) in zip(EXPECTED[language], seen, strict=True):
        assert (found_kind, found_depth) == (kind, depth)
        assert header is None or text == header


def test_statements_of_cpp_reach_into_classes() -> None:
    code = "class A {\n public:\n  int f() { return 1; }\n};\n"
    assert [one.kind for one in statements(code, "cpp")][-2:] == ["function_definition", "return"]


PIECES = st.sampled_from(
    list("()[]{};:,'\"`\\/#@é\t\n =")
    + ["if ", "else", "def f", "return ", "func ", "x", "1", "'''", "/*", "*/", "//", "=>", "\n    "]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@settings(max_examples=60, deadline=None)
@given(code=TEXTS, language=st.sampled_from(sorted(LANGUAGES)))
def test_statements_of_any_text_lie_inside_it_in_order(code: str, language: str) -> None:
    found = statements(code, language)
    assert all(0 <= one.start < one.header_end <= one.end <= len(code) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert not code[one.start].isspace()
        assert one.line == code.count("\n", 0, one.start) + 1


@settings(max_examples=60, deadline=None)
@given(code=TEXTS, language=st.sampled_from(sorted(LANGUAGES)))
def test_tokens_of_any_text_leave_only_white_space_out(code: str, language: str) -> None:
    at = 0
    for token in tokens(code, language):
        assert token.start >= at and token.end > token.start and token.text == code[token.start : token.end]
        assert not code[at : token.start].replace("\\", "").strip()
        at = token.end
    assert not code[at:].replace("\\", "").strip()
