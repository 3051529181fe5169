"""Episodes: findings of the same kind, joined over time with hysteresis."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Self

from dsp.state import SnapshotError, pack, unpack
from dsp.thresholds import value
from dsp.types import Finding, FindingKind, Rhythm, Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dsp.types import Result

VERSION: Final = "episodes-3"
SOON_S: Final = 20.0  # of AF opens an episode where the half minute around it is called AF as a whole,
SURE_S: Final = 10.0  # and so much does where that is sure: half a minute fills two windows at most
SURE: Final = 0.9  # probability; on DS1, noise or not, no false episode comes of it, nor down to 0.7


@dataclass(frozen=True, slots=True)
class Episode:
    """One episode as known so far; ``kind`` and ``start`` name it, later reports of the same replace it.

    ``start``, ``n``: samples; ``value``: the most telling of its findings, in their unit (AF: mean
    irregularity); ``open``: it may still grow.
    """

    kind: FindingKind
    start: int
    n: int
    value: float
    open: bool
    probability: float | None = None

    @property
    def end(self) -> int:
        """One past its last sample."""
        return self.start + self.n


@dataclass(frozen=True, slots=True)
class Rule:
    """How findings of a kind join.

    ``bridge_s``: longest interruption that does not end an episode; ``least_s``: how much must be found
    before it is reported, interruptions not counted; ``telling``: picks the value to keep. To begin takes
    more than to go on: noise and doubt neither make an episode nor cut one in two.
    """

    bridge_s: float
    least_s: float
    telling: Callable[[float, float], float]


RULES: Final[Mapping[FindingKind, Rule]] = {
    # One window of noise or of doubtful rhythm does not cut an episode of half a minute in two.
    FindingKind.AF: Rule(30.0, value("af_episode"), max),
    FindingKind.BRADY: Rule(10.0, value("severe_brady_duration"), min),
    FindingKind.TACHY: Rule(10.0, value("severe_brady_duration"), max),
    FindingKind.PAUSE: Rule(0.0, 0.0, max),
    # Runs are reported again while they grow; a beat interval of 3 s would be a pause.
    FindingKind.WIDE_RUN: Rule(value("pause"), 0.0, max),
    FindingKind.BIGEMINY: Rule(value("pause"), 0.0, max),
    FindingKind.TRIGEMINY: Rule(value("pause"), 0.0, max),
}


class EpisodeMerger:
    """Streams results into episodes. State is one open episode per kind: it does not grow.

    Args:
        fs_hz: sample rate of the positions.
    """

    def __init__(self, fs_hz: float) -> None:
        self.fs_hz = float(fs_hz)
        self._open: dict[FindingKind, Episode] = {}
        self._found: dict[FindingKind, int] = {}  # samples of findings in the open ones
        self._half_minute = -1  # end of the newest half minute that is called AF,
        self._sure = False  # and whether that is sure

    def push(self, results: Iterable[Result]) -> list[Episode]:
        """Episodes that have opened, grown or ended, in order; those too short yet are held back."""
        changed: list[Episode] = []
        for result in results:
            if isinstance(result, Window):
                changed += self._pass(result.start)
                if result.rhythm_30s is Rhythm.AF:
                    self._half_minute = result.start + result.n
                    self._sure = (result.probability_30s or 0.0) >= SURE
            elif isinstance(result, Finding):
                changed += self._join(result)
        return changed

    def finish(self) -> list[Episode]:
        """Ends every open episode: the session is over."""
        return [ended for kind in tuple(self._open) for ended in self._close(kind)]

    def snapshot(self) -> bytes:
        """The whole state; :meth:`restore` goes on from it."""
        rows = [
            [e.kind.value, e.start, e.n, e.value, e.probability, self._found[e.kind]]
            for e in self._open.values()
        ]
        state = {"version": VERSION, "fs_hz": self.fs_hz, "open": rows}
        return pack({**state, "half_minute": self._half_minute, "sure": self._sure})

    @classmethod
    def restore(cls, data: bytes) -> Self:
        """A merger that goes on where :meth:`snapshot` was taken.

        Raises:
            SnapshotError: the bytes are damaged or of another version.
        """
        state = unpack(data)
        if state.get("version") != VERSION:
            raise SnapshotError(f"version {state.get('version')!r}, not {VERSION!r}")
        try:
            self = cls(state["fs_hz"])
            self._half_minute, self._sure = state["half_minute"], state["sure"]
            for kind, start, n, worth, probability, found in state["open"]:
                self._found[FindingKind(kind)] = found
                self._open[FindingKind(kind)] = Episode(
                    FindingKind(kind), start, n, worth, open=True, probability=probability
                )
        except (KeyError, TypeError, ValueError) as error:
            raise SnapshotError(f"{type(error).__name__}: {error}") from error
        return self

    def _bridge(self, kind: FindingKind) -> int:
        return round(RULES[kind].bridge_s * self.fs_hz)

    def _long_enough(self, episode: Episode) -> bool:
        # One sample less: window borders are rounded to samples.
        return self._found[episode.kind] + 1 >= RULES[episode.kind].least_s * self.fs_hz

    def _sooner(self, episode: Episode) -> Episode:
        """An episode of AF of which a little is found, and whose last half minute is AF as a whole."""
        soon = self._found[episode.kind] + 2 >= (SURE_S if self._sure else SOON_S) * self.fs_hz
        if self._long_enough(episode) or not soon or self._half_minute != episode.end:
            return episode
        least = round(RULES[episode.kind].least_s * self.fs_hz)
        self._found[episode.kind] = least
        start = max(0, min(episode.start, episode.end - least))
        return replace(episode, start=start, n=episode.end - start)

    def _pass(self, now: int) -> list[Episode]:
        """Ends the episodes that nothing has continued up to a window's start."""
        over = [kind for kind, e in self._open.items() if e.end + self._bridge(kind) < now]
        return [ended for kind in over for ended in self._close(kind)]

    def _close(self, kind: FindingKind) -> list[Episode]:
        episode = self._open.pop(kind)
        told = self._long_enough(episode)
        del self._found[kind]
        return [replace(episode, open=False)] if told else []

    def _join(self, finding: Finding) -> list[Episode]:
        changed: list[Episode] = []
        kind = finding.kind
        held = self._open.get(kind)
        if held is not None and finding.start > held.end + self._bridge(kind):
            changed += self._close(kind)
            held = None
        if held is None:
            held = Episode(kind, finding.start, finding.n, finding.value, True, finding.probability)
            self._found[kind] = finding.n
        else:
            before = held.end
            held = self._grown(held, finding)
            self._found[kind] += held.end - max(before, finding.start)
        if kind is FindingKind.AF:
            held = self._sooner(held)
        self._open[kind] = held
        if self._long_enough(held):
            changed.append(held)
        if kind is FindingKind.PAUSE:
            changed = changed[:-1] + self._close(kind)
        return changed

    @staticmethod
    def _grown(held: Episode, finding: Finding) -> Episode:
        end = max(held.end, finding.start + finding.n)
        if held.kind is FindingKind.AF:
            share = finding.n / (end - held.start)
            worth = round(held.value + (finding.value - held.value) * share, 3)
        else:
            worth = RULES[held.kind].telling(held.value, finding.value)
        chances = [p for p in (held.probability, finding.probability) if p is not None]
        return replace(held, n=end - held.start, value=worth, probability=max(chances, default=None))
