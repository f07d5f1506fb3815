"""A tree drawn in the terminal: the golden code, its decision nodes, and what the opponent wrote there instead.

Nodes inside a branch are drawn under it, a step further in, with the statement of the branch that is left there.

Everything drawn was written by a model or comes from a data set: it is never read as markup, and characters that
could steer the terminal or reorder the text are shown as escapes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from math import exp

from rich.console import Group
from rich.text import Text

from treeplay.corpus.schema import Task
from treeplay.tree.recovery import recoveries
from treeplay.tree.schema import Branch, Node, Tree

_COLOURS = {"secure": "green", "vulnerable": "red", "broken": "yellow", "unknown": "bright_black"}
_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

Decode = Callable[[Sequence[int]], str]


def draw_tree(tree: Tree, task: Task, decode: Decode) -> Group:
    """A picture of a tree: numbered golden code, under each node's line its branches.

    Args:
        task: the tree's task; its prefix and golden completion are the code drawn.
        decode: text of ids, special ones left out.
    """
    return Group(*_lines(tree, task, decode))


def visible(text: str) -> str:
    """Text without a character that could steer a terminal or reorder what is read; such a one becomes its escape.

    >>> visible("a\\x1b[2Jb")
    'a\\\\x1b[2Jb'
    """
    return "".join(_escape(char) if unicodedata.category(char) in _STEERING else char for char in text.expandtabs(4))


def _escape(char: str) -> str:
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


def _lines(tree: Tree, task: Task, decode: Decode) -> Iterator[Text]:
    yield _title(tree)
    given = task.prefix.count("\n")
    code = (task.prefix + task.golden).rstrip("\n").split("\n")
    width = len(str(len(code)))
    for number, line in enumerate(code, start=1):
        here = [index for index, node in enumerate(tree.nodes) if max(node.line, 1) == number]
        text = Text("● " if here else "  ", style="bold cyan", no_wrap=True)
        text.append(f"{number:>{width}} │ ", style="bright_black")
        text.append(visible(line), style="dim" if number <= given else "")
        yield text
        for index in here:
            margin = " " * (width + 3)
            indent = line[: len(line) - len(line.lstrip())]
            yield _node_line(margin, tree.nodes[index])
            for branch in _leaving(tree.branches, index):
                yield from _branch_lines(margin, indent, branch, tree.nodes[index], decode)


def _title(tree: Tree) -> Text:
    text = Text(visible(tree.task_id), style="bold", no_wrap=True)
    text.append(f"  {tree.cwe or 'no CWE'}  {tree.language}  golden path: ", style="not bold")
    text.append(tree.golden_verdict, style=f"not bold {_COLOURS[tree.golden_verdict]}")
    dropped = [f"{tree.same_as_golden} sampled branches stayed on the golden path"] if tree.same_as_golden else []
    dropped += [f"{tree.unmatched} annotations not found"] if tree.unmatched else []
    return text.append("".join(f"  ({one})" for one in dropped), style="not bold dim")


def _node_line(margin: str, node: Node) -> Text:
    text = Text(f"{margin}╰─ ", style="cyan", no_wrap=True)
    text.append(f"{visible(node.cwe or 'CWE unknown')}", style="bold cyan")
    return text.append(f"  {visible(node.policy)}: {visible(node.reason)}", style="cyan")


def _leaving(branches: Sequence[Branch], node: int) -> list[Branch]:
    """The branches of a node, the most frequent first."""
    return sorted((one for one in branches if one.node == node), key=lambda one: -one.count)


def _branch_lines(
    margin: str, indent: str, branch: Branch, node: Node, decode: Decode, *, preferred: bool = False
) -> Iterator[Text]:
    """A branch's verdict and code, and under it what leaves it at nodes of its own."""
    colour = _COLOURS[branch.decision]
    text = Text(f"{margin}   ├─ ", style="bright_black", no_wrap=True)
    text.append(branch.decision, style=f"bold {colour}")
    if branch.flagged and branch.decision != "vulnerable":
        text.append(" but flagged", style=f"bold {_COLOURS['vulnerable']}")
    whole = f" (the whole answer {branch.verdict})" if branch.decision != branch.verdict else ""
    early = ", too early" if branch.early else ""
    elsewhere = ", wrong elsewhere" if branch.decision == "vulnerable" and branch.errs_elsewhere(node) else ""
    about = f"{whole}  {branch.source} ×{branch.count}{early}{elsewhere}  {_likelihood(branch)}"
    text.append(about, style="bright_black")
    untrained = "  not trained" if branch.weight == 0 else ""
    yield text.append("  preferred" if preferred else untrained, style="bright_black italic")
    inside = f"{margin}   │  "
    yield from _code(inside, indent, decode(branch.ids[: branch.reject]), colour)
    secure = [each.ways[it.chosen] for each in recoveries(branch, node.position) for it in each.preferences]
    for index, deep in enumerate(branch.nodes):
        yield _node_line(inside, deep)
        left = branch.ids[deep.position - node.position : deep.end - node.position]
        yield from _code(f"{inside}   ┊  ", indent, decode(left), "dim")
        for one in _leaving(branch.branches, index):
            yield from _branch_lines(inside, indent, one, deep, decode, preferred=one in secure)


def _code(margin: str, indent: str, text: str, style: str) -> Iterator[Text]:
    """Code whose first line stands where the golden statement does."""
    code = text.strip("\n").rstrip()
    if code == code.lstrip() or not code.startswith(indent):
        code = indent + code.lstrip()
    for line in code.split("\n"):
        yield Text(margin, style="bright_black", no_wrap=True).append(visible(line), style=style)


def _likelihood(branch: Branch) -> str:
    if not branch.logps:
        return "not sampled"
    total = sum(branch.logps[: branch.reject])
    return f"log p {total:.1f} over {min(branch.reject, len(branch.logps))} tokens, first {exp(branch.logps[0]):.1%}"
