"""Where statements end in languages with braces, read from the tokens alone.

C and C++ end a simple statement with a semicolon. Go and JavaScript let a line break do it where the line could
end there (Go specification, "Semicolons"; ECMAScript, "Automatic Semicolon Insertion"), which is decided here from
the tokens on both sides of the break.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treeplay.syntax.languages import Language
from treeplay.syntax.lexer import Token

_CONTINUES = {
    "else": frozenset({"if"}),
    "while": frozenset({"do"}),
    "catch": frozenset({"try"}),
    "finally": frozenset({"try", "catch"}),
}
_HEADED = frozenset({"if", "for", "while", "switch", "with", "catch", "select"})
_DECLARES_TYPE = frozenset({"struct", "union", "enum", "typedef", "class"})
_GOES_ON_AFTER = frozenset(["else", "do", "return", "in", "of", "new", "typeof", "case", "throw"])
_BEFORE_LITERAL = frozenset(["=", "(", ",", "[", ":", "?", "&", "|", "=>", "return"])


def significant(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without comments and line breaks."""
    return [token for token in tokens if token.kind not in ("comment", "break")]


@dataclass(frozen=True)
class Braced:
    """A text in a language with braces, as its significant tokens."""

    code: str
    tokens: Sequence[Token]
    language: Language

    def statement_end(self, index: int) -> int:
        """Index just past the last token of the statement that starts at token `index`; at least `index + 1`."""
        first = self.tokens[index]
        if first.kind in ("directive", "close"):
            return index + 1
        opened: list[int] = []
        for here in range(index, len(self.tokens)):
            token = self.tokens[here]
            if token.kind == "open":
                opened.append(here)
            elif token.kind == "close":
                if not opened:
                    return here
                start = opened.pop()
                if not opened and token.text == "}" and self._ends_at_brace(index, start, here):
                    return here + 1
                if not opened and token.text == ")" and self._is_header(index, start):
                    continue
            if not opened and self._ends_after(index, here):
                return here + 1
        return len(self.tokens)

    def block_end(self, index: int) -> int:
        """Index just past the last token before the enclosing block's closing bracket."""
        depth = 0
        for here in range(index, len(self.tokens)):
            token = self.tokens[here]
            depth += (token.kind == "open") - (token.kind == "close")
            if depth < 0:
                return max(here, index + 1)
        return len(self.tokens)

    def _text(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def _breaks_after(self, index: int) -> bool:
        if index + 1 >= len(self.tokens):
            return False
        return "\n" in self.code[self.tokens[index].end : self.tokens[index + 1].start]

    def _is_continued(self, first: int, last: int) -> bool:
        """Whether the statement goes on with a clause after token `last`."""
        after = self._text(last + 1)
        if after not in _CONTINUES:
            return False
        return any(token.text in _CONTINUES[after] for token in self._outside_brackets(first, last + 1))

    def _outside_brackets(self, first: int, last: int) -> Iterator[Token]:
        depth = 0
        for token in self.tokens[first:last]:
            depth -= token.kind == "close"
            if depth == 0:
                yield token
            depth += token.kind == "open"

    def _is_header(self, first: int, opening: int) -> bool:
        """Whether brackets hold the condition of a statement whose body follows; `do … while (…)` has none."""
        return self._text(opening - 1) in _HEADED and self._text(first) != "do"

    def _ends_after(self, first: int, here: int) -> bool:
        token = self.tokens[here]
        if token.text == ";" and token.kind == "mark":
            return not self._in_go_header(first, here) and not self._is_continued(first, here)
        if self.language.layout != "newline" or not self._breaks_after(here):
            return False
        if token.kind == "mark" and token.text not in ("++", "--"):
            return False
        if token.text in _GOES_ON_AFTER or self._is_continued(first, here):
            return False
        following = self.tokens[here + 1]
        leads_on = following.kind == "mark" and following.text not in ("++", "--", "!", "~", "@", "#", "/")
        return self._is_go or not (leads_on or following.text in ("in", "instanceof", "("))

    @property
    def _is_go(self) -> bool:
        return "func" in self.language.functions

    def _in_go_header(self, first: int, here: int) -> bool:
        """Whether a semicolon divides the parts of `if x := f(); x > 0 {`."""
        if not self._is_go:
            return False
        for token in reversed(self.tokens[first:here]):
            if token.text in _HEADED:
                return True
            if token.text in ("{", "}"):
                return False
        return False

    def _ends_at_brace(self, first: int, opening: int, closing: int) -> bool:
        after = self._text(closing + 1)
        if self._is_continued(first, closing) or after == ";":
            return False
        is_literal = self._text(opening - 1) in _BEFORE_LITERAL
        if self.language.layout == "newline":
            words = {self._text(index) for index in range(first, opening)}
            is_value = is_literal or "=" in words or bool(words & {"return", ":"})
            return not self._is_go and not is_value and after not in (".", ",", ")", "=")
        declares = self._text(first) in _DECLARES_TYPE and "(" not in {
            self._text(index) for index in range(first, opening)
        }
        return not (is_literal or declares or after in (",", ")", ".", "="))
