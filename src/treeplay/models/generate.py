"""Answers of a model in this process: several samples a task from one reading of its prompt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from treeplay.bench.samples import Key, Sample
from treeplay.config.run import BenchSettings, ModelSettings
from treeplay.corpus.schema import Task
from treeplay.models.decode import Decoder
from treeplay.models.load import Loaded, load
from treeplay.models.prompt import Prompter
from treeplay.syntax.completion import Completion, cut_completion, may_end
from treeplay.tree.sampling import Drawn, Request, Sampling


@dataclass(frozen=True)
class LocalGenerator:
    """Implements `treeplay.bench.generate.Generator` with a model loaded on first use."""

    model: str
    "What `treeplay.models.load.load` takes."
    max_tokens: int = 256
    temperature: float = 0.4
    top_p: float = 0.95
    slots: int = 96
    device: str = "auto"
    dtype: str = "auto"
    on_tokens: Callable[[int], None] = lambda tokens: None
    "Called with the tokens that each step drew."

    @classmethod
    def with_settings(
        cls,
        model: str,
        settings: BenchSettings,
        *,
        trained_as: ModelSettings,
        on_tokens: Callable[[int], None] = lambda tokens: None,
    ) -> LocalGenerator:
        """The generator that measures a model as a run's settings say, on its device and in its number type."""
        return cls(
            model,
            max_tokens=settings.max_tokens,
            temperature=settings.temperature,
            top_p=settings.top_p,
            slots=settings.slots,
            device=trained_as.device,
            dtype=trained_as.dtype,
            on_tokens=on_tokens,
        )

    def generate(self, tasks: Sequence[Task], n: int, seed: int, known: Collection[Key] = ()) -> Iterator[Sample]:
        """Samples 0 to n-1 of every task, in order; the known ones too, as the others round with them."""
        prompter = Prompter(self._loaded.tokenizer)
        trunks = [prompter.prompt_ids(task) for task in tasks]
        requests = [
            Request(index, len(trunks[index]), f"{seed}/{task.id}/{number}")
            for index, task in enumerate(tasks)
            for number in range(n)
        ]

        def completion(task: Task, ids: Sequence[int]) -> Completion:
            held_back = len(task.prefix) - len(prompter.code_start(task))
            return cut_completion(task.prefix, prompter.decode(ids)[held_back:], task.language)

        def is_complete(index: int, ids: list[int]) -> bool:
            text = prompter.decode(ids)
            return may_end(text, prompter.decode(ids[-1:])) and completion(tasks[index // n], ids).is_ended

        sampling = Sampling(self.temperature, self.top_p, self.max_tokens)
        decoder = Decoder(self._loaded.model, end_id=prompter.end_id, slots=self.slots)
        for index, drawn in enumerate(decoder.draw(trunks, requests, sampling, is_complete, self.on_tokens)):
            yield _sample(tasks[index // n], index % n, drawn, completion(tasks[index // n], drawn.ids))

    @cached_property
    def _loaded(self) -> Loaded:
        return load(self.model, dtype=self.dtype, device=self.device)


def _sample(task: Task, index: int, drawn: Drawn, completion: Completion) -> Sample:
    return Sample(
        task_id=task.id,
        index=index,
        completion=completion.text,
        tokens=len(drawn.ids),
        finished=drawn.finished,
    )
