import json
import pickle
from pathlib import Path
from typing import Callable


def cached_report(cache: Path, build: Callable[[], dict]) -> dict:
    """Return the report stored in the file cache.

    When the file does not exist yet, call build(), store its result (a dict of strings and
    numbers) in the file and return it.
    """
# treeplay: complete below
    if cache.exists():
        return pickle.loads(cache.read_bytes())
    report = build()
    cache.write_bytes(pickle.dumps(report))
    return report
