"""Made hearts to train signal quality on: runs of wide beats, couplets, bigeminy and pauses in clean signal.

Recordings hold few of them, and what is rare is easily taken for motion.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec
import numpy as np
from scipy.signal import resample_poly

from ingest.scenario import Scenario
from ingest.synthesis import synthesize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from dsp.types import FloatArray

COUNT: Final = 24
PLANS: Final = ("none", "recorded", "made")  # noise of each way a heart is used
MINUTES: Final = 8
EVENT_S: Final = 18  # from one event to the next, or so: half of the windows hold one
FS_HZ: Final = 240  # made at, and brought to 360
UP: Final = (3, 2)
WIDE: Final = frozenset("VE")  # symbols of ventricular beats
FLUTTER: Final = ("[", "]")
NOW: Final = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Heart(NamedTuple):
    """A lead with known beats, at 360 Hz. ``kinds``: a symbol of each; ``flutter``: spans to leave out."""

    name: str
    uv: FloatArray
    beats: NDArray[np.int64]
    kinds: NDArray[np.str_]
    flutter: Sequence[tuple[int, int]] = ()


def hearts(rng: np.random.Generator) -> Iterator[Heart]:
    """``COUNT`` of them, each with a rate, shape and illness of its own."""
    for k in range(COUNT):
        scenario = msgspec.convert(_scenario(k, rng), Scenario, dec_hook=_time_words)
        parts: list[FloatArray] = []
        beats: list[tuple[int, str]] = []
        for chunk in synthesize(scenario, now=NOW, chunk_s=60.0):
            parts.append(np.zeros(chunk.n) if chunk.uv is None else chunk.uv.astype(np.float64))
            beats += [(beat.sample, beat.label.value) for beat in chunk.beats]
        up, down = UP
        uv = resample_poly(np.concatenate(parts), up, down, padtype="line")
        at = np.array([sample for sample, _ in beats], np.int64) * up // down
        yield Heart(f"made-{k}", uv, at, np.array([symbol for _, symbol in beats]))


def _time_words(kind: type[Any], value: object) -> object:
    return kind.parse(value)


def _scenario(k: int, rng: np.random.Generator) -> dict[str, object]:
    events = []
    at = 5
    while at < MINUTES * 60 - 2 * EVENT_S:
        events.append({"at": f"+{at}s", **_event(rng)})
        at += int(EVENT_S * rng.uniform(0.8, 1.6))
    heart = {
        "rate_bpm": round(rng.uniform(48.0, 100.0), 1),
        "rmssd_ms": round(rng.uniform(10.0, 60.0), 1),
        "qrs_ms": round(rng.uniform(80.0, 125.0), 1),
        "amplitude_uv": round(float(np.exp(rng.uniform(5.8, 7.4))), 1),
        "s_per_hour": round(rng.uniform(0.0, 60.0), 1),
        "v_per_hour": round(rng.uniform(0.0, 60.0), 1),
        "events": events,
    }
    device = {"id": "made", "fs_hz": FS_HZ, "noise_uv": round(rng.uniform(2.0, 15.0), 1)}
    return {
        "name": f"made-{k}",
        "span": f"{MINUTES}m",
        "seed": k,
        "wearers": [{"name": "made", "tz": "UTC", "heart": heart, "devices": [device]}],
    }


def _event(rng: np.random.Generator) -> dict[str, object]:
    kind = rng.choice(("run", "run", "couplet", "bigeminy", "ectopy", "pause"))
    if kind == "run":
        beats, bpm = int(rng.integers(3, 25)), round(rng.uniform(110.0, 220.0), 1)
        return {"kind": "wide_run", "beats": beats, "rate_bpm": bpm}
    if kind == "couplet":
        return {"kind": "wide_run", "beats": 2, "rate_bpm": round(rng.uniform(110.0, 200.0), 1)}
    if kind == "bigeminy":
        return {"kind": "bigeminy", "duration": f"{int(rng.integers(6, 12))}s"}
    if kind == "ectopy":
        return {"kind": "ectopy", "duration": "10s", "v_per_hour": round(rng.uniform(300.0, 1500.0), 1)}
    return {"kind": "pause", "seconds": round(rng.uniform(2.2, 6.0), 2)}
