"""The newest samples of a wearable, followed by reading the store."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

from dsp.types import Segment
from storage import samples
from storage.errors import ChecksumMismatch
from storage.sessions import RR

if TYPE_CHECKING:
    import sqlite3

    from dsp.types import FloatArray


class Tail:
    """The last ``seconds`` of one wearable. Each look reads only what is new since the one before."""

    def __init__(self, device: str, seconds: float) -> None:
        self.device = device
        self.seconds = seconds
        self.fs_hz = 0.0
        self.position = 0  # one past the newest sample, on the session's own axis
        self._session = -1
        self._uv = np.empty(0)

    @property
    def uv(self) -> FloatArray:
        """(n,) microvolts up to ``position``, oldest first; NaN: missing, or an electrode was off."""
        return self._uv

    def look(self, conn: sqlite3.Connection) -> int:
        """Read what is new; how many samples and missing places that were."""
        session = samples.current_session(conn, self.device)
        if session is None:
            return 0
        if session.signal == RR:  # there is no waveform to draw
            self._session, self._uv, self.position = session.id, np.empty(0), 0
            return 0
        keep = round(self.seconds * session.fs_hz)
        if session.id != self._session:
            self._session, self.fs_hz = session.id, session.fs_hz
            self.position = max(session.raw_from, session.position - keep)
            self._uv = np.empty(0)
        start = max(self.position, session.raw_from, session.position - keep)
        pieces = [self._uv, np.full(start - self.position, np.nan)]
        with suppress(ChecksumMismatch):  # the daemon gives the block up; until then its place is empty
            for item in samples.read(conn, session.id, start, session.position):
                if isinstance(item, Segment) and not item.lead_off:
                    pieces.append(item.uv.astype(np.float64))
                else:
                    pieces.append(np.full(item.end - item.start, np.nan))
        read = sum(len(piece) for piece in pieces[1:])
        pieces.append(np.full(session.position - self.position - read, np.nan))
        new = session.position - self.position
        self._uv = np.concatenate(pieces)[-keep:]
        self.position = session.position
        return new
