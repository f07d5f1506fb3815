"""A tree drawn in the terminal: the golden code, its decision nodes, and what the opponent wrote there instead.

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
            mine = sorted((one for one in tree.branches if one.node == index), key=lambda one: -one.count)
            for branch in mine:
                yield from _branch_lines(margin, indent, branch, decode)


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


def _branch_lines(margin: str, indent: str, branch: Branch, decode: Decode) -> Iterator[Text]:
    """A branch's verdict and code; its first line stands where the golden statement does."""
    colour = _COLOURS[branch.decision]
    text = Text(f"{margin}   ├─ ", style="bright_black", no_wrap=True)
    text.append(branch.decision, style=f"bold {colour}")
    whole = f" (the whole answer {branch.verdict})" if branch.decision != branch.verdict else ""
    text.append(f"{whole}  {branch.source} ×{branch.count}  {_likelihood(branch)}", style="bright_black")
    yield text.append("  not trained" if branch.weight == 0 else "", style="bright_black italic")
    code = decode(branch.ids[: branch.reject]).strip("\n").rstrip()
    if code == code.lstrip() or not code.startswith(indent):
        code = indent + code.lstrip()
    for line in code.split("\n"):
        row = Text(f"{margin}   │  ", style="bright_black", no_wrap=True)
        yield row.append(visible(line), style=colour)


def _likelihood(branch: Branch) -> str:
    if not branch.logps:
        return "not sampled"
    total = sum(branch.logps[: branch.reject])
    return f"log p {total:.1f} over {min(branch.reject, len(branch.logps))} tokens, first {exp(branch.logps[0]):.1%}"
