"""A part of a recording as a strip on ECG paper, with what is stored about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from daemon.decisive import stored
from daemon.export_found import analysis, events
from daemon.export_signal import pieces
from daemon.paper import Strip

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from daemon.export_signal import Part
    from dsp.types import FloatArray


def strip(
    conn: sqlite3.Connection, part: Part, name: str, began: datetime | None = None, *, chain: str = ""
) -> Strip:
    """The strip; its positions count from the part's first sample, taken at ``began``."""
    return Strip(
        name=name,
        lead=part.session.lead,
        fs_hz=part.session.fs_hz,
        uv=_uv(conn, part),
        start=0,
        total=part.n,
        chain=chain,
        analysis=analysis(conn, part, waves=True),
        began=began,
        decisive=stored(conn, events(conn, part), part.start),
    )


def _uv(conn: sqlite3.Connection, part: Part) -> FloatArray:
    """(n,) microvolts, NaN where there is no signal."""
    made = np.full(part.n, np.nan)
    for piece in pieces(conn, part):
        if piece.uv is not None:
            at = piece.start - part.start
            made[at : at + piece.n] = piece.uv
    return made
