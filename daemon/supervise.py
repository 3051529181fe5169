"""Keeps a source running: jittered back-off after a loss, an end after too many failures."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections import deque
from typing import TYPE_CHECKING, Any, Final

from daemon.errors import TooManyFailures
from ingest.mqtt import SourceLost

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

FAILURES_MAX: Final = 5  # a sixth attempt at code that raises five times a minute would only burn the battery
FAILURES_WINDOW_S: Final = 60.0
BACKOFF_FIRST_S: Final = 0.5
BACKOFF_MAX_S: Final = 30.0  # a broker that comes back is found within 35 s
STEADY_S: Final = 60.0  # a connection that lasted this long starts the back-off afresh

CANCEL_AGAIN_S: Final = 1.0

log = logging.getLogger(__name__)


async def supervise(
    name: str,
    run: Callable[[], Awaitable[None]],
    *,
    on_lost: Callable[[str], None] = lambda _: None,
    monotonic: Callable[[], float] = time.monotonic,
    rng: random.Random | None = None,
) -> None:
    """Run ``run`` again and again until cancelled.

    A lost source (``SourceLost``) is an ordinary event at home: it is told to ``on_lost`` and retried for
    ever. Any other exception is a failure of ours: five within 60 s of monotonic time end the process.

    Raises:
        TooManyFailures: with the last failure as its cause.
    """
    jitter = rng or random.Random()  # noqa: S311 - spreads reconnects, keeps no secret
    failures: deque[float] = deque(maxlen=FAILURES_MAX)
    delay_s = BACKOFF_FIRST_S
    while True:
        started = monotonic()
        try:
            await run()
        except SourceLost as lost:
            log.warning("%s: %s", name, lost)
            on_lost(str(lost))
        except Exception as failure:
            log.exception("%s failed and is restarted", name)
            on_lost(f"internal error ({type(failure).__name__})")
            failures.append(monotonic())
            if len(failures) == FAILURES_MAX and failures[-1] - failures[0] < FAILURES_WINDOW_S:
                raise TooManyFailures(name, FAILURES_MAX, FAILURES_WINDOW_S) from failure
        else:
            return
        if monotonic() - started > STEADY_S:
            delay_s = BACKOFF_FIRST_S
        await asyncio.sleep(delay_s * jitter.uniform(0.5, 1.0))
        delay_s = min(2 * delay_s, BACKOFF_MAX_S)


async def end(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Cancel ``tasks`` until they have ended.

    Once is not always enough: a task group in which a part fails just as it is cancelled raises that failure
    and forgets the cancellation, and a loop around it would go on.
    """
    pending = {task for task in tasks if not task.done()}
    while pending:
        for task in pending:
            task.cancel()
        _, pending = await asyncio.wait(pending, timeout=CANCEL_AGAIN_S)
