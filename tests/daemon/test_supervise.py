import asyncio
import random

import pytest

from daemon.errors import TooManyFailures
from daemon.supervise import BACKOFF_MAX_S, FAILURES_MAX, end, supervise
from ingest.mqtt import SourceLost


class Source:
    """Raises what it is told to, one item per start; then returns."""

    def __init__(self, *outcomes: Exception) -> None:
        self.outcomes = list(outcomes)
        self.starts = 0

    async def run(self) -> None:
        self.starts += 1
        if self.outcomes:
            raise self.outcomes.pop(0)


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    taken: list[float] = []

    async def nap(seconds: float) -> None:
        taken.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", nap)
    return taken


def run(source: Source, reasons: list[str], clock: list[float] | None = None) -> None:
    ticks = iter(clock) if clock is not None else None
    asyncio.run(
        supervise(
            "source",
            source.run,
            on_lost=reasons.append,
            monotonic=(lambda: next(ticks)) if ticks is not None else (lambda: 0.0),
            rng=random.Random(1),
        )
    )


def test_a_lost_source_is_retried_for_ever_with_bounded_back_off(naps: list[float]) -> None:
    source = Source(*[SourceLost("refused") for _ in range(50)])
    reasons: list[str] = []
    run(source, reasons)
    assert source.starts == 51
    assert reasons == ["refused"] * 50
    assert max(naps) <= BACKOFF_MAX_S
    assert naps[0] <= 0.5
    assert all(nap >= BACKOFF_MAX_S / 2 for nap in naps[-10:])


def test_one_failure_restarts_only_the_source(naps: list[float]) -> None:
    source = Source(ValueError("boom"))
    reasons: list[str] = []
    run(source, reasons)
    assert source.starts == 2
    assert reasons == ["internal error (ValueError)"]
    assert len(naps) == 1


@pytest.mark.usefixtures("naps")
def test_five_failures_within_a_minute_end_the_process() -> None:
    source = Source(*[ValueError(str(i)) for i in range(9)])
    with pytest.raises(TooManyFailures, match="5 times within 60 s") as caught:
        run(source, [])
    assert source.starts == FAILURES_MAX
    assert isinstance(caught.value.__cause__, ValueError)


@pytest.mark.usefixtures("naps")
def test_failures_spread_over_hours_do_not_end_it() -> None:
    source = Source(*[ValueError(str(i)) for i in range(9)])
    clock = [float(600 * i) for i in range(40)]
    run(source, [], clock)
    assert source.starts == 10


def test_ending_a_task_that_forgets_its_first_cancellation() -> None:
    async def stubborn(forgets: int) -> None:
        while True:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                if not forgets:
                    raise
                forgets -= 1

    async def life() -> list[bool]:
        tasks = [asyncio.create_task(stubborn(forgets)) for forgets in (0, 1, 2)]
        await asyncio.sleep(0)
        await end(tasks)
        return [task.cancelled() for task in tasks]

    assert asyncio.run(life()) == [True, True, True]
