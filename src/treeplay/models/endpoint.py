"""Samples from a served model: any OpenAI-compatible chat endpoint, with the standard library alone.

One request a sample, each with its own seed, so that a server which honours seeds gives the same samples
again. The key is read from the environment variable the user names, kept in memory, and taken out of every
message.
"""

from __future__ import annotations

import hashlib
import http.client
import os
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from json import dumps
from typing import Any
from urllib.parse import urlsplit

from treeplay.bench.samples import Key, Sample
from treeplay.corpus.schema import Task
from treeplay.errors import ConfigError, DataError, EndpointError
from treeplay.files import parse_json
from treeplay.models.answers import chat_message, code_of, completion_of

_RETRIED = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_MOST_BYTES = 16 << 20
_LONGEST_WAIT_S = 60.0
_REFUSAL_BYTES = 1 << 16


@dataclass(frozen=True)
class EndpointSettings:
    """Which model is asked where, and how."""

    base_url: str
    "Up to and with the version, such as `http://127.0.0.1:8000/v1`."
    model: str
    "The model's name at the server."
    api_key_env: str | None = None
    "Name of the environment variable that holds the key; none asks without one."
    max_tokens: int = 256
    temperature: float = 0.4
    top_p: float = 0.95
    timeout_s: float = 120.0
    "Longest silence of the server."
    retries: int = 5
    "Further attempts after a refusal that may pass."
    backoff_s: float = 1.0
    "Wait before the first further attempt; doubled before each next one."
    workers: int = 8
    "Requests under way at a time."


@dataclass(frozen=True)
class _Answer:
    text: str
    tokens: int
    finished: bool


class EndpointGenerator:
    """Answers tasks by asking a served model; a `treeplay.bench.generate.Generator`."""

    def __init__(self, settings: EndpointSettings, environment: Mapping[str, str] = os.environ) -> None:
        """Reads the key and checks the address; nothing is sent yet.

        Raises:
            ConfigError: the address is not http(s) or holds a key, or the variable holds none.
        """
        self._settings = settings
        self._url = _chat_url(settings.base_url)
        self._key = _read_key(settings.api_key_env, environment)
        self._opener = urllib.request.build_opener(_NoRedirect)

    def generate(self, tasks: Sequence[Task], n: int, seed: int, known: Collection[Key] = ()) -> Iterator[Sample]:
        """Yields samples 0 to n-1 of each task that are not known, in order, as their answers come.

        Raises:
            EndpointError: the server refuses, stays silent or does not speak the protocol.
        """
        stopped = threading.Event()
        pool = ThreadPoolExecutor(self._settings.workers, thread_name_prefix="endpoint")
        try:
            asked = [
                (task, index, pool.submit(self._ask, task, sample_seed(seed, task.id, index), stopped))
                for task in tasks
                for index in range(n)
                if (task.id, index) not in known
            ]
            for task, index, answer in asked:
                yield _sample(task, index, answer.result())
        finally:
            stopped.set()
            pool.shutdown(wait=True, cancel_futures=True)

    def _ask(self, task: Task, seed: int, stopped: threading.Event) -> _Answer:
        request = self._request(task, seed)
        for attempt in range(self._settings.retries + 1):
            try:
                with self._opener.open(request, timeout=self._settings.timeout_s) as response:
                    return _read_answer(_read_body(response), where=f"{self._url}, task {task.id}")
            except urllib.error.HTTPError as error:
                problem, wait_s = self._refusal(error), _asked_wait(error.headers.get("Retry-After"))
                if error.code not in _RETRIED:
                    break
            except (OSError, http.client.HTTPException) as error:
                problem, wait_s = _describe(error), None
                if isinstance(getattr(error, "reason", None), ssl.SSLCertVerificationError):
                    break
            wait_s = self._settings.backoff_s * 2**attempt if wait_s is None else wait_s
            if attempt == self._settings.retries or stopped.wait(min(wait_s, _LONGEST_WAIT_S)):
                break
        raise EndpointError(self._hide(f"{self._url}, task {task.id}: {problem}{_cure(problem)}"))

    def _request(self, task: Task, seed: int) -> urllib.request.Request:
        settings = self._settings
        body = {
            "model": settings.model,
            "messages": [{"role": "user", "content": chat_message(task)}],
            "max_tokens": settings.max_tokens,
            "temperature": settings.temperature,
            "top_p": settings.top_p,
            "seed": seed,
        }
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "treeplay"}
        request = urllib.request.Request(self._url, dumps(body).encode(), headers, method="POST")
        if self._key:
            request.add_unredirected_header("Authorization", f"Bearer {self._key}")
        return request

    def _refusal(self, error: urllib.error.HTTPError) -> str:
        try:
            body = error.read(_REFUSAL_BYTES).decode("utf-8", "replace")
            said = self._hide(" ".join(body.split()))[:300]  # in this order: a key may stand across the cut
        except (OSError, http.client.HTTPException):
            said = ""
        return f"HTTP {error.code} {error.reason}" + (f", {said}" if said else "")

    def _hide(self, message: str) -> str:
        return message.replace(self._key, "***") if self._key else message


def sample_seed(seed: int, task_id: str, index: int) -> int:
    """The seed of one sample, below 2**31: the smallest range that servers accept."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{index}:{task_id}".encode()).digest()[:4], "big") >> 1


def cut(task: Task, completion: str) -> str:
    """A completion up to the end of the function that the prefix opens; all of it without a prefix."""
    from treeplay.syntax import function_end, has_grammar  # noqa: PLC0415 (loads grammars)

    if not task.prefix or not has_grammar(task.language):
        return completion
    code = task.prefix + completion
    return code[len(task.prefix) : function_end(code, task.language, len(task.prefix))]


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Refuses redirects: a POST would become a GET, at an address the user did not name."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _chat_url(base_url: str) -> str:
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigError(f"--base-url {base_url!r} is no http(s) address; write http://127.0.0.1:8000/v1")
    if parts.username or parts.password or parts.query:
        raise ConfigError("--base-url must hold no user, password or query; name a variable by --api-key-env")
    return base_url.rstrip("/") + "/chat/completions"


def _read_key(name: str | None, environment: Mapping[str, str]) -> str:
    if name is None:
        return ""
    key = environment.get(name, "").strip()
    if not key:
        raise ConfigError(f"the environment variable {name} of --api-key-env is not set; export it")
    if not key.isascii() or not key.isprintable() or " " in key:
        raise ConfigError(f"the environment variable {name} holds characters that no key has; export it again")
    return key


def _read_body(response: http.client.HTTPResponse) -> bytes:
    """All of a body; one that breaks off or is longer than any answer is an `IncompleteRead`."""
    data = response.read(_MOST_BYTES)
    if response.length:  # what the header promised and did not come: a bounded read does not notice
        raise http.client.IncompleteRead(data, response.length)
    return data


def _read_answer(body: bytes, *, where: str) -> _Answer:
    try:
        value = parse_json(body, where=where)
        choice = value["choices"][0]
        text = choice["message"]["content"] or ""
        finished = choice.get("finish_reason") != "length"
        tokens = (value.get("usage") or {}).get("completion_tokens")
        return _Answer(_printable(text), len(text.split()) if tokens is None else int(tokens), finished)
    except DataError as error:
        raise EndpointError(f"{where}: the answer is not JSON; --base-url usually ends in /v1") from error
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        raise EndpointError(
            f"{where}: the answer has no choices[0].message.content; is this an OpenAI-compatible server?"
        ) from error


def _sample(task: Task, index: int, answer: _Answer) -> Sample:
    whole = completion_of(code_of(answer.text, task.language), task)
    completion = cut(task, whole)
    return Sample(
        task_id=task.id,
        index=index,
        completion=completion,
        tokens=answer.tokens,
        finished=answer.finished or len(completion) < len(whole.rstrip()),
    )


def _printable(text: str) -> str:
    """Text without lone surrogates, which JSON can carry and a file cannot."""
    return text.encode("utf-8", "replace").decode()


def _asked_wait(header: str | None) -> float | None:
    try:
        return max(0.0, float(header)) if header else None
    except ValueError:
        return None


def _describe(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    return f"no answer ({type(reason).__name__}: {reason})"


def _cure(problem: str) -> str:
    cures = {
        "HTTP 401": "check --api-key-env",
        "HTTP 403": "check --api-key-env",
        "HTTP 429": "lower --workers",
    }
    cures |= {"HTTP 404": "check --model, and --base-url, which usually ends in /v1"}
    cures |= {"HTTP 3": "the server redirects; give the new address as --base-url"}
    found = next((cure for start, cure in cures.items() if problem.startswith(start)), None)
    return f"; {found or 'check --base-url and the server, then run the same command to go on'}"
