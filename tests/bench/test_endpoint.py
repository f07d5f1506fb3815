"""The endpoint against a server of the test's own on the loopback device."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from treeplay.corpus.schema import Task
from treeplay.errors import ConfigError, EndpointError
from treeplay.models.endpoint import EndpointGenerator, EndpointSettings, sample_seed

TASK = Task(id="first", instruction="Double x.", prefix="def double(x):\n")
OTHER = Task(id="second", instruction="Halve x.", prefix="def half(x):\n")
KEY = "sk-secret-0123456789"


@dataclass(frozen=True)
class Reply:
    """What the server answers one request."""

    body: Any
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hang_up: bool = False


@dataclass
class Server:
    """What was asked, and what is answered: by default each request's own seed, as code."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    reply: Callable[[int, dict[str, Any]], Reply] = lambda _, body: completion(f"return x * {body['seed']}")


def completion(body: str, finish: str = "stop", **extra: Any) -> Reply:
    text = f"```python\ndef double(x):\n    {body}\n```"
    return Reply({"choices": [{"message": {"content": text}, "finish_reason": finish}], **extra})


@pytest.fixture
def server() -> Iterator[Server]:
    state, lock = Server(""), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                number = len(state.asked)
                state.asked.append(body)
                state.paths.append(self.path)
                state.keys.append(self.headers["Authorization"])
            reply = state.reply(number, body)
            if reply.hang_up:
                self.connection.close()
                return
            data = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(data)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            """Keeps the test's output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.handle_error = lambda *_: None  # type: ignore[method-assign]
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        state.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
        try:
            yield state
        finally:
            http.shutdown()
            thread.join()


def endpoint(server: Server, **changed: Any) -> EndpointGenerator:
    known = {"base_url": server.url, "model": "m", "backoff_s": 0.001, "retries": 3, "timeout_s": 5, "workers": 4}
    return EndpointGenerator(EndpointSettings(**(known | changed)), {"MY_KEY": KEY, "BROKEN": "a\nb", "EMPTY": " "})


def only(server: Server, **changed: Any) -> Any:
    (sample,) = endpoint(server, **changed).generate([TASK], 1, 0)
    return sample


def test_generate_asks_once_a_sample_and_yields_them_in_order(server: Server) -> None:
    samples = list(endpoint(server, temperature=0.3, top_p=0.8, max_tokens=99).generate([TASK, OTHER], 3, 7))
    assert [sample.key for sample in samples] == [(task, i) for task in ("first", "second") for i in range(3)]
    assert [s.completion for s in samples[:3]] == [f"    return x * {sample_seed(7, 'first', i)}\n" for i in range(3)]
    assert set(server.paths) == {"/v1/chat/completions"}
    assert {body["seed"] for body in server.asked} == {
        sample_seed(7, t, i) for t in ("first", "second") for i in range(3)
    }
    asked = server.asked[0]
    assert (asked["model"], asked["temperature"], asked["top_p"], asked["max_tokens"]) == ("m", 0.3, 0.8, 99)
    assert asked["messages"][0]["role"] == "user"


def test_generate_again_gives_equal_samples_whatever_the_workers(server: Server) -> None:
    runs = [list(endpoint(server, workers=workers).generate([TASK, OTHER], 4, 7)) for workers in (1, 8)]
    assert runs[0] == runs[1]


def test_generate_sends_the_key_of_the_named_variable_and_none_unasked(server: Server) -> None:
    only(server, api_key_env="MY_KEY")
    only(server)
    assert server.keys == [f"Bearer {KEY}", None]


@pytest.mark.parametrize("name", ["ABSENT", "EMPTY", "BROKEN"])
def test_endpoint_without_a_usable_key_names_the_variable_and_not_its_value(server: Server, name: str) -> None:
    with pytest.raises(ConfigError, match=name) as caught:
        endpoint(server, api_key_env=name)
    assert "a\nb" not in str(caught.value)


@pytest.mark.parametrize("url", ["", "ftp://h/v1", "h:80", "file:///etc/passwd", "http://", "http://u:p@h/v1", "http://h/v1?key=1"])  # fmt: skip
def test_endpoint_with_an_unfit_address_refuses_before_asking(url: str) -> None:
    with pytest.raises(ConfigError, match="--base-url"):
        EndpointGenerator(EndpointSettings(base_url=url, model="m"), {})


def test_completion_is_cut_at_the_functions_end_and_tokens_are_the_servers(server: Server) -> None:
    server.reply = lambda *_: completion("return 2 * x\n\nprint(double(2))", usage={"completion_tokens": 41})
    sample = only(server)
    assert (sample.completion, sample.tokens, sample.finished) == ("    return 2 * x\n", 41, True)


@pytest.mark.parametrize(
    ("body", "finished"), [("return 2 *", False), ("return 2 * x\n\nprint(dou", True)], ids=["inside", "after"]
)
def test_finished_says_whether_the_length_limit_fell_inside_the_function(
    server: Server, body: str, finished: bool
) -> None:
    text = f"```python\ndef double(x):\n    {body}"
    server.reply = lambda *_: Reply({"choices": [{"message": {"content": text}, "finish_reason": "length"}]})
    assert only(server).finished is finished


def test_an_answer_without_text_is_an_empty_completion(server: Server) -> None:
    server.reply = lambda *_: Reply({"choices": [{"message": {"content": None}, "finish_reason": "stop"}]})
    assert (only(server).completion, only(server).tokens) == ("", 0)


def test_an_answer_with_half_a_surrogate_pair_becomes_storable_text(server: Server) -> None:
    body = b'{"choices": [{"message": {"content": "    return \'\\ud800\'\\n"}, "finish_reason": "stop"}]}'
    server.reply = lambda *_: Reply(body)
    assert only(server).completion == "    return '?'\n"


@pytest.mark.parametrize(
    "refusal",
    [
        Reply({"error": "slow down"}, 429),
        Reply({"error": "slow down"}, 429, {"Retry-After": "0"}),
        Reply(b"oops", 500),
        Reply(b"", 503),
        Reply(b"", hang_up=True),
        Reply(b"half", 200, {"Content-Length": "100"}),
    ],
    ids=["429", "429 with a wait", "500", "503", "hangs up", "half an answer"],
)
def test_a_refusal_that_passes_is_tried_again(server: Server, refusal: Reply) -> None:
    server.reply = lambda number, _: refusal if number < 2 else completion("return 1")
    assert only(server, timeout_s=1).completion == "    return 1\n"
    assert len(server.asked) == 3


def test_a_refusal_that_stays_is_an_error_with_place_and_cause(server: Server) -> None:
    server.reply = lambda *_: Reply({"error": "overloaded"}, 503)
    with pytest.raises(EndpointError, match=r"/v1/chat/completions, task first: HTTP 503 .*overloaded"):
        only(server)
    assert len(server.asked) == 4


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply({"error": f"bad key {KEY}"}, 401), "--api-key-env"),
        (Reply({"error": "no such model"}, 404), "--model.*/v1"),
        (Reply({"error": "max_tokens too large"}, 400), "max_tokens too large"),
        (Reply(b"", 302, {"Location": "http://127.0.0.1:1/"}), "redirects"),
        (Reply(b"<html>", 200), "not JSON.*/v1"),
        (Reply({"choices": []}), "OpenAI-compatible"),
        (Reply([1]), "OpenAI-compatible"),
        (Reply({"choices": [{"message": {"content": [1]}}]}), "OpenAI-compatible"),
        (
            Reply({"choices": [{"message": {"content": "x"}}], "usage": {"completion_tokens": "many"}}),
            "OpenAI-compatible",
        ),
    ],
    ids=["401", "404", "400", "redirect", "html", "no choice", "list", "parts", "usage"],
)
def test_an_answer_that_will_not_get_better_is_an_error_at_once_and_never_shows_the_key(
    server: Server, reply: Reply, said: str
) -> None:
    server.reply = lambda *_: reply
    with pytest.raises(EndpointError, match=said) as caught:
        only(server, api_key_env="MY_KEY")
    assert len(server.asked) == 1
    assert KEY not in str(caught.value)


def test_a_key_across_the_end_of_what_is_shown_is_not_shown_in_part(server: Server) -> None:
    for before in range(270, 305):
        server.reply = lambda *_, before=before: Reply(("x" * before + KEY).encode(), 401)  # type: ignore[misc]
        with pytest.raises(EndpointError) as caught:
            only(server, api_key_env="MY_KEY")
        assert KEY[:4] not in str(caught.value)


def test_a_silent_server_is_an_error_after_the_time_out(server: Server) -> None:
    released = threading.Event()

    def wait(*_: Any) -> Reply:
        released.wait(5)
        return completion("return 1")

    server.reply = wait
    try:
        with pytest.raises(EndpointError, match=r"no answer.*imed out"):
            only(server, timeout_s=0.1, retries=1)
    finally:
        released.set()


def test_nobody_listening_is_an_error_that_names_the_address() -> None:
    settings = EndpointSettings(base_url="http://127.0.0.1:1/v1", model="m", retries=1, backoff_s=0.001)
    with pytest.raises(EndpointError, match=r"127\.0\.0\.1:1/v1.*no answer"):
        list(EndpointGenerator(settings, {}).generate([TASK], 1, 0))


def test_an_error_ends_the_requests_that_were_not_sent(server: Server) -> None:
    server.reply = lambda *_: Reply({"error": "no"}, 400)
    with pytest.raises(EndpointError):
        list(endpoint(server, workers=1).generate([TASK, OTHER], 50, 0))
    assert len(server.asked) < 10
