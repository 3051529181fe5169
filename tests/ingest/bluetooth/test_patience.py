from __future__ import annotations

import asyncio

import pytest

from ingest.bluetooth.patience import CANCELS_MAX, carry_through, end, within

LONG_S = 60.0
SOON_S = 0.01


async def clings(times: int, ended: list[str]) -> None:
    """Goes on after that many cancellations."""
    for _ in range(times):
        try:
            await asyncio.sleep(LONG_S)
        except asyncio.CancelledError:
            ended.append("cancelled")
    ended.append("ended")


def test_what_is_done_in_time_is_returned() -> None:
    async def quick() -> int:
        return 7

    assert asyncio.run(within(LONG_S, quick(), grace_s=SOON_S)) == 7


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(TimeoutError):
        asyncio.run(within(SOON_S, asyncio.sleep(LONG_S), grace_s=SOON_S))


@pytest.mark.parametrize("times", range(1, CANCELS_MAX + 1))
def test_what_clings_is_cancelled_again(times: int) -> None:
    ended: list[str] = []

    async def late() -> None:
        with pytest.raises(TimeoutError):
            await within(SOON_S, clings(times, ended), grace_s=SOON_S)
        await asyncio.sleep(SOON_S)  # the last cancellation has been sent; let it arrive

    asyncio.run(late())
    assert ended == ["cancelled"] * times + ["ended"]


def test_its_own_failure_is_passed_on() -> None:
    async def fails() -> None:
        raise ValueError("its own")

    with pytest.raises(ValueError, match="its own"):
        asyncio.run(within(LONG_S, fails(), grace_s=SOON_S))


def test_a_cancellation_ends_the_work_and_is_not_forgotten() -> None:
    ended: list[str] = []

    async def both() -> None:
        task = asyncio.create_task(within(LONG_S, clings(1, ended), grace_s=SOON_S))
        await asyncio.sleep(SOON_S)
        task.cancel()
        await asyncio.wait({task})
        assert task.cancelled()

    asyncio.run(both())
    assert ended == ["cancelled", "ended"]


def test_what_is_carried_through_ends_although_cancelled_again_and_again() -> None:
    done: list[str] = []

    async def farewell() -> None:
        await asyncio.sleep(10 * SOON_S)
        done.append("said")

    async def both() -> None:
        task = asyncio.create_task(carry_through(farewell()))
        for _ in range(4):
            await asyncio.sleep(SOON_S)
            task.cancel()
        await asyncio.wait({task})
        assert task.cancelled()

    asyncio.run(both())
    assert done == ["said"]


def test_its_failure_is_passed_on_unless_a_cancellation_matters_more() -> None:
    async def fails() -> None:
        await asyncio.sleep(SOON_S)
        raise ValueError("its own")

    with pytest.raises(ValueError, match="its own"):
        asyncio.run(carry_through(fails()))

    async def both() -> None:
        task = asyncio.create_task(carry_through(fails()))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task})
        assert task.cancelled()

    asyncio.run(both())


def test_tasks_are_ended_together() -> None:
    async def many() -> None:
        tasks = [asyncio.create_task(asyncio.sleep(LONG_S)) for _ in range(3)]
        await end(*tasks, grace_s=SOON_S)
        assert all(task.cancelled() for task in tasks)

    asyncio.run(many())
