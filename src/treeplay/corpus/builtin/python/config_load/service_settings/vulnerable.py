import json
from pathlib import Path

import yaml

DEFAULTS = {"host": "127.0.0.1", "port": 8080}


def load_settings(path: str) -> dict:
    """Return DEFAULTS updated with the mapping in the YAML file at path.

    An empty file gives the defaults.
    """
# treeplay: complete below
    text = Path(path).read_text()
    settings = yaml.load(text, Loader=yaml.Loader) or {}
    return {**DEFAULTS, **settings}
