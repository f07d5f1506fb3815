from __future__ import annotations

import contextlib
import json
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treeplay.cwe import normalise
from treeplay.errors import DataError
from treeplay.judge import calibration as rates
from treeplay.judge.detector import ScanError
from treeplay.judge.rules_detector import RulesDetector
from treeplay.judge.schema import Finding
from treeplay.judge.static.rules import all_rules, read_rule

DETECTOR = RulesDetector()
FIXTURES = [
    (rule.id, language, code, fires)
    for rule in all_rules()
    for language in rule.language
    for fires, codes in ((True, rule.fires), (False, rule.silent))
    for code in codes
]


def rules_on(code: str, language: str = "python") -> set[str]:
    return {finding.rule for finding in DETECTOR.scan(code, language)}


@pytest.mark.parametrize(
    ("rule", "language", "code", "fires"),
    FIXTURES,
    ids=[f"{rule}-{language}-{'fires' if fires else 'silent'}" for rule, language, _, fires in FIXTURES],
)
def test_rule_fixture_fires_or_is_silent_as_its_file_says(rule: str, language: str, code: str, fires: bool) -> None:
    assert (rule in rules_on(code, language)) is fires


def test_rules_files_are_named_after_their_ids_and_lie_by_language() -> None:
    root = Path(sys.modules[RulesDetector.__module__].__file__ or "").with_name("rules")
    found = {path.stem: path.parent.name for path in root.glob("*/*.yaml")}
    assert set(found) == {rule.id for rule in all_rules()}
    assert all(found[rule.id] in rule.language for rule in all_rules())


FLOWS = {
    "concatenation": "def f(db, x):\n    db.run('select a from t where b = \"' + x + '\"')\n",
    "percent": "def f(db, x):\n    q = 'select a from t where b = \"%s\"' % x\n    db.run(q)\n",
    "percent_names": "def f(db, x):\n    db.run('select a from t where b = %(x)s' % {'x': x})\n",
    "format": "def f(db, x):\n    db.run('select a from t where b = {}'.format(x))\n",
    "f_string": "def f(db, x):\n    db.run(f'select a from t where b = {x}')\n",
    "join": "def f(db, x):\n    db.run(''.join(['select a from t where b = ', x]))\n",
    "augmented": "def f(db, x):\n    q = 'select a from t'\n    q += ' where b = ' + x\n    db.run(q)\n",
    "branch": "def f(db, x):\n    q = 'select a from t'\n    if x:\n        q = q + ' where b = ' + x\n    db.run(q)\n",
    "loop": "def f(db, xs):\n    q = 'select a from t where b = 1'\n    for x in xs:\n        q += ' or b = ' + x\n    db.run(q)\n",
    "list": "def f(db, x):\n    p = ['select a from t where b = ']\n    p.append(x)\n    db.run(''.join(p))\n",
    "member": "def f(db, form):\n    db.run('select a from t where b = ' + form.name)\n",
    "item": "def f(db, form):\n    db.run('select a from t where b = ' + form['name'])\n",
    "call": "def f(db, x):\n    y = x.strip()\n    db.run('select a from t where b = ' + y)\n",
    "method": "class A:\n    def f(self, x):\n        self.db.run('select a from t where b = ' + x)\n",
    "nested": "def f(db):\n    def g(x):\n        db.run('select a from t where b = ' + x)\n    return g\n",
    "indented": "    def f(self, x):\n        self.db.run('select a from t where b = ' + x)\n",
    "python_2": "def f(db, x):\n    print 'x'\n    db.run('select a from t where b = ' + x)\n",
}


@pytest.mark.parametrize("code", FLOWS.values(), ids=FLOWS.keys())
def test_walk_data_that_reaches_a_query_is_followed(code: str) -> None:
    assert "py-sql-built" in rules_on(code)


HARMLESS = {
    "number": "def f(db, x: int):\n    db.run('select a from t where b = ' + str(x))\n",
    "converted": "def f(db, x):\n    db.run('select a from t where b = %d' % int(x))\n",
    "constant": "def f(db):\n    b = '3'\n    db.run('select a from t where b = ' + b)\n",
    "parameter": "def f(db, x):\n    db.run('select a from t where b = ?', (x,))\n",
    "overwritten": "def f(db, x):\n    x = '3'\n    db.run('select a from t where b = ' + x)\n",
    "log": "def f(log, x):\n    log.info('cannot select a from t where b = %s', x)\n",
}


@pytest.mark.parametrize("code", HARMLESS.values(), ids=HARMLESS.keys())
def test_walk_harmless_query_has_no_finding(code: str) -> None:
    assert "py-sql-built" not in rules_on(code)


HOLES = {
    "python": ("import os\ndef f(x):\n    os.system('rm ' + x)\n", "#"),
    "javascript": ("function f(x) { exec('rm ' + x, g);\n}\n", "//"),
    "go": ('func f(x string) { exec.Command("sh", "-c", "rm "+x).Run()\n}\n', "//"),
    "c": ("void f(char *x) { system(x);\n}\n", "//"),
}


@pytest.mark.parametrize("language", HOLES)
@pytest.mark.parametrize(
    "note", ["nosec", "noqa", "nolint", "nosemgrep", "eslint-disable", "re.match(x) shlex.quote realpath("]
)
def test_rules_comment_has_no_effect(language: str, note: str) -> None:
    code, mark = HOLES[language]
    noted = code.replace("\n", f"  {mark} {note}\n")
    assert rules_on(noted, language) == rules_on(code, language) != set()


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("python", "def f(:\n"),
        ("javascript", "function f( {"),
        ("go", "func f( {"),
        ("c", "int f(int x { return"),
        ("python", "(" * 5000),
        ("python", "x" + ".y" * 50000),
        ("javascript", "[" * 5000),
    ],
)
def test_rules_unreadable_code_is_an_error(language: str, code: str) -> None:
    with pytest.raises(ScanError):
        DETECTOR.scan(code, language)


def test_rules_loop_by_a_macro_is_read() -> None:
    code = "void f(L *l, N *n) {\n  list_for_each_entry(n, &l->head, link) {\n    free(n);\n    use(n->id);\n  }\n}\n"
    assert "c-use-after-free" in rules_on(code, "c")
    assert rules_on(code.replace("free(n);", ""), "c") == set()


def test_rules_finding_in_a_program_with_an_unreadable_part_counts() -> None:
    code = "void f(char *x) { system(x); }\nint g(int { }\n"
    assert "c-shell-command-built" in rules_on(code, "c")


def test_rules_guard_is_looked_for_once_in_a_function() -> None:
    """Four thousand equal lines: to look for each line's guards in all of them anew would take two minutes."""
    with contextlib.suppress(ScanError):
        DETECTOR.scan("void f(int n, int m) {\n" + "p = malloc(n * m);\n" * 4000 + "}\n", "c")


def test_rules_program_with_too_much_to_search_is_an_error() -> None:
    lines = "".join(f"free(s{i}->name);\n" for i in range(1500))
    with pytest.raises(ScanError, match="too large"):
        DETECTOR.scan("void f(void) {\n" + lines + "}\n", "c")


def test_rules_other_language_is_an_error() -> None:
    with pytest.raises(ScanError, match="do not read ruby"):
        DETECTOR.scan("puts 1\n", "ruby")


@pytest.mark.parametrize(
    "code", ["run(x) { exec('rm ' + x); }", "f: function (x) { exec('rm ' + x); }", "exec('rm ' + x);"]
)
def test_rules_method_that_stands_alone_is_read(code: str) -> None:
    assert "js-shell-command-built" in rules_on(code, "javascript")


def test_rules_findings_carry_line_cwe_and_order() -> None:
    code = "import os\ndef f(x):\n    os.system('rm ' + x)\n    eval(x)\n"
    found = [(each.line, each.cwe) for each in DETECTOR.scan(code, "python")]
    assert found == sorted(found)
    assert {(3, "CWE-078"), (4, "CWE-095")} <= set(found)


@settings(deadline=None)
@given(st.text(alphabet="abx()[]{}'\"+%=.,:; \n\tif def return for in", max_size=60), st.sampled_from(sorted(HOLES)))
def test_rules_any_text_is_read_or_refused(code: str, language: str) -> None:
    with contextlib.suppress(ScanError):
        DETECTOR.scan(code, language)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "id: x",
        "id: x\ncwe: none\nlanguage: go",
        "{",
        "id: x\ncwe: 1\nlanguage: go\nmatch: [{event: call, name: '('}]",
    ],
)
def test_read_rule_that_is_none_names_its_file(text: str) -> None:
    with pytest.raises(DataError, match=r"bad\.yaml"):
        read_rule(text, "bad.yaml")


def finding(rule: str, detector: str = "rules") -> Finding:
    return Finding(detector=detector, rule=rule, cwe="CWE-089", line=1)


def observed(*firings: tuple[str, int, int]) -> list[rates.Observation]:
    """For each rule: on how many vulnerable and fixed functions it fired, no two rules on the same."""
    return [
        rates.Observation(is_vulnerable, frozenset({f"rules/{rule}"}))
        for rule, vulnerable, fixed in firings
        for is_vulnerable, times in ((True, vulnerable), (False, fixed))
        for _ in range(times)
    ]


def test_learn_rule_that_fires_on_fixes_as_often_does_not_count() -> None:
    learned = rates.learn(
        observed(("x-good", 20, 1), ("x-coin", 10, 10)), dict.fromkeys(("rules/x-good", "rules/x-coin"), "rules/x")
    )
    assert learned.counts(finding("x-good"))
    assert not learned.counts(finding("x-coin"))
    rate = learned.rules["rules/x-good"]
    assert 0.5 < rate.low < rate.mean < rate.high <= 1


def test_learn_rule_that_repeats_a_better_one_with_more_false_alarms_does_not_count() -> None:
    """`x-loud` fires on all that `x-good` fires on, and besides on ten fixes: right in 30 of 41, but alone never."""
    both = frozenset({"rules/x-good", "rules/x-loud"})
    seen = [rates.Observation(True, both)] * 30 + [rates.Observation(False, both)]
    seen += [rates.Observation(False, frozenset({"rules/x-loud"}))] * 10
    learned = rates.learn(seen, dict.fromkeys(both, "rules/x"))
    assert learned.rules["rules/x-loud"].low > 0.5
    assert learned.counts(finding("x-good"))
    assert not learned.counts(finding("x-loud"))


def test_learn_mean_by_hand() -> None:
    """One rule, 3 of 4: pooled mean (3 + 1) / (4 + 2) = 2/3; with strength s the rate is (2s/3 + 3) / (s + 4)."""
    learned = rates.learn(observed(("x-one", 3, 1)), {"rules/x-one": "rules/x"})
    assert learned.rules["rules/x-one"].mean in {round((2 * s / 3 + 3) / (s + 4), 3) for s in (1, 2, 4)}


def test_calibration_unseen_rule_is_as_its_kind_and_unknown_detector_counts() -> None:
    learned = rates.learn(observed(("x-good", 20, 1)), {"rules/x-good": "rules/x"})
    assert learned.counts(finding("x-new"))
    assert not learned.counts(finding("y-new"))
    assert learned.counts(finding("anything", detector="of_a_stranger"))


def test_shipped_calibration_is_of_rules_that_exist() -> None:
    shipped = rates.load_calibration()
    known = {f"rules/{rule.id}" for rule in all_rules()}
    assert {name for name in shipped.rules if name.startswith("rules/")} <= known
    assert all(rate.low <= rate.mean <= rate.high for rate in (*shipped.rules.values(), *shipped.kinds.values()))


def test_shipped_calibration_counts_only_rates_above_one_half() -> None:
    assert all(rate.mean > 0.5 for rate in rates.load_calibration().rules.values() if rate.counts)


def test_calibration_json_round_trips() -> None:
    seen = observed(("x-good", 20, 1))
    learned = rates.learn(seen, {"rules/x-good": "rules/x"})
    data = json.loads(json.dumps(rates.as_json(learned, rates.count(seen))))
    assert rates.Rate(**data["rules"]["rules/x-good"]) == learned.rules["rules/x-good"]
    assert data["fired"] == {"rules/x-good": [20, 1]}


def test_rules_cwes_are_in_the_one_spelling() -> None:
    assert all(rule.cwe == normalise(rule.cwe) for rule in all_rules())
    assert all(first.id < second.id for first, second in pairwise(all_rules()))
