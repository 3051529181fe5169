"""The seam for ONNX rhythm classifiers: found, unaltered, of the right shape, on one thread."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp import rhythm_input
from dsp.resample import FS_HZ
from dsp.types import HearthError, Rhythm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from dsp.types import FloatArray

    Rows = NDArray[np.float32]

FILE: Final = Path(__file__).with_name("rhythm.onnx")  # written by training/rhythm.py
SHA256: Final = "b4287adddffe921cdab489b09d6dd58a70db77b5bda5eccdaf1e23b512187fd5"
THREADS: Final = 1  # many wearables share the cores: one window must never take them all
UV_PER_MV: Final = 1000.0
SUM_TOLERANCE: Final = 0.02  # quantized soft maxima do not add to one exactly
MOST_ROWS: Final = 16  # that go through a model at once: more are no faster, and take memory
PLAIN: Final = "millivolt"  # of a model that does not say how its input is prepared


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


def millivolts(x: FloatArray) -> Rows:
    """(n,) uV to (n,) mV with the mean removed."""
    row: Rows = ((x - x.mean()) / UV_PER_MV).astype(np.float32)
    return row


# How a model's rows are made of uV at 250 Hz, by the name it asks for, and their rate.
PREPARATIONS: Final[Mapping[str, tuple[Callable[[FloatArray], Rows], float]]] = {
    PLAIN: (millivolts, float(FS_HZ)),
    rhythm_input.NAME: (rhythm_input.prepare, rhythm_input.FS_HZ),
}


class Classifier:
    """A rhythm classifier over some seconds of one lead.

    The ONNX file takes float32 (batch, n) and gives float32 (batch, classes) calibrated probabilities. Its
    metadata hold ``name``, ``version``, ``labels`` (a JSON list of ``dsp.types.Rhythm`` values), ``fs_hz``
    and ``window_s``, the longest stretch it looks at. Where ``n`` is free, ``shortest_s`` says the shortest;
    else there is but one length. ``preparation`` says what the rows are: "millivolt" with the mean removed at
    250 Hz, where it is not said, or "rhythm-1", :func:`dsp.rhythm_input.prepare`.
    """

    __slots__ = (
        "_input",
        "_prepare",
        "_session",
        "fs_hz",
        "labels",
        "n",
        "name",
        "sha256",
        "shortest",
        "shortest_s",
        "version",
        "window_s",
    )

    def __init__(self, path: Path, data: bytes) -> None:
        self._session = _session(path, data)
        self.sha256 = hashlib.sha256(data).hexdigest()
        meta: Mapping[str, str] = self._session.get_modelmeta().custom_metadata_map
        try:
            self.name, self.version = meta["name"], meta["version"]
            self.labels = tuple(Rhythm(label) for label in json.loads(meta["labels"]))
            self.fs_hz, self.window_s = float(meta["fs_hz"]), float(meta["window_s"])
            self.shortest_s = float(meta.get("shortest_s", self.window_s))
            self._prepare, fs_hz = PREPARATIONS[meta.get("preparation", PLAIN)]
        except (KeyError, ValueError, TypeError) as error:
            raise ModelShape(path, f"metadata {error}") from error
        if self.fs_hz != fs_hz:
            raise ModelShape(path, f"made for {self.fs_hz:g} Hz, and its rows come at {fs_hz:g} Hz")
        self.n, self.shortest = round(FS_HZ * self.window_s), round(FS_HZ * self.shortest_s)
        self._check(path)

    @property
    def title(self) -> str:
        """Name and version, as windows give them."""
        return f"{self.name}-{self.version}"

    def probabilities(self, x: FloatArray) -> Mapping[Rhythm, float] | None:
        """Probability of each label for one continuous stretch, (n,) uV at the chain's 250 Hz.

        Of a stretch longer than ``window_s`` the end is looked at. None when it is shorter than
        ``shortest_s``.
        """
        if len(x) < self.shortest:
            return None
        values = self.run(self._prepare(x[-self.n :])[None, :])[0]
        return dict(zip(self.labels, (float(value) for value in values), strict=True))

    def many(self, rows: Sequence[FloatArray]) -> Rows:
        """(len(rows), len(labels)) the same for many stretches, each at least ``shortest_s`` long.

        Raises:
            ValueError: one is shorter.
        """
        said = np.empty((len(rows), len(self.labels)), np.float32)
        alike: dict[int, list[int]] = {}
        for k, row in enumerate(rows):
            if len(row) < self.shortest:
                raise ValueError(f"{len(row)} samples, and the model needs {self.shortest}")
            alike.setdefault(min(len(row), self.n), []).append(k)
        for places in alike.values():
            for first in range(0, len(places), MOST_ROWS):
                some = places[first : first + MOST_ROWS]
                said[some] = self.run(np.stack([self._prepare(rows[k][-self.n :]) for k in some]))
        return said

    def _check(self, path: Path) -> None:
        inputs, outputs = self._session.get_inputs(), self._session.get_outputs()
        if len(inputs) != 1 or len(outputs) != 1 or inputs[0].type != "tensor(float)":
            raise ModelShape(path, "one float input and one output are wanted")
        shape = list(inputs[0].shape)
        fixed = round(self.window_s * self.fs_hz) if self.n == self.shortest else None
        if len(shape) != 2 or (isinstance(shape[1], int) and shape[1] != fixed):  # noqa: PLR2004 - batch, n
            raise ModelShape(path, f"input {shape}, not (batch, {fixed or 'any length'})")
        self._input: str = inputs[0].name
        for n in {self.shortest, self.n}:
            trial = self.run(self._prepare(np.zeros(n))[None, :])
            if trial.shape != (1, len(self.labels)):
                raise ModelShape(path, f"output {trial.shape}, not (1, {len(self.labels)})")
            if trial.min() < 0.0 or abs(float(trial.sum()) - 1.0) > SUM_TOLERANCE:
                raise ModelShape(path, "the output is no probability distribution")

    def run(self, rows: Rows) -> Rows:
        """(rows, labels) probabilities for rows as the model wants them, all of one length."""
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


@cache
def shipped() -> Classifier:
    """The classifier that comes with Hearth; opened once, and safe to share between threads.

    Raises:
        ModelMissing, ModelAltered, ModelShape: the installation is damaged.
    """
    return load(FILE, SHA256)


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
