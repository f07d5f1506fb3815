"""Where the function that was asked for ends in text that runs on and on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_statements import TEXTS

from treeplay.syntax import LANGUAGES, function_end
from treeplay.syntax.completion import cut_completion

# `|` is where the completion begins, `^` where the function ends; no `^`: at the text's end.
PYTHON = {
    "next def": "def f():\n|    return 1\n^\n\ndef g():\n    pass\n",
    "call after": "def f():\n|    return 1\n^\nprint(f())\n",
    "comment and main": "def f():\n|    return 1\n^\n# Example\nif __name__ == '__main__':\n    f()\n",
    "not ended yet": "def f():\n|    return 1\n\n",
    "comment alone shows nothing": "def f():\n|    return 1\n# more",
    "cut off in a bracket": "def f():\n|    return g(\n1",
    "method": "class A:\n    def f(self):\n|        return 1\n^\n    def g(self):\n        pass\n",
    "fragment of a class": "    def f(self):\n|        return 1\n^\n    def g(self):\n        pass\n",
    "closure is not the end": "def d(f):\n    def w():\n|        return f()\n    return w\n^\nx\n",
    "dedented bracket": "def f():\n|    return g(\n  1,\n)\n^x = 1\n",
    "dedented string": 'def f():\n|    return """\nx = 1\n"""\n^y\n',
    "dedented comment": "def f():\n|    a\n# left\n    b\n^c\n",
    "multi-line signature": "def f(\n    a,\n):\n|    return a\n^b\n",
    "fence": "def f():\n|    return 1\n^```\nThis is it.\n",
    "fence after an open bracket": "def f():\n|    return g(1\n^```\nThis is (it.\n",
    "keyword after an open bracket": "def f():\n|    return g(1\n^def g():\n    pass\n",
    "whole function to come": "|import a\n\ndef f():\n    return 1\n^\nf()\n",
    "decorated to come": "|@a\ndef f():\n    return 1\n^@b\ndef g(): pass\n",
    "class body": "class A:\n|    x = 1\n\n    def f(self):\n        pass\n^A()\n",
    "no function at all": "|x = 1\ny = 2\n",
    "async": "async def f():\n|    return 1\n^x\n",
    "tabs": "\tdef f():\n|\t\treturn 1\n^\tx\n",
    "ends at once": "def f():\n    return 1\n\n|^x = 1\n",
    "trailing comment": "def f():\n|    return 1  # é\n^x\n",
    "carriage returns": "def f():\r\n|    return 1\r\n^\r\nx = 1\r\n",
}
JAVASCRIPT = {
    "function": "function f(a) {\n|  if (a) { b(); }\n  return '}';\n}\n^f();\n",
    "arrow": "const f = async (a) => {\n|  return `${a}}`;\n};\n^f();\n",
    "callback": "app.get('/x', (a, b) => {\n|  b.send(a);\n});\n^app.listen(1);\n",
    "method": "class A {\n  f() {\n|    return /}/;\n  }\n^\n  g() {}\n}\n",
    "closure is not the end": "function f() {\n  return g(() => {\n|    a();\n  });\n}\n^h();\n",
    "cut off": "function f() {\n|  g({ a: 1 ",
    "never closed": "function f() {\n|  if (a) {\n  b();\n^function g() {\n}\n",
    "to come": "|const a = { b: 1 };\nfunction f() {\n}\n^f();\n",
    "exported object": "module.exports = {\n  f() {\n|    a();\n  }^,\n  g() {}\n};\n",
    "closing comment": "function f() {\n|  // }\n  /* } */\n} // f\n^g();\n",
}
GO = {
    "function": "func f(a int) (int, error) {\n|\tif a > 0 {\n\t\treturn a, nil\n\t}\n\treturn 0, nil\n}\n^\nfunc g() {}\n",
    "empty interface": "func f(a ...interface{}) map[string]interface{} {\n|\treturn nil\n}\n^func g() {}\n",
    "method": "func (s *S) f() {\n|\tx := T{a: 1}\n\tgo func() {\n\t}()\n}\n^var y int\n",
    "rune": "func f() {\n|\tx := '}'\n\ty := `}`\n}\n^\n",
    "never closed": "func f() {\n|\tif a {\n\tb()\n^func g() {\n}\n",
}
C = {
    "function": "int f(char *s)\n{\n|  int a[] = {1};\n  if (s) { g('}'); }\n  return 0;\n}\n^\nint main(void) { }\n",
    "returns a struct": "struct s *f(int a) {\n|  return 0;\n}\n^int b;\n",
    "macro": "int f(void) {\n|#define A {\n  return 0;\n}\n^int b;\n",
    "brace to come": "static int f(int a)\n|{\n  return a;\n}\n^int b;\n",
    "closing comment": "int f(void) {\n|  return 0;\n} /* f */\n^int b;\n",
    "never closed": "int f(void) {\n|  if (a) {\n  b();\n^int main(void) {\n}\n",
    "fence": "int f(void) {\n|  if (a) {\n  b();\n^```\nIt's done {\n",
}
CPP = {
    "method": "namespace n {\nclass A : B {\n  int f() const {\n|    return 1;\n  }\n^  int g();\n};\n}\n",
    "raw string": 'int f() {\n|  auto a = R"(})";\n  return 0;\n}\n^int g();\n',
    "digit separators": "int f() {\n|  return 1'000'000;\n}\n^int g();\n",
}
TABLES = {"python": PYTHON, "javascript": JAVASCRIPT, "go": GO, "c": C, "cpp": CPP}
CASES = [
    pytest.param(language, text, id=f"{language}: {name}")
    for language, table in TABLES.items()
    for name, text in table.items()
]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_function_end_is_where_marked(language: str, marked: str) -> None:
    before, _, rest = marked.partition("|")
    inside, mark, _ = rest.partition("^")
    code = before + rest.replace("^", "")
    found = code[len(before) : function_end(code, language, len(before))]
    assert found == (inside if mark else rest)


# What only an odd end can show is left out: a brace that never comes, and a comment half written after the brace.
STREAMED = [case for case in CASES if not str(case.id).endswith(("never closed", "closing comment"))]


@pytest.mark.parametrize(("language", "marked"), STREAMED)
def test_function_end_is_not_seen_before_it_is_written(language: str, marked: str) -> None:
    before, _, rest = marked.partition("|")
    inside, _, _ = rest.partition("^")
    for size in range(len(inside)):
        code = before + inside[:size]
        assert function_end(code, language, len(before)) == len(code)


@settings(max_examples=120, deadline=None)
@given(code=TEXTS, language=st.sampled_from(sorted(LANGUAGES)), data=st.data())
def test_function_end_of_any_text_is_inside_it_and_not_before_the_place(
    code: str, language: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(code)))
    assert at <= function_end(code, language, at) <= len(code)


def test_answer_without_a_prefix_is_a_whole_program_that_only_a_fence_ends() -> None:
    program = "def first():\n    return 1\n\n\ndef second():\n    return first()\n"
    assert cut_completion("", program, "python") == (program, False)
    assert cut_completion("", program + "```\nThis program …", "python") == (program, True)
    assert cut_completion("def first():\n", program.partition("\n")[2], "python") == ("    return 1\n", True)
