"""What a run says in the terminal while it trains."""

from __future__ import annotations

import errno
import importlib
import io

import pytest
from rich.console import Console

from treeplay.cli.progress import FALL, WINDOW, Likelihood, Terminal
from treeplay.losses import LossSettings
from treeplay.train.phase import Phase

program = importlib.import_module("treeplay.cli.main")  # the package names its function the same


def _told(chosen: list[float]) -> str:
    page = io.StringIO()
    watch = Likelihood(Console(file=page, width=200))
    for value in chosen:
        watch({"loss": 1.0, "chosen": value})
    return page.getvalue()


def test_falling_likelihood_of_golden_paths_is_told_once_with_what_to_do() -> None:
    told = _told([-2 * FALL] * (3 * WINDOW))
    assert told.count("warning:") == 1
    assert "loss.nll" in told


def test_one_bad_step_and_a_short_fall_are_not_told() -> None:
    assert _told([-3 * FALL] + [0.0] * WINDOW) == ""
    assert _told([-2 * FALL] * (WINDOW - 1)) == ""


@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "runs/x/metrics.jsonl"), 1, "free some space"),
        (SystemExit(130), 130, "run the same command again to go on"),
    ],
    ids=["full disk", "Ctrl-C"],
)
def test_what_ends_a_run_from_outside_is_told_with_how_to_go_on(
    raised: BaseException,
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def app() -> None:
        raise raised

    monkeypatch.setattr(program, "app", app)
    monkeypatch.setattr(program, "register", lambda: None)
    monkeypatch.delenv("TREEPLAY_DEBUG", raising=False)
    with pytest.raises(SystemExit) as end:
        program.main()
    assert end.value.code == code
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("needs_reference", [True, False])
def test_without_a_reference_nothing_is_less_likely_than_under_it(needs_reference: bool) -> None:
    phase = Phase(
        name="round 1", batches=(), steps=(), loss="tsp", loss_settings=LossSettings(), equal_items=True,
        needs_reference=needs_reference, lr=1.0, warmup=0.0, weight_decay=0.0, clip=1.0, checkpoint_steps=1,
    )  # fmt: skip
    page = io.StringIO()
    with Terminal(Console(file=page, width=200)).training(phase) as tick:
        for _ in range(WINDOW):
            tick(1, {"loss": 1.0, "chosen": -FALL - 1})
    assert ("less likely than under" in page.getvalue()) is needs_reference
