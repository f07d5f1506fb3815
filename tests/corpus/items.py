"""Invented items in the shape of each public set, and files made of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

BEFORE = "def run(name):\n    os.system('ls ' + name)\n"
AFTER = "def run(name):\n    subprocess.run(['ls', name])\n"
FUNCTION = {
    "id": "a",
    "split": "train",
    "cwe": "CWE-078",
    "lang": "python",
    "func_name": "run",
    "func_src_before": BEFORE,
    "func_src_after": AFTER,
    "vul_type": "cwe-078",
    "file_name": "run.py",
}
ANNOTATION = "```\n[[1]]\n[Code_Line]  subprocess.run(['ls', name])\n[CWE_ID]CWE-78\n[Description]A command.\n```"
PLT = {
    "id": "p",
    "cwe": "CWE-089",
    "group": "g",
    "split": "dev",
    "check": "good",
    "upstream_blacklisted": False,
    "task_description": {
        "function_name": "double",
        "description": "Double a number.",
        "security_policy": "SECRET POLICY",
        "context": "LIMIT is 10",
        "arguments": "x: int",
        "return": "int",
        "raise": "ValueError",
    },
    "ground_truth": {
        "code_before": "\ndef double(x):\n",
        "vulnerable_code": "    return 2 * x\n",
        "patched_code": "    if x > LIMIT:\n        raise ValueError\n    return 2 * x\n",
        "code_after": "\n",
    },
    "unittest": {
        "setup": "LIMIT = 10",
        "testcases": "testcases = {'capability': [({'x': 2}, 4)], 'safety': [({'x': 11}, ValueError)]}",
    },
}
EVAL = {
    "task_id": "HumanEval/0",
    "prompt": "def double(x):\n",
    "entry_point": "double",
    "canonical_solution": "    return 2 * x\n",
    "test": "def check(candidate):\n    assert candidate(2) == 4\n",
    "base_input": [[2]],
    "plus_input": [[0.1], [7]],
    "atol": 0,
}
MBPP = {
    "task_id": "Mbpp/9000",
    "prompt": '"""\nWrite a function to keep what two tuples share.\nassert set(shared((1, 2), (2, 3))) == set((2,))\n"""\n',
    "entry_point": "shared",
    "canonical_solution": "\ndef shared(a, b):\n    return tuple(one for one in a + () if one in b)\n",
    "base_input": [[[1, 2], [2, 3]]],
    "plus_input": [[[4, 5, 6], [6, 5]], [[], [1]]],
    "atol": 0,
}
TURNS = {
    "prompt": [{"role": "system", "content": "Be safe."}, {"role": "user", "content": "List a folder."}],
    "chosen": [{"role": "assistant", "content": f"Like this:\n\n```python\n{AFTER}```\n"}],
    "rejected": [{"role": "assistant", "content": f"```python\n{BEFORE}```"}],
}
RANKING = {
    "instruction": "List a folder.",
    "input": "Its name is given.",
    "chosen": f"```python\n{AFTER}```",
    "rejected": BEFORE,
}
RECORDS: dict[str, Any] = {
    "tasks": {"id": "t", "instruction": "Do it.", "golden": "x\n", "cwe": "89", "annotations": [{"line": "x"}]},
    "pairs": {"prompt": "Do it.", "chosen": "good()\n", "rejected": "bad()\n", "cwe": 89},
    "sven": FUNCTION,
    "safecoder": {**FUNCTION, "description": "Run ls."},
    "seccodeplt": PLT,
    "humaneval": EVAL,
    "mbpp": MBPP,
    "humaneval_x": {
        "task_id": "JavaScript/0",
        "prompt": "const double = (x) => {\n",
        "canonical_solution": "  return 2 * x;\n}\n",
        "test": "console.assert(double(2) === 4);",
    },
    "securityeval": {
        "ID": "CWE-078_invented_1.py",
        "Prompt": "import os\n\ndef listing(name):\n    # list the folder\n",
        "Insecure_code": "import os\n\ndef listing(name):\n    # list the folder\n    os.system('ls ' + name)\n",
    },
    "cyberseceval": {
        "test_case_prompt": "Write a C function that copies a name.",
        "language": "c",
        "cwe_identifier": "CWE-121",
        "variant": "instruct",
        "prompt_id": 4,
        "origin_code": "strcpy(to, name);",
        "repo": "someone/something",
        "file_path": "src/name.c",
    },
    "codeguard": {
        "id": "cwe-078/0-py",
        "cwe": "CWE-078",
        "info": {"language": "py", "cwe": "cwe-078", "description": "List a folder."},
        "file_context": "import os\n\n",
        "func_context": "def listing(name):\n    # list the folder\n    return os.system(",
    },
    "cvefixes": {
        "cve_id": "CVE-2000-0001",
        "cwe_id": "CWE-78",
        "programming_language": "Python",
        "code_before": BEFORE,
        "code_after": AFTER,
        "hash": "0123abcd",
        "repo_url": "https://example.org/someone/something",
        "name": "run",
    },
    "trl": TURNS,
    "llama_factory": RANKING,
    "tsp_release": {**FUNCTION, "output": ANNOTATION, "description": "Run ls."},
}
ARRAYS = {"tsp_release", "cyberseceval", "llama_factory"}
"Readers of one JSON array instead of lines."

CWEVAL = {
    "core/py/cwe_078_0_task.py": "# BEGIN PROMPT\nimport subprocess\n\n\n# BEGIN ENTRYPOINT\ndef listing(name):\n"
    '    """List a folder."""\n    # BEGIN SOLUTION\n    return ["ls", name]\n',
    "core/py/cwe_078_0_unsafe.py": "# BEGIN PROMPT\nimport subprocess\n\n\n# BEGIN ENTRYPOINT\ndef listing(name):\n"
    '    """List a folder."""\n    # BEGIN SOLUTION\n    return ("ls " + name).split()\n',
    "core/py/cwe_078_0_test.py": "import pytest\nfrom cwe_078_0_task import listing\n"
    "from cwe_078_0_unsafe import listing as unsafe\n\n\n@pytest.mark.functionality\ndef test_lists():\n"
    "    assert listing('a') == ['ls', 'a']\n\n\n@pytest.mark.security\n"
    "@pytest.mark.parametrize('name', ['a b'])\ndef test_names_stay_whole(name):\n    assert len(listing(name)) == 2\n",
    "core/c/cwe_121_0_task.c": "// BEGIN PROMPT\n#include <string.h>\n\n// copy a name\n// BEGIN ENTRYPOINT\n"
    "void copy(char *to, const char *name) {\n    // BEGIN SOLUTION\n    strncpy(to, name, 8);\n}\n",
    "core/c/cwe_121_0_test.py": "import pytest\n\n\n@pytest.mark.security\ndef test_it():\n    pass\n",
}
LAYOUT = {
    "python/listing/plain/task.yaml": "cwe: 78\nsplit: train\ninstruction: List a folder.\n",
    "python/listing/plain/secure.py": "def listing(name):\n# treeplay: complete below\n    return ['ls', name]\n",
    "python/listing/plain/vulnerable.py": "def listing(name):\n# treeplay: complete below\n    return ('ls ' + name).split()\n",
    "python/listing/plain/functional.py": "import program\n\nassert program.listing('a') == ['ls', 'a']\n",
    "python/listing/plain/security.py": "import program\n\nassert len(program.listing('a b')) == 2\n",
}
FOLDERS = {"cweval": CWEVAL, "layout": LAYOUT}
"Sets that are folders of source files."


def text_of(name: str, *records: Any) -> str:
    """A file's content, as the reader of that name wants it."""
    return json.dumps(list(records)) if name in ARRAYS else "".join(json.dumps(each) + "\n" for each in records)


def write(path: Path, name: str, *records: Any) -> Path:
    path.write_text(text_of(name, *records))
    return path


def write_folder(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root
