"""Waiting for what may hang, and finishing what must be finished, on Python 3.11's asyncio."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine

T = TypeVar("T")

CANCELS_MAX: Final = 3  # bleak answers a cancellation with one more request, which may hang as well


async def within(seconds: float, work: Coroutine[Any, Any, T], *, grace_s: float) -> T:
    """What ``work`` returns, if it does so in time; it is ended otherwise, also where it clings.

    Neither a time-out nor our own cancellation waits longer than ``grace_s`` per attempt at ending it.

    Raises:
        TimeoutError: it took longer.
    """
    task = asyncio.create_task(work)
    try:
        done, _ = await asyncio.wait({task}, timeout=seconds)
    finally:
        if not task.done():
            await carry_through(_end(task, grace_s))
    if not done:
        raise TimeoutError
    return task.result()


async def carry_through(work: Coroutine[Any, Any, T]) -> T:
    """Finish ``work`` although we may be cancelled meanwhile; the cancellation comes afterwards.

    Only for work that ends by itself within a bound of its own.
    """
    task = asyncio.create_task(work)
    cancelled = False
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        if not task.cancelled():
            task.exception()  # taken note of; being cancelled matters more
        raise asyncio.CancelledError
    return task.result()


async def end(*tasks: asyncio.Task[Any], grace_s: float) -> None:
    """Cancel ``tasks`` and wait until they have ended, though no longer than a few times ``grace_s``."""
    await carry_through(_end_all(tasks, grace_s))


async def _end_all(tasks: tuple[asyncio.Task[Any], ...], grace_s: float) -> None:
    await asyncio.gather(*(_end(task, grace_s) for task in tasks))


async def _end(task: asyncio.Task[Any], grace_s: float) -> None:
    for _ in range(CANCELS_MAX):
        if not task.done():
            task.cancel()
            await asyncio.wait({task}, timeout=grace_s)
    if task.done() and not task.cancelled():
        task.exception()  # taken note of: what is ended may fail
