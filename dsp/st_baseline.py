"""The wearer's own ST level, which changes are told from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsp.middle import median

if TYPE_CHECKING:
    from dsp.state import State

LEARN: Final = 30  # windows of 10 s: five minutes of clear signal tell what is usual,
STEP_UV: Final = 0.5  # and from then on it follows so slowly that half an hour moves it by at most 90 uV


class StBaseline:
    """What the ST level of this wearer usually is, robustly and only from the past.

    The baseline is the median of the ST medians (J+60, see :class:`dsp.interval_types.BeatIntervals`) of the
    first ``LEARN`` analysable windows. Each later one moves it towards itself, by at most ``STEP_UV`` however
    far away it is: a running median with a memory of hours. Posture moves ST by as much as ischaemia may; the
    baseline does not tell them apart.
    """

    def __init__(self) -> None:
        self._first: list[float] = []
        self.usual_uv: float | None = None  # None while it is learnt

    def learn(self, st_uv: float) -> None:
        """Takes the median ST level of one more analysable window."""
        if self.usual_uv is not None:
            self.usual_uv += min(STEP_UV, max(-STEP_UV, st_uv - self.usual_uv))
            return
        self._first.append(st_uv)
        if len(self._first) == LEARN:
            self.usual_uv = median(self._first)
            self._first = []

    def state(self) -> State:
        """Everything the next windows depend on."""
        return {"first": list(self._first), "usual_uv": self.usual_uv}

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._first = state["first"]
        self.usual_uv = state["usual_uv"]
