"""Where the beats are: what a small network's heat says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.calls import PER_FRAME, SIDE, Caller
from dsp.front import FRAME, REACH
from dsp.network import Heat, own

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.calls import Taken
    from dsp.network import Network
    from dsp.state import State
    from dsp.types import FloatArray

TOUCH: Final = 17  # samples, 68 ms: a beat so near to lost contact is none
EDGE: Final = 17  # samples: nor one so near to the end of the signal
AFTER: Final = 3  # frames of heat that the last hump wants behind it
RECENT: Final = 250  # samples that contact is remembered for: a hump is known within a second


class Complex(NamedTuple):
    """A QRS complex found: index at 250 Hz of its middle.

    ``doubt``: height of the largest hump passed over since the one before, 1 for that of a certain beat.
    ``decided``: samples that had to be known before it was certain; it never descends. ``certainty``: how
    likely it is a beat.
    """

    at: int
    doubt: float
    decided: int
    certainty: float = 1.0


class BeatDetector:
    """Streams samples at 250 Hz into QRS complexes (their middles; refine them to R peaks afterwards).

    A network tells the heat of every 20 ms, :class:`dsp.calls.Caller` which of its humps are beats. Clear
    beats are out 290 to 350 ms after they were, doubtful ones within 0.9 s. Decisions depend on positions
    only, never on how the samples were chunked.

    Args:
        network: another than the one that comes with Hearth.

    Raises:
        ModelMissing, ModelAltered, ModelShape: the network that comes with Hearth is damaged.
    """

    def __init__(self, network: Network | None = None) -> None:
        self._network = own() if network is None else network
        self._heat = Heat(self._network)
        self._caller = Caller(self._network.decisions, self._contact)
        self.reset(forget=True)

    def reset(self, *, forget: bool) -> None:
        """Starts at index 0 again; ``forget``: also the size, rhythm and steepness learnt so far."""
        self._heat.reset(forget=forget)
        self._caller.reset(forget=forget)
        self._end = 0
        self._lost = np.empty(0, np.int64)  # recent samples without contact
        self._value = 0.0  # the newest sample

    def push(self, x: FloatArray, off: NDArray[np.bool_]) -> list[Complex]:
        """The beats that are now certain, ascending. ``x`` and ``off``: (n,)."""
        if not len(x):
            return []
        if np.count_nonzero(off):  # quicker than any()
            lost = np.concatenate((self._lost, np.flatnonzero(off) + self._end))
            self._lost = lost[lost >= self._end - RECENT]
        self._end += len(x)
        self._value = x.item(-1)
        heat, front = self._heat.push(x), self._heat.front
        return [self._complex(one) for one in self._caller.push(heat, front.steepest, front.slopes)]

    def finish(self) -> list[Complex]:
        """The beats still in doubt at the end of the signal: the last value stands for the time after it."""
        end = self._end
        if not end:
            return []
        n = (self._network.delay + AFTER) * FRAME + REACH
        found = self.push(np.full(n, self._value), np.zeros(n, np.bool_))
        found += [self._complex(one) for one in self._caller.finish()]
        return [one for one in found if one.at < end - EDGE]

    def _complex(self, one: Taken) -> Complex:
        frame = (one.scanned - 1 + SIDE) // PER_FRAME + self._network.delay
        return Complex(one.at, one.doubt, (frame + 1) * FRAME + REACH, one.certainty)

    def _contact(self, at: int) -> bool:
        lost = self._lost
        return not len(lost) or not bool(((lost >= at - TOUCH) & (lost <= at + TOUCH)).any())

    def state(self) -> State:
        """Everything the next samples depend on."""
        return {
            "network": f"{self._network.name}-{self._network.version}",
            "heat": self._heat.state(),
            "caller": self._caller.state(),
            "end": self._end,
            "lost": self._lost.copy(),
            "value": self._value,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave.

        Raises:
            ValueError: it was given with another network.
        """
        if state["network"] != (own := f"{self._network.name}-{self._network.version}"):
            raise ValueError(f"beats found by {state['network']}, not {own}")
        self._heat.load(state["heat"])
        self._caller.load(state["caller"])
        self._end = state["end"]
        self._lost = state["lost"]
        self._value = state["value"]
