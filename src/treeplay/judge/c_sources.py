"""C and C++ for tools that follow `#include`: a program that names a file of this machine is refused.

A judged program may be hostile: `#include "/dev/zero"` never ends, and a file that includes itself twice never does
either. Headers of the system by their plain names are what a program that stands alone needs.
"""

from __future__ import annotations

import re

_SPLICE = re.compile(r"\\[ \t]*\r?\n")
_DIRECTIVE = re.compile(r"^[ \t\f\v]*(?:/\*(?:[^*\n]|\*(?!/))*\*/[ \t]*)*(?:#|%:|\?\?=)(.*)$", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/")
_TEXT_OR_COMMENT = re.compile(
    r"""[A-Za-z_]\w*|\d(?:'?[\w.])*|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|//[^\n]*|/\*.*?(?:\*/|\Z)""", re.DOTALL
)
"Names, numbers, texts (GCC reads one that is not closed to the line's end) and comments; each is read once."
_READS_FILE = re.compile(r"\s*(include\w*|import|embed)\b(.*)")
_PLAIN = re.compile(r"\s*<(?!/)(?!.*\.\.)[\w./+-]+>\s*(//.*|/\*.*)?")
_STEERS = re.compile(r"\s*(line\b|\d)")


def directives(code: str) -> list[str]:
    """What stands after the `#` of each preprocessor directive, spliced lines joined.

    Looked for with and without comments: one may hide a directive, and so may what only looks like one.
    """
    joined = _SPLICE.sub("", code)
    bare = _TEXT_OR_COMMENT.sub(lambda found: " " if found[0].startswith("/") else found[0], joined)
    texts = dict.fromkeys((joined, bare))
    return [_COMMENT.sub(" ", found.group(1)) for text in texts for found in _DIRECTIVE.finditer(text)]


def refusal(code: str) -> str | None:
    """Why a program is not given to a tool that follows its directives; none if it may be."""
    for directive in directives(code):
        reads = _READS_FILE.match(directive)
        if reads and not _PLAIN.fullmatch(reads.group(2)):
            return f"it includes something other than a header of the system: #{directive.strip()[:80]}"
        if _STEERS.match(directive):
            return f"it renumbers its lines: #{directive.strip()[:80]}"
    return None
