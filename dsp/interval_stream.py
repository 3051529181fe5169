"""The chain of a wearable without a waveform: RR intervals in, beats, windows and findings out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, Self

import numpy as np

from dsp.findings import rate_findings
from dsp.interval_windows import VERSION, Heard, af_finding, build
from dsp.intervals import SHORTEST_MS, jumps, plausible, uneven_share
from dsp.state import SnapshotError, pack, unpack
from dsp.types import RR_HZ, Beat, BeatLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.types import Result

WINDOW_S: Final = 10.0  # as on an ECG
CONTEXT_S: Final = 45.0  # longer than on an ECG: without P waves and shapes it takes more beats to tell AF
SHORTEST_WINDOW_S: Final = 1.0  # shorter pieces are not judged, as on an ECG
MAX_INTERVALS: Final = 512  # kept: all that is looked at even of an interval each 100 ms
MS: Final = 1000.0 / RR_HZ


class Told(NamedTuple):
    """One interval.

    ``beat``: position of the beat that ends it, the interval's own last 1/1024 s; ``length``: in them;
    ``after``: no hole lies between it and the interval before.
    """

    beat: int
    length: int
    after: bool


class IntervalStream:
    """Streams one wearable's RR intervals through what can be told from them.

    Positions are 1/1024 s from the first interval's beginning. The same intervals, gaps and losses of contact
    give the same results in the same order, however they are cut into pushes. A beat comes out with the
    interval that it ends, everything else of a window with the first beat behind it. Beats have no class.
    """

    version: Final = VERSION
    fs_hz: Final = RR_HZ

    def __init__(self) -> None:
        self._position = 0
        self._start = 0  # of the open window
        self._told: list[Told] = []  # of the open window and the context before it
        self._off = 0  # of the open window, without contact
        self._joined = False  # the next interval begins where the last one ended

    @property
    def position(self) -> int:
        """How far the axis is filled, gaps included."""
        return self._position

    @property
    def settled(self) -> int:
        """Every window and finding before this position is out."""
        return self._start

    def push(self, rr: Sequence[int]) -> list[Result]:
        """Takes successive intervals, in 1/1024 s, and returns what has become certain.

        Raises:
            ValueError: an interval is not positive.
        """
        results: list[Result] = []
        for length in rr:
            if length <= 0:
                raise ValueError(f"an interval of {length}/1024 s")
            beat = self._position + length - 1
            results += self._close_before(beat)
            self._position += length
            self._told = [*self._told[1 - MAX_INTERVALS :], Told(beat, length, self._joined)]
            self._joined = True
            if length * MS >= SHORTEST_MS:
                results.append(Beat(beat, BeatLabel.Q))
        return results

    def lead_off(self, n: int) -> list[Result]:
        """There was no skin contact for ``n``.

        Raises:
            ValueError: ``n`` is negative.
        """
        if n < 0:
            raise ValueError(f"no contact for {n}/1024 s")
        results: list[Result] = []
        end = self._position + n
        while self._position < end:
            results += self._close_before(self._position)
            step = min(end, self._start + self._length) - self._position
            self._off += step
            self._position += step
            self._joined = False
        return results

    def gap(self, n: int) -> list[Result]:
        """``n`` is missing here: finishes what is pending and starts again behind it.

        Raises:
            ValueError: ``n`` is negative.
        """
        if n < 0:
            raise ValueError(f"a gap of {n}/1024 s")
        if n == 0:
            return []
        results = self._end(cut=True)
        self._position += n
        self._start = self._position
        return results

    def finish(self) -> list[Result]:
        """The results still owed at the end; the next push begins a new stretch."""
        return self._end(cut=False)

    def snapshot(self) -> bytes:
        """The whole state as bytes; :meth:`restore` goes on from it with identical results."""
        return pack(
            {
                "version": VERSION,
                "position": self._position,
                "start": self._start,
                "told": [list(one) for one in self._told],
                "off": self._off,
                "joined": self._joined,
            }
        )

    @classmethod
    def restore(cls, data: bytes) -> Self:
        """A stream that goes on where :meth:`snapshot` was taken.

        Raises:
            SnapshotError: the bytes are damaged, or were written by another version.
        """
        state = unpack(data)
        if state.get("version") != VERSION:
            raise SnapshotError(f"version {state.get('version')!r}, not {VERSION!r}")
        self = cls()
        try:
            self._position = state["position"]
            self._start = state["start"]
            self._told = [Told(*one) for one in state["told"]]
            self._off = state["off"]
            self._joined = state["joined"]
        except (KeyError, TypeError) as error:
            raise SnapshotError(f"{type(error).__name__}: {error}") from error
        return self

    @property
    def _length(self) -> int:
        return round(WINDOW_S * RR_HZ)

    def _close_before(self, at: int) -> list[Result]:
        """Closes the windows that end before ``at``."""
        results: list[Result] = []
        while at >= self._start + self._length:
            results += self._close(self._start + self._length, cut=False)
        return results

    def _end(self, *, cut: bool) -> list[Result]:
        results = self._close(self._position, cut=cut) if self._position > self._start else []
        self._joined = False
        return results

    def _close(self, end: int, *, cut: bool) -> list[Result]:
        """Judges the open window, which ends at ``end``, and opens the next."""
        heard = self.heard(self._start, end, cut=cut)
        window = build(heard)
        self._start = end
        self._off = 0
        limit = end - round(CONTEXT_S * RR_HZ)
        self._told = [one for one in self._told if one.beat >= limit]
        return [window.quality, window, *af_finding(window, heard.context), *rate_findings(window)]

    def heard(self, start: int, end: int, *, cut: bool) -> Heard:
        """What the window [start, end) is judged by: what rules are fitted on, too."""
        since = end - round(CONTEXT_S * RR_HZ)
        told = [one for one in self._told if since <= one.beat < end]
        rr = np.array([one.length * MS for one in told], np.float64)
        likely = plausible(rr)
        odd = np.zeros(len(rr), np.bool_)
        odd[likely] = jumps(rr[likely])
        inside = np.array([one.beat >= start for one in told], np.bool_)
        believed = likely & ~odd
        changes = [
            rr[j] - rr[i]
            for i, j in pairwise(range(len(told)))
            if believed[i] and believed[j] and told[j].after and inside[j]
        ]
        return Heard(
            start=start,
            n=end - start,
            n_beats=int(np.sum(rr[inside] >= SHORTEST_MS)),
            believed=[float(ms) for ms in rr[believed & inside]],
            odd=[float(ms) for ms in rr[odd & inside]],
            doubted=[float(ms) for ms in rr[~likely & inside]],
            changes=changes,
            context=[float(ms) for ms in rr[likely]],
            uneven=uneven_share(rr[likely]),
            off=self._off / (end - start),
            short=end - start < SHORTEST_WINDOW_S * RR_HZ,
            cut=cut,
        )
