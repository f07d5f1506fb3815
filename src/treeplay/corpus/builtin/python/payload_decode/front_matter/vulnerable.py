import re
from dataclasses import dataclass

import yaml


@dataclass
class Post:
    title: str
    tags: list[str]


def read_header(text: str) -> Post:
    """Return the title and tags in the YAML between the first two lines "---" of text.

    Tags are optional and then an empty list.
    """
# treeplay: complete below
    header = text.split("---\n")[1]
    fields = yaml.load(header, Loader=yaml.Loader)
    return Post(fields["title"], fields.get("tags", []))
