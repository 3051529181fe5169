"""Episodes of told windows, by the chain's own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsp.episodes import EpisodeMerger
from dsp.findings import Runs

if TYPE_CHECKING:
    from daemon.simulated_windows import Told
    from dsp.episodes import Episode


class FindingTeller:
    """Follows one session's windows; ``fs_hz`` of its positions."""

    def __init__(self, fs_hz: float) -> None:
        self._runs = Runs(fs_hz)
        self._merger = EpisodeMerger(fs_hz)
        self._was_wide = False

    def push(self, told: Told) -> list[Episode]:
        """Episodes that have opened, grown or ended with these windows: the newest of each."""
        changed: dict[tuple[str, int], Episode] = {}
        wide = [bool(window.n_v) for window in told.windows]
        for i, window in enumerate(told.windows):
            findings = told.findings[i]
            # Without a wide beat in it, before it or after it a window holds no run, nor the edge of one.
            near = self._was_wide or wide[i] or (i + 1 == len(wide) or wide[i + 1])
            if near or not window.quality.analysable:
                beats, _ = told.beats.results(told.first[i], told.last[i])
                findings = [*findings, *self._runs.push(window, beats)]
            self._was_wide = wide[i]
            for episode in self._merger.push([window, *findings]):
                changed[episode.kind, episode.start] = episode
        return list(changed.values())

    def finish(self) -> list[Episode]:
        """The session is over."""
        last = self._merger.push(self._runs.finish())
        return [*last, *self._merger.finish()]
