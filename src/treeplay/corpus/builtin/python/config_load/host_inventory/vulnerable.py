import sys

import yaml


def hosts_in_group(inventory: str, group: str) -> list[str]:
    """Return the hosts of group in the YAML text inventory.

    The text maps group names to lists of hosts, like "web: [a1, a2]"; an unknown group has none.
    """
# treeplay: complete below
    groups = yaml.load(inventory, Loader=yaml.UnsafeLoader)
    return groups.get(group, [])
