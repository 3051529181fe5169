"""Beat detectors of other packages behind one signature, for the benchmarks to run beside Hearth's.

Each gets a whole record at once, in mV, as its own documentation has it: most look ahead or at the whole
signal, which a stream cannot. They come with the extra ``bench``; the benchmarks run without them.
"""

from __future__ import annotations

import time
import warnings
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.ec57 import Samples
    from dsp.types import FloatArray

    Detector = Callable[[FloatArray, float], Any]

NEUROKIT: Final = (
    "neurokit",
    "pantompkins1985",
    "hamilton2002",
    "zong2003",
    "martinez2004",
    "christov2004",
    "gamboa2008",
    "elgendi2010",
    "engzeemod2012",
    "manikandan2012",
    "kalidas2017",
    "khamis2016",
    "nabian2018",
    "rodrigues2021",
    "emrich2023",
)
# Their package names no cleaning for these: its default.
UNCLEANED: Final = frozenset({"martinez2004", "manikandan2012", "khamis2016", "nabian2018", "rodrigues2021"})
NEEDS: Final = {"neurokit2 emrich2023": "ts2vg", "biosppy": "peakutils"}  # what their metadata do not ask for
# Without the slope sum methods: their thresholds are absolute, in a unit that neither package names.
BIOSPPY: Final = ("hamilton", "christov", "engzee", "gamboa", "ASI", "Pan_Tompkins_Plus_Plus")
ECGDETECTORS: Final = (
    "hamilton",
    "christov",
    "engzee",
    "swt",
    "pan_tompkins",
    "two_average",
    "wqrs",
)
ADC_GAIN: Final = 200.0  # per mV, what gqrs was made for
CORRECTION_S: Final = 0.05  # biosppy moves each beat to the largest sample around it, by its own default
# What these packages raise on signals they cannot cope with.
FAILURES: Final = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    UnboundLocalError,
    ValueError,
    UserWarning,
)


@dataclass(frozen=True, slots=True)
class Peer:
    """One detector. ``package``: where it comes from; ``call``: (mV, Hz) to sample indices."""

    package: str
    method: str
    call: Detector

    @property
    def name(self) -> str:
        """Package and method."""
        return f"{self.package} {self.method}".strip()

    def beats(self, uv: FloatArray, fs_hz: float) -> tuple[Samples, float, bool]:
        """Beats in order, CPU seconds taken, and whether the package gave up on the signal."""
        import_module(self.package)  # not what is measured
        started = time.process_time()
        failed = False
        found: Any = ()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                found = self.call(np.asarray(uv, np.float64) / 1000.0, fs_hz)
            except FAILURES:
                failed = True
        taken = time.process_time() - started
        samples = np.asarray(found, np.float64).ravel()
        samples = samples[np.isfinite(samples)]
        return np.unique(np.rint(samples).astype(np.int64)), taken, failed


def _neurokit(method: str) -> Detector:
    def detect(mv: FloatArray, fs_hz: float) -> Any:  # noqa: ANN401 - an array of an untyped package
        nk = import_module("neurokit2")  # 3.4 s
        cleaning = "neurokit" if method in UNCLEANED else method
        clean = nk.ecg_clean(mv, sampling_rate=int(fs_hz), method=cleaning)
        return nk.ecg_findpeaks(clean, sampling_rate=int(fs_hz), method=method)["ECG_R_Peaks"]

    return detect


def _xqrs(mv: FloatArray, fs_hz: float) -> Any:  # noqa: ANN401 - likewise
    return import_module("wfdb.processing").xqrs_detect(mv, fs_hz, verbose=False)


def _gqrs(mv: FloatArray, fs_hz: float) -> Any:  # noqa: ANN401 - likewise
    digital = np.rint(mv * ADC_GAIN).astype(np.int64)
    return import_module("wfdb.processing").gqrs_detect(
        d_sig=digital, fs=fs_hz, adc_gain=ADC_GAIN, adc_zero=0
    )


def _sleepecg(mv: FloatArray, fs_hz: float) -> Any:  # noqa: ANN401 - likewise
    return import_module("sleepecg").detect_heartbeats(mv, fs_hz)


def _biosppy(method: str) -> Detector:
    def detect(mv: FloatArray, fs_hz: float) -> Any:  # noqa: ANN401 - likewise
        ecg, tools = import_module("biosppy.signals.ecg"), import_module("biosppy.signals.tools")
        # The filter and the correction of its own ecg() function.
        filtered, _, _ = tools.filter_signal(
            signal=mv,
            ftype="FIR",
            band="bandpass",
            order=int(1.5 * fs_hz),
            frequency=[0.67, 45],
            sampling_rate=fs_hz,
        )
        filtered = filtered - np.mean(filtered)
        (found,) = getattr(ecg, f"{method}_segmenter")(signal=filtered, sampling_rate=fs_hz)
        (moved,) = ecg.correct_rpeaks(signal=filtered, rpeaks=found, sampling_rate=fs_hz, tol=CORRECTION_S)
        return moved

    return detect


def _ecgdetectors(method: str) -> Detector:
    def detect(mv: FloatArray, fs_hz: float) -> Any:  # noqa: ANN401 - likewise
        detectors = import_module("ecgdetectors").Detectors(int(fs_hz))
        return getattr(detectors, f"{method}_detector")(mv)

    return detect


def _heartpy(mv: FloatArray, fs_hz: float) -> Any:  # noqa: ANN401 - likewise
    heartpy = import_module("heartpy")
    filtered = heartpy.filter_signal(mv, cutoff=0.05, sample_rate=fs_hz, filtertype="notch")
    working, _ = heartpy.process(heartpy.scale_data(filtered), fs_hz)
    # It marks some of its peaks as wrong itself.
    kept = np.asarray(working["binary_peaklist"], np.bool_)
    return np.asarray(working["peaklist"])[kept]


ALL: Final = (
    *(Peer("neurokit2", method, _neurokit(method)) for method in NEUROKIT),
    Peer("wfdb", "xqrs", _xqrs),
    Peer("wfdb", "gqrs", _gqrs),
    Peer("sleepecg", "", _sleepecg),
    *(Peer("biosppy", method, _biosppy(method)) for method in BIOSPPY),
    *(Peer("ecgdetectors", method, _ecgdetectors(method)) for method in ECGDETECTORS),
    Peer("heartpy", "", _heartpy),
)


def installed(names: Sequence[str] = ()) -> tuple[list[Peer], list[str]]:
    """Peers whose name holds one of ``names`` and that can run here; and the packages that are absent."""
    wanted = [peer for peer in ALL if not names or any(name in peer.name for name in names)]
    lacking = {
        peer.name: [package for package in _needed(peer) if find_spec(package) is None] for peer in wanted
    }
    absent = sorted({package for packages in lacking.values() for package in packages})
    return [peer for peer in wanted if not lacking[peer.name]], absent


def _needed(peer: Peer) -> list[str]:
    more = (NEEDS.get(peer.package), NEEDS.get(peer.name))
    return [peer.package, *(package for package in more if package is not None)]
