"""The form in which two ways of writing one program are equal."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_statements import TEXTS

from treeplay.syntax import LANGUAGES, normal_form

SAME = {
    "python": (
        'def f(a):\n    """Does."""\n    # why\n    return g(a,\n             "b c")\n\n',
        'def f( a ) :\n  return g(a, "b c")  # é\n',
    ),
    "javascript": ("f(a,b); // why\n", "f( a, b ) ; /* é */\n\n"),
    "go": ("\tx := f(a) // why\n\n\ty()\n", "x:=f( a )\ny( )"),
    "c": ("if (a)\n{\n  b(); /* why */\n}\n", "if(a) { b() ; }"),
    "cpp": ('a = R"(x)";\n// b\n', 'a=R"(x)" ;'),
}
DIFFERENT = {
    "python": ("if a:\n    b\nc\n", "if a:\n    b\n    c\n"),
    "javascript": ("a\nb", "a b"),
    "go": ("a()\nb()", "a() b()"),
    "c": ('f("a b");', 'f("ab");'),
    "cpp": ("#define A b\nc", "#define A b c"),
}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_normal_form_of_other_white_space_and_comments_is_the_same(language: str) -> None:
    first, second = SAME[language]
    assert normal_form(first, language) == normal_form(second, language) != ""


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_normal_form_of_another_program_is_another(language: str) -> None:
    first, second = DIFFERENT[language]
    assert normal_form(first, language) != normal_form(second, language)


def test_normal_form_of_python_is_this_text() -> None:
    code = "class A:\n\t'doc'\n\tdef f(x): # c\n\t\treturn x+1;\n"
    assert normal_form(code, "python") == "class A :\n    def f ( x ) :\n        return x + 1 ;"


def test_normal_form_of_unparsable_text_drops_its_comments() -> None:
    assert normal_form("def f(:\n  retrun 'a  # no\n", "python") == "def f ( : retrun 'a  # no"
    assert normal_form("}} if ( /* x", "c") == "} } if ("


@settings(max_examples=200, deadline=None)
@given(code=TEXTS, language=st.sampled_from(sorted(LANGUAGES)))
@example(code='f("a \n, b)', language="python")
@example(code="x = \\ # a\ny", language="python")
@example(code="\\'", language="python")
@example(code="\"'''\n\"(", language="c")
@example(code="*/\\\n    */(/", language="javascript")
def test_normal_form_is_its_own_normal_form(code: str, language: str) -> None:
    once = normal_form(code, language)
    assert normal_form(once, language) == once
