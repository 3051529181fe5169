"""What the sample clock gives out: samples, gaps and wall times on a session's axis, and what is settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from dsp.types import Gap, Segment

Token = TypeVar("Token")


@dataclass(frozen=True, slots=True)
class SessionStart:
    """A new session begins; every later event until the next one belongs to it.

    ``start_ns``: wall time of sample 0, ns since the Unix epoch, by the device's clock or, where that is not
    plausible, by arrival. ``signal``: "rr" where RR intervals are all that is recorded.
    """

    session: int
    device: str
    fs_hz: float
    lead: str
    start_ns: int
    clock_source: Literal["device", "arrival"]
    signal: Literal["ecg", "rr"] = "ecg"


@dataclass(frozen=True, slots=True)
class Anchor:
    """``sample`` of ``session`` was taken at ``at_ns`` (ns since the Unix epoch).

    Wall time is linear between two anchors. A new one comes as soon as going on from the last one at the
    nominal rate would be wrong by 20 ms, and every minute; going on at the slope of the latest ones does too.
    The last one of a session stands at its end, and comes as the next one begins.
    """

    session: int
    sample: int
    at_ns: int


@dataclass(frozen=True, slots=True)
class Placed(Generic[Token]):
    """The outcome of one step of the clock.

    ``events``: to be stored, in order, in one transaction with the clock's state. ``settled``: tokens of
    frames to acknowledge after that commit: their samples are in ``events`` now or earlier, or they were
    duplicates, or came too late. ``late``: those of ``settled`` whose samples are not stored because their
    place had passed; keep their payload aside.
    """

    events: tuple[SessionStart | Segment | Gap | Anchor, ...] = ()
    settled: tuple[Token, ...] = ()
    late: tuple[Token, ...] = ()
