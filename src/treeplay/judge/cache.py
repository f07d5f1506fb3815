"""Judgements by content: what was judged once is not judged again, in this run or the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from pydantic import ValidationError

from treeplay.errors import DataError
from treeplay.judge.schema import Judgement

_BATCH = 500


class JudgementCache:
    """A SQLite file of judgements by key. Several processes may share it; one thread uses this object.

    Raises:
        DataError: the file is not such a cache.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._base = sqlite3.connect(path, timeout=60, check_same_thread=False, isolation_level=None)
            self._base.execute("pragma journal_mode=wal")
            self._base.execute("pragma synchronous=normal")
            self._base.execute("create table if not exists judgement (key text primary key, value text not null)")
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def get(self, keys: Iterable[str]) -> dict[str, Judgement]:
        """The judgements that are known, by key."""
        wanted = list(keys)
        found: dict[str, Judgement] = {}
        try:
            for start in range(0, len(wanted), _BATCH):
                part = wanted[start : start + _BATCH]
                marks = ",".join("?" * len(part))
                query = f"select key, value from judgement where key in ({marks})"
                with closing(self._base.execute(query, part)) as rows:
                    found |= {key: Judgement.model_validate_json(value) for key, value in rows}
        except (sqlite3.Error, ValidationError) as error:
            raise self._damaged(error) from error
        return found

    def put(self, key: str, judgement: Judgement) -> None:
        """Keeps a judgement; it is on its way to the disk when this returns."""
        try:
            self._base.execute("insert or replace into judgement values (?, ?)", (key, judgement.model_dump_json()))
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def close(self) -> None:
        """Closes the file."""
        self._base.close()

    def _damaged(self, error: Exception) -> DataError:
        return DataError(f"{self._path}: cannot be used as a cache of judgements ({error}); delete it, or name another")
