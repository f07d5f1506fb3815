"""The judge: verdicts on many programs, each distinct one judged once, in parallel, with a memory."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from treeplay.files import dump_json, sha256_text
from treeplay.judge.cache import JudgementCache
from treeplay.judge.calibration import calibration_version
from treeplay.judge.detector import BatchDetector, Detector
from treeplay.judge.detectors import load_detectors
from treeplay.judge.examine import MAX_CHARS, Program, examine
from treeplay.judge.pool import SandboxPool, threads
from treeplay.judge.sandbox import Limits, RunResult
from treeplay.judge.schema import Judgement
from treeplay.judge.toolchain import ToolchainError
from treeplay.judge.toolchains import TOOLCHAINS, readable, run_test

__all__ = ["JUDGE_VERSION", "Judge", "Program"]

JUDGE_VERSION = "8"
"Raised whenever the same program may get another verdict."

_DEFAULT_LIMITS = Limits()


class Judge:
    """Judges programs; a context manager, used by one thread at a time.

    Args:
        workers: how many tests run at once, each with a warm process of its own; as many as `threads` if not given.
        cache: a SQLite file of judgements to read and extend; none keeps nothing.
        unsafe: run tests without isolation.
        limits: the bounds of a test.
        detectors: names of the static detectors, as `load_detectors` takes them; the default ones if not given.
    """

    def __init__(
        self,
        *,
        workers: int | None = None,
        cache: Path | None = None,
        unsafe: bool = False,
        limits: Limits = _DEFAULT_LIMITS,
        detectors: Sequence[str] | None = None,
    ) -> None:
        self._workers = workers or threads()
        self._unsafe = unsafe
        self._limits = limits
        self._detector_names = detectors
        self._cache = JudgementCache(cache) if cache is not None else None
        self._pool = SandboxPool(limits, unsafe=unsafe)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def detectors(self) -> list[Detector]:
        """The static detectors."""
        return load_detectors(self._detector_names)

    @cached_property
    def tools(self) -> Mapping[str, str]:
        """Everything that a verdict depends on beside task and program: names to versions."""
        compilers = {each.executable: each.version for each in TOOLCHAINS.values() if each.path}
        return self._tools_for("python") | compilers

    def _tools_for(self, language: str) -> dict[str, str]:
        own = {"treeplay-judge": JUDGE_VERSION, "calibration": calibration_version()}
        own["python"] = platform.python_version()
        toolchain = TOOLCHAINS.get(language)
        if toolchain:
            own[toolchain.executable] = toolchain.version
        return own | {detector.name: detector.version for detector in self.detectors}

    def judge(self, programs: Sequence[Program], progress: Callable[[int], None] | None = None) -> list[Judgement]:
        """One judgement a program, in their order.

        Args:
            programs: equal ones are judged once.
            progress: told how many more programs are judged.

        Raises:
            SandboxError: a test is to be run, and the system cannot isolate it.
        """
        advance = progress or (lambda _: None)
        keys = [self._key(program) for program in programs]
        distinct = dict(zip(keys, programs, strict=True))
        known = self._cache.get(distinct) if self._cache else {}
        advance(sum(key in known for key in keys))
        missing = {key: program for key, program in distinct.items() if key not in known}
        if missing:
            counts = Counter(keys)
            known |= self._judge_all(missing, lambda key: advance(counts[key]))
        return [known[key] for key in keys]

    def close(self) -> None:
        """Ends the warm processes and closes the cache."""
        self._pool.close()
        if self._cache is not None:
            self._cache.close()

    def _judge_all(self, programs: Mapping[str, Program], done: Callable[[str], None]) -> dict[str, Judgement]:
        self._prepare(programs.values())  # loads the detectors here once, not by several threads
        try:
            with ThreadPoolExecutor(self._workers, thread_name_prefix="judge") as executor:
                return self._collect(executor, programs, done)
        except BaseException:
            self._pool = SandboxPool(self._limits, unsafe=self._unsafe)  # the closed one cannot go on
            raise

    def _prepare(self, programs: Iterable[Program]) -> None:
        """Lets detectors that read many programs at once do so."""
        texts: dict[str, list[str]] = {}
        for program in programs:
            if len(program.text) <= MAX_CHARS:
                texts.setdefault(program.task.language, []).append(program.text)
        for detector in self.detectors:
            if isinstance(detector, BatchDetector):
                for language in texts.keys() & detector.languages:
                    detector.prepare(texts[language], language)

    def _collect(
        self, executor: ThreadPoolExecutor, programs: Mapping[str, Program], done: Callable[[str], None]
    ) -> dict[str, Judgement]:
        results: dict[str, Judgement] = {}
        futures = {executor.submit(self._examine, program): key for key, program in programs.items()}
        try:
            for future in as_completed(futures):
                key = futures[future]
                results[key] = self._keep(key, future)
                done(key)
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            self._pool.close()  # what still runs ends now
            raise
        return results

    def _keep(self, key: str, future: Future[Judgement]) -> Judgement:
        judgement = future.result()
        if self._cache is not None and judgement.final:
            self._cache.put(key, judgement)
        return judgement

    def _examine(self, program: Program) -> Judgement:
        return examine(program, self.detectors, self._run_test)

    def _run_test(self, language: str, program: str, test: str) -> RunResult:
        try:
            shown = readable(language)
        except ToolchainError as error:
            return RunResult("infrastructure", str(error))
        with self._pool.lend(shown) as sandbox:
            return run_test(sandbox, language, program, test)

    def _key(self, program: Program) -> str:
        task = program.task
        decides = task.model_dump(include={"language", "cwe", "functional_test", "security_test"})
        conditions = {
            "tools": self._tools_for(task.language),
            "limits": asdict(self._limits),
            "unsafe": self._unsafe,
            "empty": program.is_empty,
            "known": None if task.functional_test else [task.golden, task.vulnerable, len(task.setup + task.prefix)],
            "lines": [program.lines.start, program.lines.stop],
        }
        return sha256_text(program.text, dump_json(decides), dump_json(conditions))
