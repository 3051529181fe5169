"""The network behind a window's quality: ``python -m training.quality --data DIR [--card FILE] [--write]``.

DIR holds ``mitdb``, ``qtdb``, ``nstdb`` (only its muscle and baseline noise is read) and ``cinc2017`` as
PhysioNet gives them. Three things are learnt from the same features (dsp/quality_features.py): whether every
beat of the window is right, from known beats with noise added; whether the signal is clean whatever the heart
does in it, from the same; and whether people would call the recording noise. Seeds are fixed: the same data
and chain give the same network. Whatever changes the beats that the chain finds asks for a new one.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from daemon.cli.output import progress
from dsp.quality import CLEAN
from dsp.quality_model import FILE, Network, save
from training.af_rule import write_card
from training.af_windows import DS1
from training.logistic import fit as logistic
from training.quality_data import HELD, OF, SEED, classes, recordings, sources, stressed
from training.quality_hearts import COUNT, PLANS
from training.quality_net import EPOCHS, MEMBERS, Net, calibrated, fit
from training.quality_report import kept_lines, trust_lines
from training.quality_table import Table, by_group, calm, noise_auc, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from dsp.types import FloatArray

FOLDS: Final = 6
CLEAN_MORE: Final = 1.0  # weight beyond one of windows with clean signal: most of what is worn is clean
WIDE_MORE: Final = 2.0  # and with ventricular beats: few people have them, and nobody may lose them
BEGIN: Final = "<!-- written by python -m training.quality -->"


def unseen(data: Table, fold: NDArray[np.int64], learn: Table, told: Callable[[], None]) -> FloatArray:
    """(n,) log odds of each window of ``data`` by a network that ``learn`` without its fold has taught.

    ``fold``: of each group, in both; groups of ``learn`` beyond are in every fit.
    """
    logit = np.zeros(len(data.y))
    apart = np.full(int(learn.group.max()) + 1, -1)
    apart[: len(fold)] = fold[: len(apart)]
    for k in range(int(fold.max()) + 1):
        out, some = fold[data.group] == k, apart[learn.group] != k
        net = fit(learn.x[some], learn.y[some], learn.weight[some], SEED, told)
        logit[out] = net.logit(data.x[out])
    return logit


def joined(right: Net, noise: Net, clean: Net, b: FloatArray) -> Network:
    """All as one. ``b``: bias and weights of the log odds for noise and for right beats, of noise."""
    h, m = len(right.outer) - 1, len(noise.outer) - 1
    outer = np.zeros((h + m + len(clean.outer), 3))
    outer[:h, 0], outer[-1, 0] = right.outer[:-1], right.outer[-1]
    outer[:h, 1], outer[h : h + m, 1] = b[2] * right.outer[:-1], b[1] * noise.outer[:-1]
    outer[-1, 1] = b[0] + b[1] * noise.outer[-1] + b[2] * right.outer[-1]
    outer[h + m :, 2] = clean.outer
    inner = np.column_stack((right.inner, noise.inner, clean.inner))
    return Network(right.shift, right.scale, inner, outer)


def train(beats: Table, noise: Table) -> tuple[Network, list[str]]:
    """The network and what it is worth, a line each."""
    count = int(beats.group.max()) + 1
    fold = np.random.default_rng(SEED).permutation(count) % FOLDS
    even = np.ones(len(beats.y))
    stress = even + CLEAN_MORE * (beats.clean > 0.0) + WIDE_MORE * (beats.wide > 0.0)
    groups = int(noise.group.max()) + 1
    per = np.bincount(noise.group)
    weight = per.mean() / per[noise.group]
    held = np.arange(groups) % OF == HELD
    learning = ~held[noise.group]
    quiet = calm(beats, noise.some(learning))
    total = (3 * FOLDS + 3) * MEMBERS * EPOCHS
    with progress("fitting", total) as tell:
        done = 0

        def told() -> None:
            nonlocal done
            done += 1
            tell(done)

        said = unseen(beats, fold, replace(beats, weight=stress), told)
        right = calibrated(fit(beats.x, beats.y, stress, SEED, told), said, beats.y, even)
        b = logistic(said[:, None], beats.y, even, 1e-3)
        said = b[0] + b[1] * said
        clear = unseen(beats, fold, quiet, told)
        bare = fit(quiet.x, quiet.y, quiet.weight, SEED, told, like=right)
        folds = np.random.default_rng(SEED).permutation(groups) % FOLDS
        crossed = unseen(noise, folds, replace(noise, weight=weight), told)
        trust = right.logit(noise.x)
        both = np.column_stack((crossed, trust))
        mix = logistic(both[learning], noise.y[learning], weight[learning], 1e-3)
        mixed = mix[0] + both @ mix[1:]
        shipped = fit(noise.x[learning], noise.y[learning], weight[learning], SEED, told, like=right)
    network = joined(right, shipped, bare, mix)
    final = mix[0] + mix[1] * shipped.logit(noise.x) + mix[2] * trust
    apart = noise.some(~learning)
    noisy = int(by_group(noise, crossed)[1].sum())
    lines = [
        f"beats right: {len(beats.y)} windows of {count} records, {FOLDS}-fold by record",
        f"  every beat right in {100.0 * beats.y.mean():.1f} % of the windows",
        *trust_lines(beats, said),
        f"what of it is kept; networks by record left out, clean signal from {CLEAN:g} on",
        *kept_lines(beats, said, clear),
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
    runs = sum(len(plans) for _, plans in sources(options.data)) + COUNT * len(PLANS)
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
