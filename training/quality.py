"""The network behind a window's quality: ``python -m training.quality --data DIR [--card FILE] [--write]``.

DIR holds ``mitdb``, ``qtdb``, ``nstdb`` (only its muscle and baseline noise is read) and ``cinc2017`` as
PhysioNet gives them. Two things are learnt from the same features (dsp/quality_features.py): whether every
beat of the window is right, from known beats with noise added; and whether people would call the recording
noise. Seeds are fixed: the same data and chain give the same network. Whatever changes the beats that the
chain finds asks for a new one.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from bench.rhythm import auc
from daemon.cli.output import progress
from dsp.quality_features import MIN_LENGTH, measure
from dsp.quality_model import FILE, Network, save
from dsp.thresholds import value
from training.af_rule import write_card
from training.af_windows import DS1
from training.logistic import fit as logistic
from training.quality_data import HELD, OF, SEED, Example, classes, recordings, sources, stressed
from training.quality_net import EPOCHS, MEMBERS, Net, calibrated, fit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from dsp.types import FloatArray

FOLDS: Final = 6
BEGIN: Final = "<!-- written by python -m training.quality -->"
LIMITS: Final = (0.05, 0.1, 0.2, 0.3, 0.5, 0.8)  # that "analysable" could have
STEPS: Final = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.0)  # of the probability, for the table


@dataclass(frozen=True, slots=True)
class Table:
    """Windows of many recordings. ``group``: (n,) number of the recording; ``weight``: their length."""

    x: FloatArray
    y: FloatArray
    group: NDArray[np.int64]
    weight: FloatArray
    wrong: FloatArray
    beats: FloatArray

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
                rows.append(measure(one.window.x, one.window.peaks).features)
                wrong, beats = one.wrong or 0, one.beats or 0
                answer = bool(one.noise) if one.wrong is None else not wrong
                group = numbers.setdefault(one.record, len(numbers))
                facts.append((answer, group, len(one.window.x), wrong, beats))
            tell(done)
    y, group, weight, wrong, beats = np.array(facts, np.float64).T
    return Table(np.array(rows), y, group.astype(np.int64), weight, wrong, beats)


def unseen(data: Table, fold: NDArray[np.int64], weight: FloatArray, told: Callable[[], None]) -> FloatArray:
    """(n,) log odds of each window by a network fitted without its group. ``fold``: of each group."""
    logit = np.zeros(len(data.y))
    for k in range(int(fold.max()) + 1):
        out = fold[data.group] == k
        logit[out] = fit(data.x[~out], data.y[~out], weight[~out], SEED, told).logit(data.x[out])
    return logit


def by_group(data: Table, logit: FloatArray) -> tuple[FloatArray, NDArray[np.bool_]]:
    """Score of each recording, the mean log odds of its windows by their length, and its answer."""
    total = np.bincount(data.group, weights=data.weight)
    score = np.bincount(data.group, weights=data.weight * logit) / total
    return score, np.bincount(data.group, weights=data.y) > 0.0


def noise_auc(data: Table, logit: FloatArray) -> float:
    """Area under the curve of the recordings' scores."""
    score, noisy = by_group(data, logit)
    return auc((-score[noisy]).tolist(), (-score[~noisy]).tolist())


def joined(right: Net, noise: Net, b: FloatArray) -> Network:
    """Both as one. ``b``: bias and weights of the log odds for noise and for right beats, of noise."""
    same = Net(right.shift, right.scale, right.inner, right.outer)
    h, m = len(right.outer) - 1, len(noise.outer) - 1
    outer = np.zeros((h + m + 1, 2))
    outer[:h, 0], outer[-1, 0] = right.outer[:-1], right.outer[-1]
    outer[:h, 1], outer[h : h + m, 1] = b[2] * right.outer[:-1], b[1] * noise.outer[:-1]
    outer[-1, 1] = b[0] + b[1] * noise.outer[-1] + b[2] * right.outer[-1]
    return Network(same.shift, same.scale, np.column_stack((right.inner, noise.inner)), outer)


def trust_lines(data: Table, logit: FloatArray) -> list[str]:
    """What a probability was worth, for records that its network had not seen."""
    p = 1.0 / (1.0 + np.exp(-logit))
    right = data.y > 0.0
    lines = [f"  AUC of every beat right {auc(p[~right].tolist(), p[right].tolist()):.4f}"]
    for low, high in pairwise((*STEPS[:-1], 1.01)):
        k = (p >= low) & (p < high)
        lines.append(
            f"  said {low:4.2f} to {min(1.0, high):4.2f}: {int(k.sum()):6d} windows, said {p[k].mean():.3f}, "
            f"right {right[k].mean():.3f}, {_wrong_pct(data, k):6.2f} wrong of 100 beats"
        )
    for limit in LIMITS:
        k = p >= limit
        mark = "  <- analysable" if limit == value("analysable") else ""
        lines.append(
            f"  from {limit:4.2f} on: {100.0 * k.mean():5.1f} % of windows, wrong of 100 beats "
            f"inside {_wrong_pct(data, k):5.2f}, outside {_wrong_pct(data, ~k):5.2f}{mark}"
        )
    return lines


def _wrong_pct(data: Table, chosen: NDArray[np.bool_]) -> float:
    return 100.0 * float(data.wrong[chosen].sum()) / max(1.0, float(data.beats[chosen].sum()))


def train(beats: Table, noise: Table) -> tuple[Network, list[str]]:
    """The network and what it is worth, a line each."""
    count = int(beats.group.max()) + 1
    fold = np.random.default_rng(SEED).permutation(count) % FOLDS
    shift_to = np.ones(len(beats.y))
    groups = int(noise.group.max()) + 1
    per = np.bincount(noise.group)
    weight = per.mean() / per[noise.group]
    held = np.arange(groups) % OF == HELD
    learning = ~held[noise.group]
    total = (2 * FOLDS + 2 + 1) * MEMBERS * EPOCHS
    with progress("fitting", total) as tell:
        done = 0

        def told() -> None:
            nonlocal done
            done += 1
            tell(done)

        said = unseen(beats, fold, shift_to, told)
        right = calibrated(fit(beats.x, beats.y, shift_to, SEED, told), said, beats.y, shift_to)
        b = logistic(said[:, None], beats.y, shift_to, 1e-3)
        said = b[0] + b[1] * said
        folds = np.random.default_rng(SEED).permutation(groups) % FOLDS
        crossed = unseen(noise, folds, weight, told)
        trust = right.logit(noise.x)
        both = np.column_stack((crossed, trust))
        mix = logistic(both[learning], noise.y[learning], weight[learning], 1e-3)
        mixed = mix[0] + both @ mix[1:]
        shipped = fit(noise.x[learning], noise.y[learning], weight[learning], SEED, told, like=right)
    network = joined(right, shipped, mix)
    final = mix[0] + mix[1] * shipped.logit(noise.x) + mix[2] * trust
    apart = noise.some(~learning)
    noisy = int(by_group(noise, crossed)[1].sum())
    lines = [
        f"beats right: {len(beats.y)} windows of {count} records, {FOLDS}-fold by record",
        f"  every beat right in {100.0 * beats.y.mean():.1f} % of the windows",
        *trust_lines(beats, said),
        f"noise class: {groups} recordings of CinC 2017, {noisy} of them noise; AUC by recording",
        f"  {FOLDS}-fold, the network for noise alone           {noise_auc(noise, crossed):.4f}",
        f"  {FOLDS}-fold, with the network for beats            {noise_auc(noise, mixed):.4f}",
        f"    of these, the third of each four recordings {noise_auc(apart, mixed[~learning]):.4f}",
        f"  as shipped, fitted without that third         {noise_auc(apart, final[~learning]):.4f}",
        f"numbers in the network: {network.inner.size + network.outer.size}",
    ]
    return network, lines


def main() -> int:
    """Prints figures; ``--write`` puts the network where the chain reads it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder that holds mitdb, nstdb and cinc2017"
    )
    parser.add_argument("--write", action="store_true", help=f"into dsp/{FILE.name}")
    parser.add_argument("--card", type=Path, help="a card to write the figures into, as docs/models.md")
    options = parser.parse_args()
    needed = [
        f"mitdb/{DS1[0]}.hea",
        "qtdb/sel301.hea",
        "nstdb/ma.hea",
        "nstdb/bw.hea",
        "cinc2017/REFERENCE.csv",
    ]
    if missing := [name for name in needed if not (options.data / name).is_file()]:
        sys.stderr.write(
            f"{options.data}: no {' '.join(missing)}; see https://physionet.org/about/database/\n"
        )
        return 1
    runs = sum(len(plans) for _, plans in sources(options.data))
    beats = table(stressed(options.data), runs, "windows of known beats")
    named = len(classes(options.data / "cinc2017"))
    noise = table(recordings(options.data / "cinc2017"), named, "windows of CinC 2017")
    network, lines = train(beats, noise)
    print("\n".join(lines))
    if options.write:
        save(FILE, network)
    if options.card:
        write_card(options.card, lines, BEGIN)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
