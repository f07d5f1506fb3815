"""Whether code parses, in every language with a grammar, and what is said of one without."""

from __future__ import annotations

import subprocess
import sys

import pytest

from treeplay.errors import ConfigError
from treeplay.syntax import LANGUAGES, has_grammar, normal_form, parses, statements

GOOD = {
    "python": "def f(x):\n    return x\n",
    "javascript": "const f = (x) => { return `${x}`; };\n",
    "go": "package a\n\nfunc f(x int) int {\n\treturn x\n}\n",
    "c": "int f(int x) { return x; }\n",
    "cpp": "namespace a { class B { int f(int x) { return x; } }; }\n",
}
BAD = {
    "python": "def f(x):\nreturn x\n",
    "javascript": "const f = (x => { return x; };\n",
    "go": "package a\n\nfunc f(x int) int {\n\treturn x\n",
    "c": "int f(int x) { return x }\n",
    "cpp": "class B { int f(int x) { return x; }\n",
}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_parses_whole_program_is_true(language: str) -> None:
    assert parses(GOOD[language], language)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_parses_broken_program_is_false(language: str) -> None:
    assert not parses(BAD[language], language)


@pytest.mark.parametrize(
    "code",
    ["x = '\0'", "(" * 5000, "x = '\ud800'", "\x00"],
    ids=["null byte", "deep nesting", "lone surrogate", "null alone"],
)
def test_parses_hostile_python_is_false_not_an_exception(code: str) -> None:
    assert not parses(code, "python")


def test_parses_invalid_escape_warns_nobody() -> None:
    assert parses("x = '\\d'\n", "python")  # warnings are errors in these tests


def test_parses_missing_token_is_false() -> None:
    assert not parses("int x = 1", "c")  # tree-sitter supplies the semicolon and marks it as missing


@pytest.mark.parametrize("language", ["java", "ruby"])
def test_language_without_grammar_is_refused_by_name(language: str) -> None:
    assert not has_grammar(language)
    for function in (parses, statements, normal_form):
        with pytest.raises(ConfigError, match=language):
            function("x", language)


def test_unknown_language_names_a_near_one() -> None:
    with pytest.raises(ConfigError, match="did you mean python"):
        parses("x", "pyton")


def test_syntax_never_imports_torch() -> None:
    code = "import sys, treeplay.syntax, treeplay.tree.nodes, treeplay.tree.show; print('torch' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
