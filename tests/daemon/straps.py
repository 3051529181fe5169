"""A strap without a waveform, worn through the real path: packets, placed, stored, read back and analysed."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from daemon.analysis import SessionAnalysis, store
from daemon.batch import Batch, commit
from dsp.types import RR_HZ, Pulse
from ingest.pulse_clock import PulseClock
from storage import devices, samples
from storage.sessions import RR
from storage.writer import exclusive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from daemon.analysis import Step

NS: Final = 10**9
BATCH: Final = 64  # packets in one commit, as of a chain that catches up


def packets(rr: Sequence[int], every_s: int = 1) -> Iterator[tuple[float, Pulse]]:
    """What a heart-rate service sends of a heart, each packet with its time in seconds."""
    at, due_s, ended = 0, every_s, list[int]()
    for length in rr:
        at += length
        while at > due_s * RR_HZ:
            yield due_s, Pulse("", 60, tuple(ended), waveform=False)
            ended, due_s = [], due_s + every_s
        ended.append(length)
    yield due_s, Pulse("", 60, tuple(ended), waveform=False)


def wear(
    path: Path, device: str, start_ns: int, sent: Iterable[tuple[float, Pulse]], *, wearer: int | None = None
) -> None:
    """Store what a strap sends from ``start_ns`` on, in a database that may be new."""
    with exclusive(path) as conn:
        devices.ensure_device(conn, device, now_ns=start_ns, kind="ble", name=device, wearer=wearer)
        clock = PulseClock(device, count(samples.next_session(conn)).__next__)
        batch = Batch(device)
        for at_s, pulse in sent:
            at_ns = start_ns + round(at_s * NS)
            batch.events += clock.push(pulse, at_ns, monotonic_ns=at_ns)
            if len(batch.events) >= BATCH:
                commit(batch, conn)
                batch = Batch(device)
        commit(batch, conn)


def analyse(path: Path, device: str, *, close: bool = True) -> None:
    """Bring the analysis of a device up to what is stored; ``close``: its recording is over."""
    with exclusive(path) as conn:
        found = [session for session in samples.sessions(conn, device) if session.signal == RR]
        for session in found if close else ():
            samples.close_session(conn, session.id)
    steps = [step for session in found for step in _steps(SessionAnalysis(path, session))]
    with exclusive(path) as conn:
        for step in steps:
            store(step, conn)


def _steps(analysis: SessionAnalysis) -> Iterator[Step]:
    """Every step that is due; none of them needs the results of those before."""
    while True:
        step = analysis.step()
        yield step
        if step.finished:
            return
        if not step.behind:
            yield analysis.rest()
            return
