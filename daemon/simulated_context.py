"""The half minute of beats that the chain's rules look back on, made up where one of them is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from daemon.simulated_rows import LABELS
from dsp.history import CONTEXT_S, History
from dsp.types import Beat

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from daemon.simulated_rows import Heard

    Indices = NDArray[np.int64]

REACH_S: Final = CONTEXT_S + 15.0  # with a window and the beat before to spare


class Context:
    """Beats of one session in order of time, as the chain's own history once it is wanted."""

    def __init__(self, fs_hz: float) -> None:
        self._fs_hz = fs_hz
        self._reach = round(REACH_S * fs_hz)
        self._r = np.empty(0, np.int64)
        self._ectopic = np.empty(0, np.int8)
        self._linked = np.empty(0, np.bool_)
        self._history = History(fs_hz)
        self._fed = 0  # beats that the history has been given, or that were too long ago for it

    def extend(self, beats: Heard, linked: NDArray[np.bool_]) -> None:
        """More beats; ``linked``: whether each ends an interval with the one before."""
        self._r = np.concatenate((self._r, beats.r))
        self._ectopic = np.concatenate((self._ectopic, beats.ectopic))
        self._linked = np.concatenate((self._linked, linked))

    def history(self, start: int, end: int) -> History:
        """The chain's history as it was when the window [start, end) was judged."""
        first, last = np.searchsorted(self._r, (start - self._reach, end)).tolist()
        if first > self._fed:
            self._history, self._fed = History(self._fs_hz), first
        part = slice(self._fed, last)
        rows = zip(
            self._r[part].tolist(), self._ectopic[part].tolist(), self._linked[part].tolist(), strict=True
        )
        for at, kind, linked in rows:
            if not linked:
                self._history.break_off()
            self._history.add(Beat(at, LABELS[kind]), float(at), clean=True)
        self._fed = max(self._fed, last)
        return self._history

    def forget(self, before: int) -> None:
        """Windows that begin before sample ``before`` will not be asked for again."""
        gone = int(np.searchsorted(self._r, before - self._reach))
        gone = min(gone, max(self._fed, gone))
        self._r, self._ectopic, self._linked = self._r[gone:], self._ectopic[gone:], self._linked[gone:]
        self._fed = max(self._fed - gone, 0)
