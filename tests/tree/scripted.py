"""An opponent whose words are given."""

from __future__ import annotations

from collections.abc import Sequence

from treeplay.models.prompt import Prompter
from treeplay.tree.sampling import Drawn, Request, Sampling, StopRule


class Scripted:
    """An opponent that writes given texts at every node, stops where the rule says, and remembers what it was asked."""

    def __init__(self, prompter: Prompter, texts: Sequence[str]) -> None:
        self.prompter, self.texts = prompter, texts
        self.trunks: list[Sequence[int]] = []
        self.requests: list[Request] = []

    def draw(
        self,
        trunks: Sequence[Sequence[int]],
        requests: Sequence[Request],
        sampling: Sampling,
        stop: StopRule,
        progress: object,
    ) -> list[Drawn]:
        self.trunks += trunks
        self.requests += requests
        return [self._write(i, self.texts[i % len(self.texts)], stop) for i in range(len(requests))]

    def _write(self, index: int, text: str, stop: StopRule) -> Drawn:
        drawn = Drawn()
        for token in self.prompter.tokenizer(text, add_special_tokens=False)["input_ids"]:
            drawn.ids.append(token)
            drawn.logps.append(-0.5)
            if stop(index, drawn.ids):
                drawn.finished = True
                break
        return drawn
