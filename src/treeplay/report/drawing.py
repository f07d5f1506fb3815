"""A tree as a picture: the golden path a trunk, its decision nodes knots, what the opponent wrote there twigs."""

from __future__ import annotations

from markupsafe import Markup

from treeplay.tree.schema import Branch, Tree

WIDTH, EDGE, REACH, SPREAD = 900, 12, 52, 15
WORST_FIRST = {"vulnerable": 0, "unknown": 1, "broken": 2, "secure": 3}


def draw(tree: Tree, lines: int) -> Markup:
    """The picture of a tree.

    Args:
        lines: of the golden program; a knot stands at its line's share of the trunk.
    """
    twigs = [branches_at(tree, node) for node in range(len(tree.nodes))]
    half = EDGE + SPREAD * max((len(each) + 1) // 2 for each in ([], *twigs))
    parts = [Markup('<line class="trunk" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/>').format(EDGE, WIDTH - EDGE, half)]
    for node, branches in zip(tree.nodes, twigs, strict=True):
        x = EDGE + (WIDTH - 2 * EDGE - REACH) * node.line / max(lines, 1)
        parts += [_twig(branch, x, half, number) for number, branch in enumerate(branches)]
        parts.append(
            Markup('<circle class="knot" cx="{:.1f}" cy="{}" r="6"><title>{}</title></circle>').format(
                x, half, f"line {node.line}: {node.cwe or 'no CWE'}, {node.policy}"
            )
        )
    start = Markup('<svg viewBox="0 0 {} {}" role="img">').format(WIDTH, 2 * half)
    return start + Markup("").join(parts) + Markup("</svg>")


def branches_at(tree: Tree, node: int) -> list[Branch]:
    """The branches of a node, the worst first."""
    return sorted((b for b in tree.branches if b.node == node), key=lambda b: WORST_FIRST[b.decision])


def _twig(branch: Branch, x: float, trunk: int, number: int) -> Markup:
    """A curve to the right of the knot, by turns above and below the trunk; as thick as it was drawn often."""
    y = trunk + SPREAD * (number // 2 + 1) * (-1 if number % 2 else 1)
    bend, end = x + REACH / 3, x + REACH
    path = f"M{x:.1f} {trunk} C{bend:.1f} {trunk} {bend:.1f} {y} {end:.1f} {y}"
    title = f"{branch.decision}, {branch.source}, drawn {branch.count} times"
    return Markup('<path class="twig {}" stroke-width="{:.1f}" d="{}"><title>{}</title></path>').format(
        branch.decision, 1.5 + 0.8 * min(branch.count - 1, 6), path, title
    )
