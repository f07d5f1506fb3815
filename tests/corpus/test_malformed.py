"""A thousand malformed inputs a reader: each is a user error that names the file, or is counted; never a traceback."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.items import ARRAYS, FOLDERS, RECORDS, write_folder
from treeplay.corpus.readers import READERS, find_reader
from treeplay.errors import DataError, TreeplayError

COUNT = 1000
"Inputs a reader."
STRANGE: list[Any] = [
    None,
    1e308,
    -1,
    "",
    [],
    {},
    True,
    "\ud800",
    "\0",
    "x" * 5000,
    [[[[]]]],
    {"a": 1},
    10**40,
    "```\n",
]
BYTES = [b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\n", b'"', b"{", b"]", b",", b"\\", b"NaN"]


def _changed(value: Any, chance: random.Random) -> Any:
    """A value with a part missing, or of another type."""
    if isinstance(value, list) and value and chance.random() < 0.8:
        at = chance.randrange(len(value))
        return [_changed(one, chance) if i == at else one for i, one in enumerate(value)]
    if isinstance(value, dict) and value and chance.random() < 0.8:
        key = chance.choice(sorted(value))
        return {
            k: _changed(v, chance) if k == key else v for k, v in value.items() if k != key or chance.random() < 0.8
        }
    return chance.choice(STRANGE)


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    """A text with bytes put in that do not belong there, cut off, or with a run of it gone."""
    at = chance.randrange(len(data) + 1)
    until = chance.randrange(at, len(data) + 1)
    return chance.choice((data[:at] + chance.choice(BYTES) + data[at:], data[:at], data[:at] + data[until:]))


def _record_makers(name: str, chance: random.Random) -> list[Callable[[], bytes]]:
    record = RECORDS[name]

    def dumped(*records: Any) -> bytes:
        text = json.dumps(list(records)) if name in ARRAYS else "".join(json.dumps(each) + "\n" for each in records)
        return text.encode()

    return [
        lambda: dumped(_changed(record, chance)),
        lambda: dumped(_changed(_changed(record, chance), chance)),
        lambda: dumped(record, record),
        lambda: dumped(record, _changed(record, chance)),
        lambda: dumped(chance.choice(STRANGE)),
        lambda: _spoilt(dumped(record), chance),
        lambda: dumped(record).decode().encode("utf-16"),
        lambda: chance.randbytes(chance.randrange(60)),
        lambda: b"[" * chance.randrange(1, 5_000),
        lambda: b'{"a":' * chance.randrange(1, 5_000),
        lambda: b"9" * chance.randrange(1, 9_000),
        lambda: dumped({**record, "more": "x" * chance.randrange(20_000)})[:-3],
        lambda: b"",
    ]


def _outcome(name: str, path: Path, bad: Path) -> str:
    """`refused` if the reader raises a user error that names the bad file or its folder, else `read`."""
    named = bad.parent if bad.exists() else path
    try:
        find_reader(name)(path)
    except DataError as error:
        assert str(named) in str(error), error
        return "refused"
    return "read"


def test_every_reader_is_tested_here() -> None:
    assert {*RECORDS, *FOLDERS} == set(READERS)


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_reader_of_records_refuses_or_counts_what_is_malformed(name: str, tmp_path: Path) -> None:
    chance = random.Random(3)
    path = tmp_path / "x.json"
    makers = _record_makers(name, chance)
    outcomes = []
    for _ in range(COUNT):
        path.write_bytes(chance.choice(makers)())
        outcomes.append(_outcome(name, path, path))
    assert outcomes.count("refused") > 0.4 * COUNT


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_reader_of_folders_refuses_or_counts_what_is_malformed(name: str, tmp_path: Path) -> None:
    chance = random.Random(3)
    root = write_folder(tmp_path / "set", FOLDERS[name])
    originals = {file: file.read_bytes() for file in sorted(root.rglob("*.*")) if file.is_file()}
    outcomes = set()
    for _ in range(COUNT):
        bad = chance.choice(list(originals))
        bad.unlink()
        if chance.random() < 0.95:  # else it is missing
            bad.write_bytes(chance.choice((_spoilt(originals[bad], chance), chance.randbytes(40), b"")))
        outcomes.add(_outcome(name, root, bad))
        bad.write_bytes(originals[bad])
    assert outcomes == {"refused", "read"}


def test_codeguard_folders_refuse_what_is_malformed(tmp_path: Path) -> None:
    files = {
        "cwe-078/0-py/info.json": json.dumps(RECORDS["codeguard"]["info"]),
        "cwe-078/0-py/file_context.py": "import os\n",
        "cwe-078/0-py/func_context.py": "def listing(name):\n    # list the folder\n",
    }
    root = write_folder(tmp_path / "set", files)
    assert [task.id for task in find_reader("codeguard")(root).tasks] == ["cwe-078/0-py"]
    for name, text in files.items():
        for data in (b"\xff", b"", None):
            (root / name).unlink()
            if data is not None:
                (root / name).write_bytes(data)
            outcome = _outcome("codeguard", root, root / name)
            assert outcome == ("read" if data == b"" and name.endswith(".py") else "refused"), (name, data)
            (root / name).write_text(text)


def test_cvefixes_csv_refuses_or_counts_what_is_malformed(tmp_path: Path) -> None:
    chance = random.Random(3)
    row = RECORDS["cvefixes"]
    quoted = [f'"{value}"' for value in row.values()]
    good = (",".join(row) + "\n" + ",".join(quoted) + "\n").encode()
    path = tmp_path / "x.csv"
    path.write_bytes(good)
    (task,) = find_reader("cvefixes")(path).tasks
    assert task.vulnerable == "    os.system('ls ' + name)\n"
    outcomes = set()
    for _ in range(COUNT):
        path.write_bytes(chance.choice((_spoilt(good, chance), chance.randbytes(60), good + b'"' * 3)))
        outcomes.add(_outcome("cvefixes", path, path))
    assert outcomes == {"refused", "read"}


@pytest.mark.parametrize("name", ["tasks", "humaneval", "mbpp"])
def test_reader_of_broken_gzip_refuses(name: str, tmp_path: Path) -> None:
    chance = random.Random(3)
    packed = gzip.compress(json.dumps(RECORDS[name]).encode(), mtime=0)
    path = tmp_path / "x.jsonl.gz"
    for _ in range(100):
        cut = chance.randrange(1, len(packed))
        at = chance.randrange(10, len(packed))
        path.write_bytes(chance.choice((packed[:cut], packed[:at] + bytes([packed[at] ^ 255]) + packed[at + 1 :])))
        assert _outcome(name, path, path) == "refused"


def test_readers_of_what_is_not_there_say_so(tmp_path: Path) -> None:
    for name in READERS:
        for place in (tmp_path / "absent", tmp_path):
            with pytest.raises(TreeplayError, match=str(tmp_path)):
                find_reader(name)(place)
