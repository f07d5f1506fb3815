"""Append-only files: readers see whole lines only, and what a kill tore is cut off by the next writer."""

from __future__ import annotations

from pathlib import Path

import pytest

from treeplay.errors import DataError, WriteError
from treeplay.files import append_line, read_lines, read_records, write_whole
from treeplay.locks import locked


def test_append_line_after_a_torn_line_writes_over_it(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    append_line(path, {"n": 1})
    whole = path.read_bytes()
    for torn in (b'{"n', b'{"n": 2}', b" "):
        path.write_bytes(whole + torn)
        append_line(path, {"n": 3})
        assert path.read_bytes() == whole + b'{"n": 3}\n'
    path.write_bytes(b'{"n')
    append_line(path, {"n": 1})
    assert path.read_bytes() == whole


def test_read_records_leaves_a_line_that_is_being_written_out_and_alone(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b'{"n": 1}\n{"n": 2}')
    assert list(read_records(path)) == [(1, {"n": 1})]
    assert path.read_bytes() == b'{"n": 1}\n{"n": 2}'
    assert [value for _, value in read_lines(path)] == [{"n": 1}, {"n": 2}]  # a user's file may end without a break


def test_read_records_still_refuses_what_is_damaged_inside(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b'{"n": 1}\n{"n\n{"n": 2}\n')
    with pytest.raises(DataError, match=r"records\.jsonl:2"):
        list(read_records(path))


def test_what_cannot_be_written_is_a_user_error_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "below"
    for write in (lambda: write_whole(path, "x"), lambda: append_line(path, 1), lambda: locked(path).__enter__()):
        with pytest.raises(WriteError, match="below"):
            write()
