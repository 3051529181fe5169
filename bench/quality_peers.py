"""Signal quality scores of other packages behind one signature: a whole recording in, one number out."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bench.peers import FAILURES, NEEDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsp.types import FloatArray

    Scorer = Callable[[FloatArray, float], float]

CLASSES: Final = {"Unacceptable": 0.0, "Barely acceptable": 0.5, "Excellent": 1.0}
SPECTRUM: Final = 1024  # samples, the default of both packages


@dataclass(frozen=True, slots=True)
class QualityPeer:
    """One score, larger for better signals. ``call``: (mV, Hz) to it."""

    package: str
    method: str
    call: Scorer

    @property
    def name(self) -> str:
        """Package and method."""
        return f"{self.package} {self.method}"

    def score(self, uv: FloatArray, fs_hz: float) -> float | None:
        """The score; None where the package gives up, or gives no number."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                found = self.call(np.asarray(uv, np.float64) / 1000.0, fs_hz)
            except FAILURES:
                return None
        return None if math.isnan(found) else found


def _neurokit(method: str, approach: str | None = None, sign: float = 1.0) -> Scorer:
    def score(mv: FloatArray, fs_hz: float) -> float:
        nk = import_module("neurokit2")
        clean = nk.ecg_clean(mv, sampling_rate=int(fs_hz))
        found: Any = nk.ecg_quality(clean, sampling_rate=int(fs_hz), method=method, approach=approach)
        if isinstance(found, str):
            return CLASSES[found]
        return sign * float(np.nanmean(np.asarray(found, np.float64)))

    return score


def _detections(mv: FloatArray, fs_hz: float) -> tuple[Any, Any]:
    ecg = import_module("biosppy.signals.ecg")
    return (
        ecg.hamilton_segmenter(signal=mv, sampling_rate=fs_hz)[0],
        ecg.Pan_Tompkins_Plus_Plus_segmenter(signal=mv, sampling_rate=fs_hz)[0],
    )


def _bsqi(mv: FloatArray, fs_hz: float) -> float:
    ecg = import_module("biosppy.signals.ecg")
    return float(ecg.bSQI(*_detections(mv, fs_hz), fs=fs_hz, mode="matching"))


def _zz2018(mv: FloatArray, fs_hz: float) -> float:
    ecg = import_module("biosppy.signals.ecg")
    return CLASSES[ecg.ZZ2018(mv, *_detections(mv, fs_hz), fs=fs_hz, nseg=SPECTRUM)]


def _fsqi(mv: FloatArray, fs_hz: float) -> float:
    return float(import_module("biosppy.signals.ecg").fSQI(mv, fs=fs_hz, nseg=SPECTRUM))


def _ssqi(mv: FloatArray, _: float) -> float:
    return abs(float(import_module("biosppy.signals.ecg").sSQI(mv)))


def _ksqi(mv: FloatArray, _: float) -> float:
    return float(import_module("biosppy.signals.ecg").kSQI(mv))


def _psqi(mv: FloatArray, _: float) -> float:
    return float(import_module("biosppy.signals.ecg").pSQI(mv))


ALL: Final = (
    QualityPeer("neurokit2", "zhao2018", _neurokit("zhao2018", "simple")),
    QualityPeer("neurokit2", "zhao2018 fuzzy", _neurokit("zhao2018", "fuzzy")),
    QualityPeer("neurokit2", "averageQRS", _neurokit("averageQRS")),
    QualityPeer("neurokit2", "templatematch", _neurokit("templatematch")),
    QualityPeer("neurokit2", "dissimilarity", _neurokit("dissimilarity", sign=-1.0)),
    QualityPeer("neurokit2", "ho2025", _neurokit("ho2025")),
    QualityPeer("biosppy", "bSQI", _bsqi),
    QualityPeer("biosppy", "ZZ2018", _zz2018),
    QualityPeer("biosppy", "fSQI", _fsqi),
    QualityPeer("biosppy", "sSQI", _ssqi),
    QualityPeer("biosppy", "kSQI", _ksqi),
    QualityPeer("biosppy", "pSQI", _psqi),
)


def installed() -> tuple[list[QualityPeer], list[str]]:
    """Those that can run here, and the packages that are absent."""
    needed = {peer.package for peer in ALL}
    needed |= {more for name, more in NEEDS.items() if name in needed}
    absent = sorted(package for package in needed if find_spec(package) is None)
    return [
        peer for peer in ALL if peer.package not in absent and NEEDS.get(peer.package) not in absent
    ], absent
