"""Node policies: where the golden path can be left. One file and one line here each.

A package outside adds its own under the entry-point group `treeplay.node_policies`: a function from
`Golden` to `Found`.
"""

from __future__ import annotations

from importlib.metadata import entry_points

from treeplay.errors import unknown_name
from treeplay.tree.policies import annotated, diff, random, risk, root
from treeplay.tree.policies.place import Found, Golden, Place, Policy

__all__ = ["POLICIES", "Found", "Golden", "Place", "Policy", "find_policy"]

POLICIES: dict[str, Policy] = {
    "root": root.places,
    "diff": diff.places,
    "annotated": annotated.places,
    "risk": risk.places,
    "random": random.places,
}


def find_policy(name: str) -> Policy:
    """The node policy of a name, ours or an installed package's.

    Raises:
        ConfigError: there is none.
    """
    if name in POLICIES:
        return POLICIES[name]
    outside = {point.name: point for point in entry_points(group="treeplay.node_policies")}
    if name not in outside:
        raise unknown_name("node policy", name, [*POLICIES, *outside])
    policy: Policy = outside[name].load()
    return policy
