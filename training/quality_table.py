"""Windows of many recordings as a table: features, answers, and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bench.rhythm import auc
from daemon.cli.output import progress
from dsp.quality_features import MIN_LENGTH, measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from dsp.types import FloatArray
    from training.quality_data import Example

CALM_WIDE: Final = 3.0  # weight of clean windows with ventricular beats among the others
MADE: Final = "made-"  # name of a made heart


@dataclass(frozen=True, slots=True)
class Table:
    """Windows of many recordings. ``group``: (n,) number of the recording; ``weight``: their length.

    The last four as in :class:`training.quality_data.Example`; ``made``: of a made heart.
    """

    x: FloatArray
    y: FloatArray
    group: NDArray[np.int64]
    weight: FloatArray
    wrong: FloatArray
    beats: FloatArray
    wide: FloatArray
    clean: FloatArray
    plain: FloatArray
    made: FloatArray

    def some(self, chosen: NDArray[np.bool_]) -> Table:
        """The windows that are chosen, their groups numbered anew."""
        parts = {name: getattr(self, name)[chosen] for name in self.__slots__}
        parts["group"] = np.unique(parts["group"], return_inverse=True)[1]
        return Table(**parts)


def table(records: Iterator[list[Example]], total: int, words: str) -> Table:
    """Features and answers of all windows; ``y``: the beats are all right, or it is noise."""
    rows: list[FloatArray] = []
    facts: list[tuple[float, ...]] = []
    numbers: dict[str, int] = {}
    with progress(words, total) as tell:
        for done, examples in enumerate(records, 1):
            for one in examples:
                if len(one.window.x) < MIN_LENGTH:
                    continue
                rows.append(measure(one.window.x, one.window.peaks, one.window.trust).features)
                wrong, beats = one.wrong or 0, one.beats or 0
                answer = bool(one.noise) if one.wrong is None else not wrong
                group = numbers.setdefault(one.record, len(numbers))
                made = one.record.startswith(MADE)
                known = (one.wide, one.clean, one.plain, made)
                facts.append((answer, group, len(one.window.x), wrong, beats, *known))
            tell(done)
    y, group, *others = np.array(facts, np.float64).T
    return Table(np.array(rows), y, group.astype(np.int64), *others)


def calm(beats: Table, noise: Table) -> Table:
    """What a clean signal is learnt from: known beats, ventricular ones thrice, and what people call noise.

    Windows without added noise whose beats are wrong are left out, unless ventricular beats or a made heart
    explain it: noise of the record's own may be the cause.
    """
    some = (beats.clean == 0.0) | (beats.y > 0.0) | (beats.wide > 0.0) | (beats.made > 0.0)
    noisy = noise.y > 0.0
    parts = {
        name: np.concatenate((getattr(beats, name)[some], getattr(noise, name)[noisy]))
        for name in Table.__slots__
    }
    parts["group"][int(some.sum()) :] += int(beats.group.max()) + 1
    parts["y"] = parts["clean"]  # of a recording of CinC 2017, nothing is
    parts["weight"] = np.where((parts["clean"] > 0.0) & (parts["wide"] > 0.0), CALM_WIDE, 1.0)
    return Table(**parts)


def by_group(data: Table, logit: FloatArray) -> tuple[FloatArray, NDArray[np.bool_]]:
    """Score of each recording, the mean log odds of its windows by their length, and its answer."""
    total = np.bincount(data.group, weights=data.weight)
    score = np.bincount(data.group, weights=data.weight * logit) / total
    return score, np.bincount(data.group, weights=data.y) > 0.0


def noise_auc(data: Table, logit: FloatArray) -> float:
    """Area under the curve of the recordings' scores."""
    score, noisy = by_group(data, logit)
    return auc((-score[noisy]).tolist(), (-score[~noisy]).tolist())
