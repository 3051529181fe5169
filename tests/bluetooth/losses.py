"""A link that is lost again and again in the middle of a stream, and how its gateway takes that."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.bluetooth.gateway import POLL_S

if TYPE_CHECKING:
    from tests.bluetooth.gateway import Gateway

STEADY_S: Final = (1.0, 6.0)  # simulated: how long a link streams before it is lost
HELPLESS_S: Final = 600.0  # simulated: it will not come back by itself any more


@dataclass(frozen=True, slots=True)
class Loss:
    """In simulated seconds. ``lost_s``: the last moment at which anything came over the air.

    ``noticed_s``: from then until both sides knew; ``back_s``: from knowing to the first new frame.
    """

    lost_s: float
    noticed_s: float
    back_s: float


async def lose(gateway: Gateway, device: str, address: str, times: int, seed: int) -> list[Loss]:
    """Lose the link so often, each time some seconds after it streams again; what that took.

    Raises:
        TimeoutError: it did not come back.
    """
    rng = random.Random(seed)
    bluez, received = gateway.bluez, gateway.received[device]
    losses = []
    for _ in range(times):
        steady_s = received.last_s + rng.uniform(*STEADY_S)
        while bluez.now_s < steady_s:
            await asyncio.sleep(POLL_S / 2)
        frames, lost_s = received.frames, bluez.now_s
        bluez.lose_link(address)
        # frames on their way when the link was lost are no sign of its return
        noticed_s = lost_s + bluez.stack.manners.notice_s
        while received.frames == frames or received.last_s < noticed_s:
            if bluez.now_s > lost_s + HELPLESS_S:
                raise TimeoutError(f"{device} is not back after {HELPLESS_S:.0f} s")
            await asyncio.sleep(POLL_S / 2)
        losses.append(Loss(lost_s, noticed_s - lost_s, received.last_s - noticed_s))
    return losses
