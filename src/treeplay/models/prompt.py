"""What the model sees: chat template, instruction, and the code prefix as the start of its own answer.

One rendering serves growing, training and evaluation, so they cannot differ. The answer is a fenced block that
already holds the prefix; the model writes the completion, the closing fence and the end of turn.

A tokenizer either joins a line break to the indentation after it (GPT-2's kind) or to the text before it (Llama 3's,
Qwen's). The prompt is cut so that the golden path's tokenisation starts with the prompt's: before the last line break
for the first kind, after it for the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from treeplay.corpus.readers.languages import WRITTEN
from treeplay.corpus.schema import Task
from treeplay.errors import ModelError
from treeplay.syntax.completion import FENCE
from treeplay.tree.path import GoldenPath


@dataclass(frozen=True)
class Prompter:
    """Turns tasks into token ids with one tokenizer."""

    tokenizer: Any

    def prompt_ids(self, task: Task) -> tuple[int, ...]:
        """The ids from which an answer is sampled."""
        return tuple(self._encode(self._prompt_text(task)))

    def golden_path(self, task: Task) -> GoldenPath:
        """The golden answer's ids with the span of each in `prefix + golden`; ends with fence and end of turn.

        Raises:
            ModelError: the tokenizer joins prompt and completion into one token whatever the cut.
        """
        return self._path(task, task.golden)

    def completion_ids(self, task: Task, completion: str) -> tuple[int, ...]:
        """The ids of any completion of a task's prompt, fence and end of turn included."""
        return self._path(task, completion).golden_ids

    @cached_property
    def end_id(self) -> int:
        """The id that ends an answer."""
        return int(self.tokenizer.eos_token_id)

    def decode(self, ids: Sequence[int]) -> str:
        """The text of ids in the midst of others, special tokens left out and white space as it is.

        Decoders in the manner of SentencePiece leave out the space that a text begins with: another id goes before.
        """
        return self._text([self._anchor, *ids])[len(self._text([self._anchor])) :]

    @cached_property
    def _anchor(self) -> int:
        return int(self.tokenizer("x", add_special_tokens=False)["input_ids"][-1])

    def _text(self, ids: Sequence[int]) -> str:
        return str(self.tokenizer.decode(ids, skip_special_tokens=True, clean_up_tokenization_spaces=False))

    def ends(self, ids: Sequence[int]) -> list[int]:
        """For each id, the length of the text up to and with it.

        A character of several tokens counts once it is whole.
        """
        texts = [self.decode(ids[: i + 1]) for i in range(len(ids))]
        return [len(text.rstrip("\ufffd")) for text in texts]

    def code_start(self, task: Task) -> str:
        """The part of the prefix that the prompt holds; what is sampled follows it."""
        return task.prefix[: -len(self._held_back(task))] if self._held_back(task) else task.prefix

    def _path(self, task: Task, completion: str) -> GoldenPath:
        before = self._before_code(task)
        text = before + task.prefix + completion
        fence = FENCE if text.endswith("\n") else "\n" + FENCE
        encoded = self.tokenizer(text + fence, add_special_tokens=False, return_offsets_mapping=True)
        prompt = self._encode(self._prompt_text(task))
        ids = self._bos() + encoded["input_ids"]
        if ids[: len(prompt)] != prompt:
            raise ModelError(
                f"task {task.id}: the tokenizer joins the end of the code prefix and the start of the completion; "
                "end the prefix with a line break"
            )
        size = len(task.prefix) + len(completion)
        offsets = encoded["offset_mapping"][len(prompt) - len(self._bos()) :]
        return GoldenPath(
            task=task,
            prompt_ids=tuple(prompt),
            golden_ids=(*ids[len(prompt) :], self.end_id),
            spans=(*_spans(offsets, len(before), size), (size, size)),
        )

    def _prompt_text(self, task: Task) -> str:
        return self._before_code(task) + self.code_start(task)

    def _before_code(self, task: Task) -> str:
        name = WRITTEN[task.language]
        question = f"{task.instruction.strip()}\nWrite it in {name}."
        if self.tokenizer.chat_template:
            messages = [{"role": "user", "content": question}]
            start = self.tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
        else:
            start = question + "\n\n"
        return f"{start}{FENCE}{task.language}\n"

    def _held_back(self, task: Task) -> str:
        return "\n" if self.breaks_lead and task.prefix.endswith("\n") else ""

    @cached_property
    def breaks_lead(self) -> bool:
        """Whether a line break is one token with the indentation that follows it."""
        head, tail = self._encode("f():"), self._encode("f():\n    x")
        return tail[: len(head)] == head

    def _encode(self, text: str) -> list[int]:
        return self._bos() + list(self.tokenizer(text, add_special_tokens=False)["input_ids"])

    def _bos(self) -> list[int]:
        """The start id, where the tokenizer wants one and no chat template brings it."""
        wants = opening(self.tokenizer) and not self.tokenizer.chat_template
        return [int(self.tokenizer.bos_token_id)] if wants else []


def opening(tokenizer: Any) -> str:
    """The start token that a tokenizer puts before any text by itself; empty if it puts none."""
    first = tokenizer("")["input_ids"][:1]
    return str(tokenizer.bos_token) if first == [tokenizer.bos_token_id] else ""


def _spans(offsets: list[tuple[int, int]], origin: int, size: int) -> list[tuple[int, int]]:
    """Token spans relative to the code; each starts where the last ended, so trimmed white space is not lost."""
    spans = []
    last = None
    for start, end in offsets:
        first = start if last is None else last
        last = max(end, first)
        spans.append((min(max(first - origin, 0), size), min(max(last - origin, 0), size)))
    return spans
