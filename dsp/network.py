"""A small network of whole numbers: the same samples give the same heat on any machine, in any chunks."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from dsp.decisions import Decisions
from dsp.front import SCALE, TOP, WIDTH, Front
from dsp.models import ModelAltered, ModelMissing, ModelShape

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.state import State
    from dsp.types import FloatArray

    Weights = NDArray[np.float32]
    Places = NDArray[np.intp]

EXACT: Final = 2.0**24  # float32 holds every whole number up to here: no sum depends on its order
FILE: Final = Path(__file__).with_name("beat_network.npz")
SHA256: Final = "0d911337caedcdcf04783bcf3eac45563e1a5cea65df2b62cc63ccd047decce5"
SLOTS: Final = 2  # heats for each frame: 20 ms each
CEILING: Final = 30.0 * SCALE  # of activations
MOST: Final = 128  # frames that go through the layers at once: bounds the plans that are kept
ROOM: Final = 100  # frames, four seconds, for which each layer has room behind its past


@dataclass(frozen=True, slots=True)
class Layer:
    """One convolution: ``taps`` (kernel * in, out), ``bias`` (out,), ``dilation`` in frames.

    Taps and bias are whole numbers times a power of two for each output.
    """

    taps: Weights
    bias: Weights
    kernel: int
    dilation: int

    @property
    def reach(self) -> int:
        """Frames of the past that it needs."""
        return (self.kernel - 1) * self.dilation

    @property
    def width(self) -> int:
        """Numbers that come in for each frame."""
        return len(self.taps) // self.kernel


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The layers, shared by all streams; what is made of their heat. ``delay``: frames from a beat to it."""

    name: str
    version: str
    sha256: str
    delay: int
    layers: tuple[Layer, ...]
    head: Layer
    decisions: Decisions


def load(path: Path, sha256: str) -> Network:
    """Reads a network whose file has the given sha256 (hexadecimal).

    Raises:
        ModelMissing: the file is absent or unreadable.
        ModelAltered: its checksum differs.
        ModelShape: it is no network of this kind.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelMissing(path, error.strerror or "unreadable") from error
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise ModelAltered(path, f"sha256 is {found}, not {sha256}")
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            return _network(arrays, found)
    except (KeyError, ValueError, TypeError, zipfile.BadZipFile) as error:
        raise ModelShape(path, f"{type(error).__name__}: {error}") from error


@cache
def own() -> Network:
    """The network that comes with Hearth.

    Raises:
        ModelMissing, ModelAltered, ModelShape: the installation is damaged.
    """
    return load(FILE, SHA256)


def _network(arrays: Any, sha256: str) -> Network:  # noqa: ANN401 - numpy's own type is private
    meta = json.loads(str(arrays["meta"]))
    layers = []
    for k, (kernel, dilation) in enumerate(meta["layers"]):
        shifts = np.exp2(-arrays[f"shift{k}"].astype(np.float64))
        whole, bias = arrays[f"taps{k}"].astype(np.float64), arrays[f"bias{k}"].astype(np.float64)
        if len(whole) % kernel or not whole[0].shape == shifts.shape == bias.shape:
            raise ValueError(
                f"layer {k}: taps {whole.shape} of {kernel}, {len(shifts)} shifts, {len(bias)} biases"
            )
        if largest(whole, bias, signed=k == 0) >= EXACT:
            raise ValueError(f"layer {k}: sums beyond what is exact")
        layers.append(
            Layer((whole * shifts).astype(np.float32), (bias * shifts).astype(np.float32), kernel, dilation)
        )
    widths = [layer.width for layer in layers]
    if widths != [WIDTH, *(len(layer.bias) for layer in layers[:-1])] or len(layers[-1].bias) != SLOTS:
        raise ValueError(f"layers of {widths} inputs and {len(layers[-1].bias)} outputs")
    return Network(
        meta["name"],
        meta["version"],
        sha256,
        int(meta["delay"]),
        tuple(layers[:-1]),
        layers[-1],
        Decisions(**meta["decisions"]),
    )


def largest(taps: FloatArray, bias: FloatArray, *, signed: bool) -> float:
    """The largest sum that a layer can come by on its way; ``signed``: its inputs may be negative."""
    if signed:
        return float((np.abs(taps).sum(axis=0) * TOP + np.abs(bias)).max())
    sides = (np.maximum(side, 0.0).sum(axis=0) * CEILING + np.abs(bias) for side in (taps, -taps))
    return max(float(side.max()) for side in sides)


class Step(NamedTuple):
    """What a layer makes its next ``n`` frames with; ``together``: (n, kernel) frames that go together.

    Biases and the least and largest activation are repeated for each number that comes out: numpy takes up to
    five times as long where it has to spread one number, or one row, itself.
    """

    reach: int
    together: Places
    taps: Weights
    biases: Weights
    least: Weights
    most: Weights


@lru_cache(maxsize=16)
def _plan(network: Network, n: int) -> tuple[tuple[Step, ...], Weights, Weights]:
    """The steps that make ``n`` frames, and taps and biases of the head."""
    # Shared by layers of one width: what is not fetched anew for each of them is still at hand.
    bounds = {
        width: (np.zeros((n, width), np.float32), np.full((n, width), CEILING, np.float32))
        for width in {len(layer.bias) for layer in network.layers}
    }
    steps = []
    for layer in network.layers:
        together = np.arange(n)[:, None] + layer.dilation * np.arange(layer.kernel)
        biases = np.tile(layer.bias, (n, 1))
        steps.append(Step(layer.reach, together, layer.taps, biases, *bounds[len(layer.bias)]))
    return tuple(steps), network.head.taps, np.tile(network.head.bias, (n, 1))


class Heat:
    """Streams samples at 250 Hz (uV) into the heat of each slot of 20 ms: how likely a beat is there.

    Heat ``i`` is that of samples 5 ``i`` to 5 ``i`` + 4, in units of :data:`dsp.calls.STEPS`; that of
    samples before the first is left out.
    """

    __slots__ = ("_at", "_early", "_held", "_network", "_room", "front")

    def __init__(self, network: Network) -> None:
        self._network = network
        self.front = Front()
        self.reset(forget=True)

    def reset(self, *, forget: bool) -> None:
        """The next sample is index 0; ``forget``: also the size of the signal."""
        self.front.reset(forget=forget)
        self._early = self._network.delay  # frames still to be left out
        self._hold([np.zeros((layer.reach, layer.width), np.float32) for layer in self._network.layers])

    def _hold(self, past: list[Weights], room: int = ROOM) -> None:
        """Takes the past of each layer, with room behind it: new frames need not be joined to it."""
        self._held = [np.empty((len(one) + room, one.shape[1]), np.float32) for one in past]
        for held, one in zip(self._held, past, strict=True):
            held[: len(one)] = one
        self._room = room
        self._at = 0  # where the past begins

    def _make_room(self, n: int) -> None:
        if n > self._room:
            self._hold(self.past(), n)
            return
        at, self._at = self._at, 0
        for held in self._held:
            reach = len(held) - self._room
            held[:reach] = held[at : at + reach]

    def past(self) -> list[Weights]:
        """The frames that each layer needs of those before."""
        layers, at = self._network.layers, self._at
        return [held[at : at + layer.reach].copy() for held, layer in zip(self._held, layers, strict=True)]

    def push(self, x: FloatArray) -> Weights:
        """Heat of the next slots that can be told."""
        y = self.front.push(x)
        if len(y) > MOST:
            return np.concatenate([self._made(y[k : k + MOST]) for k in range(0, len(y), MOST)])
        return self._made(y) if len(y) else y.ravel()

    def _made(self, y: Weights) -> Weights:
        """Heat from at least one row of the front."""
        n = len(y)
        steps, taps, biases = _plan(self._network, n)
        at = self._at
        if at + n > self._room:
            self._make_room(n)
            at = 0
        self._at = at + n
        for held, (reach, together, layer, offsets, least, most) in zip(self._held, steps, strict=True):
            end = at + reach
            held[end : end + n] = y
            y = held[at : end + n].take(together, 0).reshape(n, -1).dot(layer)
            y += offsets
            np.rint(y, out=y)
            np.minimum(y, most, out=y)
            np.maximum(y, least, out=y)
        heat: Weights = y.dot(taps)
        heat += biases
        np.rint(heat, out=heat)
        if self._early:
            late = min(n, self._early)
            self._early -= late
            heat = heat[late:]
        return heat.ravel()

    def state(self) -> State:
        """Everything the next heat depends on."""
        return {
            "front": self.front.state(),
            "early": self._early,
            "past": [past.astype(np.int16) for past in self.past()],
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self.front.load(state["front"])
        self._early = state["early"]
        self._hold([past.astype(np.float32) for past in state["past"]])
