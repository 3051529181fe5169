"""Which chain a session goes through: that of an ECG, or of RR intervals where there is nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsp import Pipeline
from dsp.interval_stream import IntervalStream
from dsp.interval_windows import BY_INTERVALS
from dsp.types import Gap, Intervals, Segment
from storage import pulses, samples
from storage.sessions import RR

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from dsp.models import Classifier
    from dsp.types import Result
    from storage.samples import Session

Chain = Pipeline | IntervalStream


def begin(session: Session, classifier: Classifier | None) -> Chain:
    """A chain at the beginning of a session."""
    return IntervalStream() if session.signal == RR else Pipeline(session.fs_hz, classifier=classifier)


def restore(session: Session, snapshot: bytes, classifier: Classifier | None) -> Chain:
    """A chain that goes on where its snapshot was taken.

    Raises:
        SnapshotError: it is damaged, or of another version.
    """
    if session.signal == RR:
        return IntervalStream.restore(snapshot)
    return Pipeline.restore(snapshot, classifier=classifier)


def recorded(
    conn: sqlite3.Connection, session: Session, start: int, stop: int
) -> Iterator[Segment | Intervals | Gap]:
    """What is stored from ``start``, in order; errors as of :func:`storage.samples.read`."""
    if session.signal == RR:
        return pulses.read(conn, session.id, start, stop)
    return samples.read(conn, session.id, start, stop)


def feed(chain: Chain, item: Segment | Intervals | Gap) -> list[Result]:
    """Push an item of what was recorded into the chain of its session."""
    match item, chain:
        case Gap(), _:
            return chain.gap(item.n)
        case Segment(), Pipeline():
            return chain.push(item.uv, lead_off=item.lead_off)
        case Intervals(), IntervalStream():
            return chain.lead_off(item.n) if item.lead_off else chain.push(item.rr)
        case _:
            raise TypeError(f"{type(item).__name__} for a {type(chain).__name__}")


def flags(session: Session) -> tuple[str, ...]:
    """What must be said of every episode of a session."""
    return (BY_INTERVALS,) if session.signal == RR else ()
