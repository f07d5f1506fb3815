"""Decision nodes: which statements the policies choose, and on which tokens the nodes sit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenised import PROMPT, by_byte, by_word, text_of

from treeplay.corpus.schema import Annotation, Task
from treeplay.errors import ConfigError
from treeplay.tree.nodes import NodeSettings, choose_nodes
from treeplay.tree.path import GoldenPath
from treeplay.tree.policies.annotated import find_line
from treeplay.tree.schema import Node

PREFIX = "import hashlib, yaml\n\ndef lookup(cursor, é, path):\n"
GOLDEN = """\
    # find it
    rows = cursor.execute(
        "SELECT a FROM b WHERE c = ?", (é,))
    if not rows: return None
    data = yaml.safe_load(rows)
    return data
"""
VULNERABLE = """\
    # look it up
    rows = cursor.execute(
        f"SELECT a FROM b WHERE c = {é}")
    if not rows: return None
    log(path)
    data = yaml.load(rows)
    return data
"""
TASK = Task(id="t", cwe="CWE-089", instruction="i", prefix=PREFIX, golden=GOLDEN, vulnerable=VULNERABLE)


def chosen(path: GoldenPath, *policies: str, max_nodes: int = 20, seed: int = 0) -> tuple[Node, ...]:
    return choose_nodes(path, NodeSettings(policies=policies, max_nodes=max_nodes, seed=seed)).nodes


def statement(path: GoldenPath, node: Node) -> str:
    start, end = node.position - len(PROMPT), node.end - len(PROMPT)
    return path.code[path.spans[start][0] : path.spans[end - 1][1]].strip()


@pytest.mark.parametrize("tokenise", [by_byte, by_word])
def test_choose_nodes_root_is_the_first_golden_token(tokenise) -> None:  # type: ignore[no-untyped-def]
    path = tokenise(TASK)
    (node,) = chosen(path, "root")
    assert node.position == len(PROMPT)
    assert statement(path, node) == GOLDEN[: GOLDEN.index("    if")].strip()
    assert (node.policy, node.cwe) == ("root", "CWE-089")


@pytest.mark.parametrize("tokenise", [by_byte, by_word])
def test_choose_nodes_diff_gives_the_statement_of_each_hunk(tokenise) -> None:  # type: ignore[no-untyped-def]
    path = tokenise(TASK)
    found = [statement(path, node) for node in chosen(path, "diff")]
    assert found == [
        'rows = cursor.execute(\n        "SELECT a FROM b WHERE c = ?", (é,))',
        "data = yaml.safe_load(rows)",  # the log() that was taken out stood before it, the change of yaml.load is in it
    ]


def test_choose_nodes_diff_ignores_comments_and_needs_a_vulnerable_version() -> None:
    only_comment = TASK.model_copy(update={"vulnerable": GOLDEN.replace("find it", "seek it")})
    assert chosen(by_byte(only_comment), "diff") == ()
    assert chosen(by_byte(TASK.model_copy(update={"vulnerable": None})), "diff") == ()


@pytest.mark.parametrize(
    ("golden", "vulnerable", "expected"),
    [
        ("    a()\n    b()\n", "    a()\n    x()\n    b()\n", "b()"),
        ("    a()\n    b()\n", "    a()\n    b()\n    x()\n", "b()"),
        ("    run(c)\n    b()\n", "    run(c, shell=True)\n    b()\n", "run(c)"),
        (
            "    if ok(p):\n        go(p)\n    b()\n",
            "    if ok(p) or 1:\n        go(p)\n    b()\n",
            "if ok(p):\n        go(p)",
        ),
        ("    check(p)\n    go(p)\n", "    go(p)\n", "check(p)"),
        (
            "    if a:\n        b()\n    else:\n        c()\n",
            "    if a:\n        b()\n",
            "if a:\n        b()\n    else:\n        c()",
        ),
    ],
    ids=["out before", "out at the end", "out of an argument", "in a header", "put in", "a clause put in"],
)
def test_choose_nodes_diff_of_one_hunk_is_this_statement(golden: str, vulnerable: str, expected: str) -> None:
    path = by_byte(TASK.model_copy(update={"golden": golden, "vulnerable": vulnerable}))
    assert statement(path, chosen(path, "diff")[0]) == expected


def test_choose_nodes_sits_on_the_token_with_the_first_character() -> None:
    for path, first in ((by_byte(TASK), ["r", "d"]), (by_word(TASK), [" rows", " data"])):
        assert [text_of(path, node.position) for node in chosen(path, "diff")] == first


def test_choose_nodes_drops_a_statement_whose_token_began_in_another() -> None:
    task = TASK.model_copy(update={"golden": "    a(); eval(b)\n", "vulnerable": None})
    whole = by_byte(task)
    assert [statement(whole, node) for node in chosen(whole, "risk")] == ["eval(b)"]
    spans, ids = [], []
    for start, end in whole.spans[:-1]:
        if whole.code[start:end] == ";":  # `; e` becomes one token
            spans.append((start, end + 2))
            ids.append(1)
        elif not spans or start >= spans[-1][1]:
            spans.append((start, end))
            ids.append(1)
    joined = GoldenPath(task, PROMPT, (*ids, 2), (*spans, whole.spans[-1]))
    assert chosen(joined, "risk") == ()


def test_choose_nodes_never_lies_in_the_prompt() -> None:
    task = TASK.model_copy(update={"prefix": "x = eval(a)\n", "golden": "y = eval(b)\n", "vulnerable": None})
    path = by_word(task, held_back=1)  # the first token begins with the prefix's line break
    assert [statement(path, node) for node in chosen(path, "risk", "random")] == ["y = eval(b)"]


def test_choose_nodes_annotated_matches_lines_and_counts_the_rest() -> None:
    lines = {
        "  data = yaml.safe_load(rows)": "CWE-502",
        "cursor.execute(": "CWE-089",
        "no such line": "CWE-022",
        "ret": "CWE-020",
    }
    annotations = tuple(Annotation(line=line, cwe=cwe) for line, cwe in lines.items())
    path = by_byte(TASK.model_copy(update={"annotations": annotations}))
    choice = choose_nodes(path, NodeSettings(policies=("annotated",)))
    assert choice.unmatched == 2
    assert [(statement(path, node)[:4], node.cwe) for node in choice.nodes] == [
        ("rows", "CWE-089"),
        ("data", "CWE-502"),
    ]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("b = 22", 7),
        (" a = 1 ", 0),
        ("a = 1", 0),
        ("= 22", 7),
        ("b =", None),
        ("2233", None),
        ("abcd", None),
        ("", None),
    ],
    ids=["exact", "stripped", "exact before part", "half", "short", "other", "not there", "empty"],
)
def test_find_line_follows_the_release(wanted: str, expected: int | None) -> None:
    assert find_line("a = 1\n\tb = 22\nxa = 1\n", wanted) == expected


def test_choose_nodes_risk_knows_the_secure_counterparts() -> None:
    path = by_byte(TASK)
    found = [(statement(path, node)[:4], node.cwe) for node in chosen(path, "risk")]
    assert found == [("rows", "CWE-089"), ("data", "CWE-502")]


RISKS = {
    "python": [
        ("subprocess.run(a, check=True)", "CWE-078"),
        ("ast.literal_eval(a)", "CWE-095"),
        ("json.loads(a)", "CWE-502"),
        ("hashlib.sha256(a)", "CWE-327"),
        ("secrets.token_hex(8)", "CWE-338"),
        ("tempfile.mkstemp()", "CWE-377"),
        ("os.open(a, b, 0o600)", "CWE-732"),
        ("ssl.create_default_context()", "CWE-295"),
        ("return redirect(a)", "CWE-601"),
        ("logger.info(a)", "CWE-117"),
        ("response.set_cookie(a)", "CWE-614"),
        ("key = os.environ['K']", "CWE-798"),
        ("html.escape(a)", "CWE-079"),
        ("with open(a) as b: c()", "CWE-022"),
        ("q = f'SELECT a FROM b WHERE c={d}'", "CWE-089"),
        ("return f'<b>{a}</b>'", "CWE-079"),
    ],
    "javascript": [
        ("a.innerHTML = b;", "CWE-079"),
        ("child_process.execFile(a);", "CWE-078"),
        ("x = Math.random();", "CWE-338"),
    ],
    "go": [('exec.Command("a").Run()', "CWE-078"), ("db.QueryRow(q, a)", "CWE-089")],
    "c": [("strncpy(a, b, n);", "CWE-787"), ("p = malloc(n * m);", "CWE-190"), ("free(p);", "CWE-416")],
    "cpp": [("std::system(a);", "CWE-078")],
}
WRAPPED = {
    "python": ("def f():\n", "    {}\n"),
    "javascript": ("function f() {\n", "  {}\n}\n"),
    "go": ("package a\nfunc f() {\n", "\t{}\n}\n"),
    "c": ("void f() {\n", "  {}\n}\n"),
    "cpp": ("void f() {\n", "  {}\n}\n"),
}


@pytest.mark.parametrize(("language", "code", "cwe"), [(k, *one) for k, rows in RISKS.items() for one in rows])
def test_choose_nodes_risk_of_a_sink_carries_its_cwe(language: str, code: str, cwe: str) -> None:
    prefix, body = WRAPPED[language]
    task = Task(id="t", language=language, instruction="i", prefix=prefix, golden=body.replace("{}", code))
    path = by_byte(task)
    node = chosen(path, "risk")[0]
    assert node.cwe == cwe and statement(path, node).startswith(code.split("(", maxsplit=1)[0])


def test_choose_nodes_risk_is_silent_on_harmless_code() -> None:
    path = by_byte(TASK.model_copy(update={"golden": "    x = 'eval(a)'  # os.system\n    return x + 1\n"}))
    assert chosen(path, "risk") == ()


def test_choose_nodes_random_depends_on_seed_and_task_alone() -> None:
    path = by_byte(TASK)
    orders = {tuple(node.position for node in chosen(path, "random", max_nodes=2, seed=seed)) for seed in range(8)}
    assert len(orders) > 1
    assert chosen(path, "random", max_nodes=2, seed=3) == chosen(by_byte(TASK), "random", max_nodes=2, seed=3)


def test_choose_nodes_of_several_policies_is_their_union_named_by_the_first() -> None:
    path = by_byte(TASK)
    found = chosen(path, "diff", "risk", "root")
    assert [node.policy for node in found] == ["root", "diff", "diff"]
    assert [node.position for node in found] == sorted({node.position for node in found})
    assert [node.policy for node in chosen(path, "diff", "root", max_nodes=2)] == ["diff", "diff"]


@pytest.mark.parametrize(
    ("language", "prefix", "golden", "vulnerable", "expected"),
    [
        (
            "javascript",
            "function f(a) {\n",
            "  b.textContent = a;\n}\n",
            "  b.innerHTML = a;\n}\n",
            "b.textContent = a;",
        ),
        (
            "go",
            "package a\n\nfunc f() {\n",
            "\tif ok(p) {\n\t\tg(p)\n\t}\n}\n",
            "\tg(p)\n}\n",
            "if ok(p) {\n\t\tg(p)\n\t}",
        ),
        (
            "c",
            "int f(char *s) {\n",
            "  char b[8];\n  strlcpy(b, s, 8);\n}\n",
            "  char b[8];\n  strcpy(b, s);\n}\n",
            "strlcpy(b, s, 8);",
        ),
    ],
    ids=["javascript", "go", "c"],
)
def test_choose_nodes_diff_in_other_languages(
    language: str, prefix: str, golden: str, vulnerable: str, expected: str
) -> None:
    task = Task(id="t", language=language, instruction="i", prefix=prefix, golden=golden, vulnerable=vulnerable)
    for path in (by_byte(task), by_word(task)):
        assert statement(path, chosen(path, "diff")[0]) == expected


def test_node_settings_unknown_policy_names_a_near_one() -> None:
    with pytest.raises(ConfigError, match="did you mean random"):
        NodeSettings(policies=("randon",))


BODIES = st.lists(
    st.sampled_from(
        [
            "    a = eval(b)\n",
            "    # é\n",
            "\n",
            "    if é:\n        open(é)\n",
            "    (\n",
            "    x; yaml.load(y)\n",
        ]
    ),
    max_size=8,
)


@settings(max_examples=30, deadline=None)
@given(
    golden=BODIES.map("".join),
    vulnerable=BODIES.map("".join),
    held_back=st.integers(0, 1),
    words=st.booleans(),
)
def test_choose_nodes_of_any_code_begin_statements_inside_the_golden_path(
    golden: str, vulnerable: str, held_back: int, words: bool
) -> None:
    task = TASK.model_copy(update={"golden": golden, "vulnerable": vulnerable})
    path = by_word(task, held_back=held_back) if words else by_byte(task)
    found = chosen(path, "diff", "risk", "random", "root")
    for node in found:
        assert len(PROMPT) <= node.position < node.end <= len(PROMPT) + len(path.golden_ids)
        start = path.start_of(node.position)
        line = path.code[path.code.rfind("\n", 0, start) + 1 : start]
        assert not line.strip() or node.policy == "root" or line.rstrip().endswith((";", ":"))
