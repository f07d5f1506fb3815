"""Tests in compiled languages and JavaScript: what passes, what fails and why, and that leaving early is no pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from treeplay.corpus.schema import Task
from treeplay.judge import toolchains
from treeplay.judge.sandbox import Limits, Sandbox
from treeplay.judge.toolchain import ToolchainError
from treeplay.judge.toolchains import TOOLCHAINS, readable, run_test, unrunnable

C = TOOLCHAINS["c"]

JS_TEST = 'const assert = require("assert"); assert.equal(require("./program.js").add(2), 3);'
C_TEST = '#include <assert.h>\n#include "program.c"\nint main(void) { assert(add(2) == 3); return 0; }\n'
CPP_TEST = '#include <cassert>\n#include "program.cpp"\nint main() { assert(add(2) == 3); return 0; }\n'
TESTS = {"javascript": JS_TEST, "c": C_TEST, "cpp": CPP_TEST}
GOOD = {
    "javascript": "exports.add = (x) => x + 1;",
    "c": "int add(int x) { return x + 1; }",
    "cpp": "int add(int x) { return x + 1; }",
}
LEAVES = {
    "javascript": "process.exit(0);",
    "c": "#include <stdlib.h>\nint add(int x) { exit(0); }",
    "cpp": "#include <cstdlib>\nint add(int x) { std::exit(0); }",
}
SPEAKS = {  # guesses at what a pass looks like
    "javascript": 'console.log("passed\\n0"); process.reallyExit(0);',
    "c": '#include <stdio.h>\n#include <stdlib.h>\nint add(int x) { puts("passed"); fflush(0); _Exit(0); }',
    "cpp": '#include <cstdio>\n#include <cstdlib>\nint add(int x) { puts("passed"); fflush(0); _Exit(0); }',
}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as box:
        yield box


@pytest.fixture(params=sorted(TESTS))
def language(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if TOOLCHAINS[name].path is None:
        pytest.skip(f"{TOOLCHAINS[name].executable} is not installed")
    return name


def test_program_that_does_its_work_passes(sandbox: Sandbox, language: str) -> None:
    assert run_test(sandbox, language, GOOD[language], TESTS[language]).outcome == "passed"


def test_program_that_errs_fails_with_the_assertion(sandbox: Sandbox, language: str) -> None:
    result = run_test(sandbox, language, GOOD[language].replace("+ 1", "+ 2"), TESTS[language])
    assert result.outcome == "failed"
    assert "assert" in result.detail.lower()


@pytest.mark.parametrize("programs", [LEAVES, SPEAKS], ids=["silent", "speaking"])
def test_program_that_leaves_early_with_code_0_does_not_pass(
    sandbox: Sandbox, language: str, programs: dict[str, str]
) -> None:
    assert run_test(sandbox, language, programs[language], TESTS[language]).outcome == "failed"


def test_program_that_does_not_compile_or_load_fails_with_the_reason(sandbox: Sandbox, language: str) -> None:
    result = run_test(sandbox, language, "int add(int x) { return x +", TESTS[language])
    assert result.outcome == "failed"
    assert "rror" in result.detail


@pytest.mark.parametrize("language", ["c", "cpp"])
def test_program_that_reads_freed_memory_fails_by_the_sanitizer(sandbox: Sandbox, language: str) -> None:
    if TOOLCHAINS[language].path is None:
        pytest.skip(f"{TOOLCHAINS[language].executable} is not installed")
    body = "int *p = (int *)malloc(8); p[0] = x + 1; free(p); return p[0];"
    program = f"#include <stdlib.h>\nint add(int x) {{ {body} }}"
    result = run_test(sandbox, language, program, TESTS[language])
    assert (result.outcome, "AddressSanitizer" in result.detail) == ("failed", True), result


FORGES = {
    "javascript": ["Promise.prototype.then = (ok) => { ok(); };", "Promise.prototype.constructor = null;"],
    "c": [
        "#define NDEBUG",
        "#undef main\nint treeplay_test(void) { return 0; }\n#define main unused",
        "#define NDEBUG // \\",
        "#define NDEBUG\n#include <assert.h>",
        "#undef main\n#define main leak\n#define treeplay_test unused\n#define extern static\n"
        'int leak(void);\n#include "harness.c"\n#undef treeplay_test\n',
    ],
}
FORGES["cpp"] = FORGES["c"]


def test_program_that_switches_its_test_off_does_not_pass(sandbox: Sandbox, language: str) -> None:
    wrong = GOOD[language].replace("+ 1", "+ 2")
    for forgery in FORGES[language]:
        assert run_test(sandbox, language, f"{wrong}\n{forgery}", TESTS[language]).outcome == "failed", forgery


@pytest.mark.parametrize("assert_first", [True, False])
def test_program_that_switches_assertions_off_fails_wherever_the_test_includes_them(
    sandbox: Sandbox, assert_first: bool
) -> None:
    if C.path is None:
        pytest.skip("gcc is not installed")
    includes = ["#include <assert.h>", '#include "program.c"']
    test = "\n".join(
        [*(includes if assert_first else includes[::-1]), "int main(void) { assert(add(2) == 3); return 0; }"]
    )
    for forgery in FORGES["c"]:
        assert run_test(sandbox, "c", f"{GOOD['c']}\n", test).outcome == "passed"
        wrong = GOOD["c"].replace("+ 1", "+ 2")
        assert run_test(sandbox, "c", f"{wrong}\n{forgery}", test).outcome == "failed", forgery


def test_promises_may_be_extended(sandbox: Sandbox) -> None:
    if TOOLCHAINS["javascript"].path is None:
        pytest.skip("node is not installed")
    program = """"use strict";
    Promise.prototype.tap = function (see) { return this.then((value) => (see(value), value)); };
    function Later() {}
    Later.prototype = Object.create(Promise.prototype);
    Later.prototype.constructor = Later;
    exports.add = (x) => Promise.resolve(x + 1).tap(() => {});
    exports.named = new Later().constructor === Later;
    """
    check = 'const p = require("./program.js"); if (!p.named || (await p.add(2)) !== 3) throw new Error("no");'
    assert run_test(sandbox, "javascript", program, f"module.exports = async () => {{ {check} }};").outcome == "passed"


def test_a_test_that_only_speaks_of_exports_need_not_export(sandbox: Sandbox) -> None:
    if TOOLCHAINS["javascript"].path is None:
        pytest.skip("node is not installed")
    speaks = TESTS["javascript"] + '\nconst text = "module.exports = 1";  // module.exports = 2\n'
    assert run_test(sandbox, "javascript", GOOD["javascript"], speaks).outcome == "passed"


def test_program_that_hides_the_function_of_its_test_does_not_pass(sandbox: Sandbox) -> None:
    if TOOLCHAINS["javascript"].path is None:
        pytest.skip("node is not installed")
    test = 'const p = require("./program.js"); module.exports = async () => { if (p.add(2) !== 3) throw new Error("no"); };'
    hides = 'Object.defineProperty(module.parent, "exports", { get() { return {}; }, set() {} });'
    assert run_test(sandbox, "javascript", GOOD["javascript"], test).outcome == "passed"
    for program in ("exports.add = (x) => x + 2;", f"exports.add = (x) => x + 2; {hides}"):
        assert run_test(sandbox, "javascript", program, test).outcome == "failed"


def test_compiling_takes_nothing_of_the_time_that_a_program_has(language: str) -> None:
    loops = {"javascript": "exports.add = () => { for (;;); };"}.get(language, "int add(int x) { for (;;) x++; }")
    heavy = "#include <algorithm>\n#include <iostream>\n#include <map>\n" if language == "cpp" else ""
    with Sandbox(limits=Limits(cpu_s=1)) as box:
        assert run_test(box, language, heavy + GOOD[language], TESTS[language]).outcome == "passed"
        endless = run_test(box, language, loops, TESTS[language])
    assert (endless.outcome, endless.detail) == ("timeout", "used more than 1 s of processor time")
    assert endless.wall_s < 10


def test_toolchain_that_does_not_work_in_the_sandbox_is_no_fault_of_the_program(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toolchains, "TOOLCHAINS", {"c": replace(C, executable="true")})
    result = run_test(sandbox, "c", GOOD["c"], C_TEST)
    assert result.outcome == "infrastructure"
    assert "true does not work in the sandbox: " in result.detail


def test_promise_that_never_settles_or_rejects_does_not_pass(sandbox: Sandbox) -> None:
    if TOOLCHAINS["javascript"].path is None:
        pytest.skip("node is not installed")
    test = 'module.exports = async () => { await require("./program.js").work(); };'
    for program, why in (
        ("exports.work = () => new Promise(() => {});", "before the test was over"),
        ("exports.work = async () => { throw new Error('no'); };", "Error: no"),
    ):
        result = run_test(sandbox, "javascript", program, test)
        assert result.outcome == "failed"
        assert why in result.detail


def test_tests_that_cannot_be_run_are_counted_before_anything_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toolchains, "TOOLCHAINS", {"c": replace(C, executable="a-compiler-nobody-has")})
    asked = {"golden": "x", "instruction": "", "prefix": "", "functional_test": "t"}
    tasks = [
        Task(id=str(number), language=language, **asked) for number, language in enumerate(("c", "python", "c", "ruby"))
    ]
    in_c, in_ruby = unrunnable([*tasks, tasks[0].model_copy(update={"functional_test": None})])
    assert "need a-compiler-nobody-has, which is not installed: what they would decide of 2 tasks" in in_c
    assert in_ruby.startswith("tests in ruby cannot be run")


def test_toolchain_that_is_missing_is_named(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toolchains, "TOOLCHAINS", {"c": replace(C, executable="a-compiler-nobody-has")})
    for language, why in (("c", "a-compiler-nobody-has, which is not installed"), ("ruby", "ruby cannot be run")):
        with pytest.raises(ToolchainError, match=why):
            run_test(sandbox, language, "", "")


def test_toolchain_outside_the_system_folders_is_shown_to_its_jobs(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if TOOLCHAINS["c"].path is None:
        pytest.skip("gcc is not installed")
    compiler = tmp_path / "compiler" / "bin" / "cc"
    compiler.parent.mkdir(parents=True)
    compiler.write_text('#!/bin/sh\nexec gcc "$@"\n')
    compiler.chmod(0o755)
    (tmp_path / "link").symlink_to(compiler)
    monkeypatch.setattr(toolchains, "TOOLCHAINS", {"c": replace(C, executable=str(tmp_path / "link"))})
    assert readable("c") == (str(tmp_path / "compiler"),)
    with pytest.raises(ValueError, match="does not show"):
        run_test(sandbox, "c", GOOD["c"], C_TEST)
    with Sandbox(read_only=readable("c")) as box:
        assert run_test(box, "c", GOOD["c"], C_TEST).outcome == "passed"
