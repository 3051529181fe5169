"""The seam for ONNX rhythm classifiers: found, unaltered, of the right shape, on one thread."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dsp.resample import FS_HZ
from dsp.types import HearthError, Rhythm
from dsp.windows import Call

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from onnxruntime import InferenceSession

    from dsp.types import FloatArray

THREADS: Final = 1  # many wearables share the cores: one window must never take them all
UV_PER_MV: Final = 1000.0
SUM_TOLERANCE: Final = 0.02  # quantized soft maxima do not add to one exactly


class ModelError(HearthError):
    """A model that cannot be used. ``path``: its file."""

    def __init__(self, path: Path, text: str) -> None:
        super().__init__(f"{path}: {text}")
        self.path = path


class ModelMissing(ModelError):
    """There is no such file, or it cannot be read."""


class ModelAltered(ModelError):
    """The file is not the one whose sha256 was given."""


class ModelShape(ModelError):
    """The file is no ONNX classifier of the expected inputs, outputs and metadata."""


class Classifier:
    """A rhythm classifier over windows of fixed length.

    The ONNX file takes float32 (batch, n) in millivolts with the mean removed, ``n`` = ``fs_hz`` *
    ``window_s``, and gives float32 (batch, classes) calibrated probabilities. Its metadata hold ``name``,
    ``version``, ``labels`` (a JSON list of ``dsp.types.Rhythm`` values), ``fs_hz`` (250, the chain's rate)
    and ``window_s``.
    """

    __slots__ = ("_input", "_session", "fs_hz", "labels", "n", "name", "sha256", "version", "window_s")

    def __init__(self, path: Path, data: bytes) -> None:
        self._session = _session(path, data)
        self.sha256 = hashlib.sha256(data).hexdigest()
        meta: Mapping[str, str] = self._session.get_modelmeta().custom_metadata_map
        try:
            self.name, self.version = meta["name"], meta["version"]
            self.labels = tuple(Rhythm(label) for label in json.loads(meta["labels"]))
            self.fs_hz, self.window_s = float(meta["fs_hz"]), float(meta["window_s"])
        except (KeyError, ValueError, TypeError) as error:
            raise ModelShape(path, f"metadata {error}") from error
        self.n = round(self.fs_hz * self.window_s)
        inputs, outputs = self._session.get_inputs(), self._session.get_outputs()
        if self.fs_hz != FS_HZ:
            raise ModelShape(path, f"made for {self.fs_hz:g} Hz, and the chain runs at {FS_HZ} Hz")
        if len(inputs) != 1 or len(outputs) != 1 or inputs[0].type != "tensor(float)":
            raise ModelShape(path, "one float input and one output are wanted")
        if list(inputs[0].shape[1:]) != [self.n]:
            raise ModelShape(path, f"input {inputs[0].shape}, not (batch, {self.n})")
        self._input: str = inputs[0].name
        trial = self._run(np.zeros((1, self.n), np.float32))
        if trial.shape != (1, len(self.labels)):
            raise ModelShape(path, f"output {trial.shape}, not (1, {len(self.labels)})")
        if trial.min() < 0.0 or abs(float(trial.sum()) - 1.0) > SUM_TOLERANCE:
            raise ModelShape(path, "the output is no probability distribution")

    def probabilities(self, x: FloatArray) -> Mapping[Rhythm, float] | None:
        """Probability of each label for samples at 250 Hz in uV; None when they are fewer than a window."""
        if len(x) < self.n:
            return None
        row = (x[: self.n] - x[: self.n].mean()) / UV_PER_MV
        values = self._run(row.astype(np.float32)[None, :])[0]
        return dict(zip(self.labels, (float(value) for value in values), strict=True))

    def call(self, x: FloatArray) -> Call | None:
        """The likeliest rhythm of a window, or None when it is too short to say."""
        probabilities = self.probabilities(x)
        if probabilities is None:
            return None
        rhythm = max(probabilities, key=lambda label: probabilities[label])
        return Call(rhythm, round(probabilities[rhythm], 4), f"{self.name}-{self.version}")

    def _run(self, rows: np.ndarray[Any, np.dtype[np.float32]]) -> np.ndarray[Any, np.dtype[np.float32]]:
        return np.asarray(self._session.run(None, {self._input: rows})[0], np.float32)


def load(path: Path, sha256: str) -> Classifier:
    """Opens a classifier whose file has the given sha256 (hexadecimal).

    Raises:
        ModelMissing: the file is absent or unreadable.
        ModelAltered: its checksum differs.
        ModelShape: it is no classifier for this seam.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelMissing(path, error.strerror or "unreadable") from error
    found = hashlib.sha256(data).hexdigest()
    if found != sha256.lower():
        raise ModelAltered(path, f"sha256 is {found}, not {sha256}")
    return Classifier(path, data)


def _session(path: Path, data: bytes) -> InferenceSession:
    # Imported here: the runtime costs 30 MB and a quarter of a second, and rules need none of it.
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415
    from onnxruntime.capi import onnxruntime_pybind11_state as errors  # noqa: PLC0415

    options = SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = THREADS
    broken = (
        errors.Fail,
        errors.InvalidArgument,
        errors.InvalidGraph,
        errors.InvalidProtobuf,
        errors.NotImplemented,
    )
    try:
        return InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except broken as error:
        raise ModelShape(path, f"no ONNX model: {error}") from error
