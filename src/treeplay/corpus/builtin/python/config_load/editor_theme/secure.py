import os

import yaml


def theme_colours(folder: str, name: str) -> dict[str, str]:
    """Return the "colours" mapping of the theme file <folder>/<name>.yaml.

    Every colour is returned in lower case, like {"text": "#ffaa00"}.
    """
# treeplay: complete below
    with open(os.path.join(folder, name + ".yaml")) as file:
        theme = yaml.safe_load(file)
    return {key: colour.lower() for key, colour in theme["colours"].items()}
