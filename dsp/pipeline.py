"""The whole signal chain as one stream: samples in, beats, waves, quality, rhythm and findings out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

import numpy as np

from dsp import record_model
from dsp.chain import Chain, Found, Waves
from dsp.findings import Runs, window_findings
from dsp.history import History
from dsp.resample import FS_HZ, Resampler
from dsp.state import SnapshotError, pack, unpack
from dsp.types import Beat, HearthError
from dsp.waves import placed
from dsp.window_report import Reporter, withdrawn

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.chain import Event, Span
    from dsp.models import Classifier
    from dsp.types import FloatArray, IntArray, Result
    from dsp.window_report import Delineator

VERSION: Final = "chain-5"
LIMIT_UV: Final = 1e6  # one volt: beyond any electrode; larger numbers are no measurement
BRIDGE_S: Final = 0.012  # so long the last value may stand for missing ones: no wave is lost in it
PIECE_S: Final = 4.0  # longest stretch handled at once: bounds memory when a whole recording is pushed
FORGET_S: Final = 60.0  # after a longer gap the size of the beats is learnt anew


class ShapeError(HearthError):
    """Samples that are not one row of numbers. ``shape``: theirs."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        super().__init__(f"samples must be one row, not of shape {shape}")
        self.shape = shape


class Pipeline:
    """Streams one wearable's samples through the chain.

    Every position in and out is a sample index at ``fs_hz``, 0 being the first sample ever pushed. The same
    samples, flags and gaps give the same results, to the sample and in the same order, however they are cut
    into pushes.

    Beats come out within a second of their R peak, their waves within a second of the T wave, everything else
    of a window 1.2 s after its end. If that window turns out to be useless, or AF, the waves that are none
    are taken back: fiducials of the same beat come again, without them. Findings that last (pauses, runs) may
    begin before ``settled``.

    Args:
        fs_hz: sample rate, 100 to 1000 Hz.
        classifier: calls the rhythm of each window; without one, rules do.
        delineator: "hearth", or "neurokit2" to compare with (3.4 s of import, 20 times the cost).

    Raises:
        RateError: the rate is outside that range.
    """

    version: Final = VERSION

    def __init__(
        self, fs_hz: float, *, classifier: Classifier | None = None, delineator: Delineator = "hearth"
    ) -> None:
        self.fs_hz = float(fs_hz)
        self._reporter = Reporter(delineator, classifier, record_model.beside(classifier))
        self._resampler = Resampler(self.fs_hz)
        self._delineates = delineator == "hearth"  # others need a window to look at
        self._chain = Chain(delineates=self._delineates)
        self._history = History(self.fs_hz)
        self._runs = Runs(self.fs_hz)
        self._origin = 0  # sample where the present stretch begins
        self._position = 0
        self._piece = int(PIECE_S * self.fs_hz)
        self._scale = self.fs_hz / FS_HZ
        self._held_uv = 0.0  # last good value: stands for samples without contact
        self._bridge = int(BRIDGE_S * self.fs_hz)
        self._missing = self._bridge  # values missing in a row up to here; none at the start stands for more

    @property
    def position(self) -> int:
        """Samples consumed, gaps included."""
        return self._position

    @property
    def settled(self) -> int:
        """Every beat, window, quality and fiducial before this sample is out."""
        return self._position if self._idle else self._sample(self._chain.window)

    @property
    def _idle(self) -> bool:
        return self._position == self._origin

    def push(self, uv: IntArray | FloatArray, *, lead_off: bool = False) -> list[Result]:
        """Takes samples, (n,) in uV, and returns what has become certain.

        Values that are not finite or beyond a volt, for over 12 ms, count as lost contact, and so do all
        samples pushed with ``lead_off``.

        Raises:
            ShapeError: ``uv`` is not one-dimensional.
        """
        samples = np.asarray(uv, np.float64)
        if samples.ndim != 1:
            raise ShapeError(samples.shape)
        if len(samples) <= self._piece:
            return self._take(samples, lead_off=lead_off) if len(samples) else []
        results: list[Result] = []
        for start in range(0, len(samples), self._piece):
            results += self._take(samples[start : start + self._piece], lead_off=lead_off)
        return results

    def gap(self, n: int) -> list[Result]:
        """``n`` samples are missing here: finishes what is pending and starts again behind them.

        Raises:
            ValueError: ``n`` is negative.
        """
        if n < 0:
            raise ValueError(f"a gap of {n} samples")
        if n == 0:
            return []
        results = self._end(cut=True)
        self._position += n
        self._restart(forget=n > FORGET_S * self.fs_hz)
        return results

    def finish(self) -> list[Result]:
        """The results still owed at the end of the signal; the next push begins a new stretch."""
        results = self._end(cut=False)
        self._restart(forget=False)
        return results

    def snapshot(self) -> bytes:
        """The whole state as bytes; :meth:`restore` goes on from it with identical results."""
        return pack(
            {
                "version": VERSION,
                "fs_hz": self.fs_hz,
                "delineator": self._reporter.delineator,
                "origin": self._origin,
                "position": self._position,
                "held_uv": self._held_uv,
                "missing": self._missing,
                "resampler": self._resampler.state(),
                "chain": self._chain.state(),
                "history": self._history.state(),
                "runs": self._runs.state(),
            }
        )

    @classmethod
    def restore(cls, data: bytes, *, classifier: Classifier | None = None) -> Self:
        """A pipeline that goes on where :meth:`snapshot` was taken.

        Raises:
            SnapshotError: the bytes are damaged, or were written by another version of the chain.
        """
        state = unpack(data)
        if state.get("version") != VERSION:
            raise SnapshotError(f"version {state.get('version')!r}, not {VERSION!r}")
        try:
            self = cls(state["fs_hz"], classifier=classifier, delineator=state["delineator"])
            self._origin = state["origin"]
            self._position = state["position"]
            self._held_uv = state["held_uv"]
            self._missing = state["missing"]
            self._resampler.load(state["resampler"])
            self._chain.load(state["chain"])
            self._history.load(state["history"])
            self._runs.load(state["runs"])
        except (KeyError, TypeError, ValueError) as error:
            raise SnapshotError(f"{type(error).__name__}: {error}") from error
        return self

    def _take(self, x: FloatArray, *, lead_off: bool) -> list[Result]:
        """At least one sample, at most a piece."""
        x, off = self._clean(x, lead_off=lead_off)
        self._position += len(x)
        return self._told(self._chain.push(*self._resampler.push(x, off)))

    def _clean(self, x: FloatArray, *, lead_off: bool) -> tuple[FloatArray, NDArray[np.bool_]]:
        """Samples with every lost value replaced by the last good one, and where contact was lost."""
        # No number is larger than the root of the sum of squares, and comparing that one is quicker.
        if not lead_off and (x.dot(x) < LIMIT_UV**2 or np.logical_and.reduce(np.abs(x) < LIMIT_UV)):
            self._missing = 0
            self._held_uv = x.item(-1)
            return x, np.zeros(len(x), np.bool_)
        good = np.abs(x) < LIMIT_UV
        good &= not lead_off
        at = np.arange(len(x))
        newest = np.maximum.accumulate(np.where(good, at, -1))  # good sample up to each
        x = np.where(newest >= 0, x[newest], self._held_uv)
        missing = at - newest + np.where(newest >= 0, 0, self._missing)  # in a row, up to each
        self._held_uv, self._missing = x.item(-1), missing.item(-1)
        return x, missing > (0 if lead_off else self._bridge)

    def _end(self, *, cut: bool) -> list[Result]:
        if self._idle:
            return []
        results = self._told(self._chain.push(*self._resampler.finish()))
        events, spans = self._chain.finish()
        results += self._told(events)
        for span in spans:
            results += self._window(span, cut=cut)
        results += self._runs.finish()
        return results

    def _restart(self, *, forget: bool) -> None:
        self._resampler.reset()
        self._chain.reset(forget=forget)
        self._history.break_off()
        self._missing = self._bridge
        self._origin = self._position

    def _sample(self, mark: float) -> int:
        return self._origin + self._resampler.to_input(mark)

    def _told(self, events: list[Event]) -> list[Result]:
        results: list[Result] = []
        for one in events:
            if isinstance(one, Found):
                beat = Beat(self._peak(one.at), one.label, round(one.height, 1), round(one.probability, 3))
                self._history.add(beat, one.at, clean=one.clean, doubt=one.doubt, certainty=one.certainty)
                results.append(beat)
            elif isinstance(one, Waves):
                fiducials = placed(one.mark, self._peak(one.at), one.at, self._scale)
                self._history.waves.append(fiducials)
                results.append(fiducials)
            else:
                results += self._window(one)
        return results

    def _peak(self, at: float) -> int:
        return min(max(self._sample(at), self._origin), self._position - 1)

    def _window(self, span: Span, *, cut: bool = False) -> list[Result]:
        start = self._sample(span.start)
        end = self._position if span.last else self._sample(span.end)
        told = self._history.waves_in(start, end) if self._delineates else None
        cut = cut and span.last
        results, window = self._reporter.report(span, (start, end), self._history, cut=cut, fiducials=told)
        if told:
            results[:0] = withdrawn(window, told)
        results += window_findings(window, self._history)
        results += self._runs.push(window, self._history.inside(start, end))
        self._history.forget(end)
        return results
