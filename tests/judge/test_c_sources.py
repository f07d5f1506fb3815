from __future__ import annotations

import pytest

from treeplay.judge.c_sources import refusal


@pytest.mark.parametrize(
    "code",
    [
        '#include "/etc/passwd"\n',
        "#include </dev/zero>\n",
        "#include <../../dev/zero>\n",
        '  #  include "program.c"\n',
        '#inc\\\nlude "x.h"\n',
        "#define X <stdio.h>\n#include X\n",
        "#include __FILE__\n",
        '%:include "x.h"\n',
        '/* */ #include "x.h"\n',
        '/*\n*/#include "x.h"\n',
        '/* */\f#include "x.h"\n',
        'char q = \'"\'; /*\n"*/ \n#include "x.h"\n',
        "int n = 1'000; /*\n' */\n/*\n*/#include \"x.h\"\n",
        "char c = u8'a'; /*\n' */\n/*\n*/#include \"x.h\"\n",
        'char *r = R"x(" /*)x";\n#include "x.h"\n/* */\n',
        '/***/ /* / * */#include "x.h"\n',
        '#include_next "x.h"\n',
        '#import "x.h"\n',
        '#embed "/dev/zero"\n',
        '#line 1 "x.h"\n',
        '# 1 "x.h" 3\n',
    ],
)
def test_refusal_of_a_program_that_reads_files_or_renumbers_lines(code: str) -> None:
    assert refusal("int x;\n" + code)


@pytest.mark.parametrize(
    "code",
    [
        "#include <stdio.h>\n",
        "#include <sys/types.h> // for size_t\n",
        "#include <vector> /* all of it */\n",
        "#define N 3\n#if N\n#endif\n#pragma once\n",
        'const char *text = "#include";\n',
        "int included;\n",
    ],
)
def test_refusal_of_a_program_that_stands_alone_is_none(code: str) -> None:
    assert refusal(code) is None


def test_refusal_takes_no_longer_for_a_line_of_quotes_that_do_not_close() -> None:
    assert refusal('"' + '\\"' * 49_000) is None  # read from each quote to the end it would take minutes


def test_refusal_takes_no_longer_for_a_line_of_many_comments() -> None:
    assert refusal("/*a*/" * 5000 + " int x;\n") is None  # would not end within the age of the universe
