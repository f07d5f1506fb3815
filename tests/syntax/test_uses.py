"""The names of what a program calls and touches."""

from __future__ import annotations

import pytest

from treeplay.syntax import uses

CASES = {
    "call": ("python", "os.system(x)\n", {"os.system()"}),
    "imports": (
        "python",
        "from subprocess import run as sh\nimport numpy as np\nsh(x)\nnp.random.rand(3)\n",
        {"subprocess.run()", "numpy.random.rand()", "numpy.random"},
    ),
    "chain": (
        "python",
        "db().cursor()[0].execute(q)\n",
        {"db().cursor()[].execute()", "db().cursor()", "db()"},
    ),
    "attribute": ("python", "os.environ['A']\n", {"os.environ"}),
    "neither string nor comment": ("python", "# eval(x)\n'''eval(x)'''\n", set()),
    "broken": ("python", "def f(:\n    eval(x)\n", {"eval()"}),
    "javascript": ("javascript", "a.innerHTML = new Function(b)\n", {"a.innerHTML", "Function()"}),
    "go": ("go", "package a\nfunc f() { exec.Command(x) }\n", {"exec.Command()"}),
    "c": ("c", "int f() { strcpy(p->q, b); }\n", {"strcpy()", "p.q"}),
    "cpp": ("cpp", "int f() { std::system(x); }\n", {"std.system()"}),
}


@pytest.mark.parametrize(("language", "code", "names"), CASES.values(), ids=CASES)
def test_uses_are_named(language: str, code: str, names: set[str]) -> None:
    assert {one.name for one in uses(code, language)} >= names
    assert {one.name for one in uses(code, language) if "." not in one.name} <= {*names, "", "?"}


def test_uses_give_place_and_text_in_characters() -> None:
    code = "é = 'ö'; run('ü', 1)\n"
    call = next(one for one in uses(code, "python") if one.name == "run()")
    assert (call.start, call.text) == (9, "('ü', 1)")


def test_uses_hold_strings_but_no_docstrings() -> None:
    code = "def f():\n    'doc'\n    return 'text'\n"
    assert [one.text for one in uses(code, "python") if not one.name] == ["'text'"]
