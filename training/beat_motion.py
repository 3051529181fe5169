"""Records with the electrode motion that the noise stress test leaves out.

The test takes two minutes of NSTDB's ``em`` and leaves out two, in turn, from the fifth minute on; its first
five minutes only tell how loud it is. The minutes left out, both leads, are laid into records of DS1, but
never into 118 and 119: no sample of the test is in them, though it is the same person's electrode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import wfdb

from dsp.resample import FS_HZ
from training.beat_examples import at_chain_rate, beat_size, source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsp.types import FloatArray
    from training.beat_examples import Source

RECORDS: Final = (
    *("106", "203", "215", "101", "112", "122", "124"),
    *("205", "223", "109", "116", "208", "230", "201"),
)
SNRS_DB: Final = (15.0, 9.0, 3.0, -3.0)
LENGTH: Final = 8 * 60 * FS_HZ
SPELL: Final = 60 * FS_HZ  # noise comes and goes, a minute each
BEFORE: Final = 300 * FS_HZ  # before the test's first noise
LEFT_OUT: Final = range(420 * FS_HZ, 1740 * FS_HZ, 240 * FS_HZ)  # where minutes left out begin,
MINUTES: Final = 120 * FS_HZ  # two each


def motion(data: Path) -> list[tuple[FloatArray, float]]:
    """Of each lead what the test leaves out, joined without steps, and how loud the lead is."""
    record = wfdb.rdrecord(str(data / "nstdb" / "em"))
    found = []
    for lead in record.p_signal.T:
        x = at_chain_rate(lead * 1000.0, record.fs)
        joined = x[:BEFORE] - x[:BEFORE].mean()
        for a in LEFT_OUT:
            joined = np.concatenate((joined, x[a : a + MINUTES] - x[a] + joined[-1]))
        loud = np.sort(x[:BEFORE].reshape(-1, FS_HZ).std(axis=1))
        cut = len(loud) // 20
        found.append((joined, float(loud[cut:-cut].mean())))
    return found


def moved(data: Path) -> Iterator[tuple[str, float, Source, FloatArray]]:
    """Record, signal-to-noise ratio, what is known of it, and its first lead with the noise."""
    leads = motion(data)
    for k, name in enumerate(RECORDS):
        one = source(data / "mitdb" / name)
        clean = one.uv[0, :LENGTH]
        size = beat_size(clean, one.beats[one.beats < LENGTH]) / np.sqrt(8.0)
        noise, loud = leads[k % len(leads)]
        for j, snr_db in enumerate(SNRS_DB):
            x = np.resize(np.roll(noise, -((k * 7 + j * 3) % 16) * SPELL), LENGTH)
            spells = x.reshape(-1, SPELL) - x[::SPELL, None]
            spells[::2] = 0.0
            yield name, snr_db, one, clean + spells.ravel() * size / loud * 10.0 ** (-snr_db / 20.0)
