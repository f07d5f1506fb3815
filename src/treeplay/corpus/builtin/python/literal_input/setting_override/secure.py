import ast
import sys


def apply_override(config: dict, option: str) -> dict:
    """Set the entry of config that option names and return config.

    option is like "retries=3" or "hosts=['a', 'b']": a name and a Python number, string or list.
    """
# treeplay: complete below
    name, value = option.split("=", 1)
    config[name] = ast.literal_eval(value)
    return config
