"""The network of the beat classes: ``python -m training.classes --data DIR [--keep DIR] [--write]``.

DIR holds ``mitdb``, ``qtdb`` and ``nstdb`` (only its muscle and baseline noise is read) as PhysioNet gives
them. Learnt from DS1 of MIT-BIH (de Chazal 2004), both leads, from those records of QTDB that are no excerpts
of MIT-BIH, and from versions of the same hearts that never were: training/class_hearts.py. Everything is
chosen by groups of DS1's records left out; DS2 is only measured, by ``--held-out`` here and by
``python -m bench.classes``. With ``--keep`` the tables are kept and a run goes on where it was broken off.
Whatever changes the beats that the chain finds asks for a new network.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from daemon.cli.output import progress
from dsp.class_model import FILE, LABELS
from dsp.class_shapes import DRAWN
from dsp.labels import NAMES, TEMPLATES
from dsp.model_arrays import save
from training.af_rule import write_card
from training.af_windows import DS1, DS2
from training.beat_examples import recorded_noises
from training.class_hearts import hearts, lead, read, varied
from training.class_net import Net, calibration_error, fit, quantized, restored, temperature
from training.class_settings import settings
from training.class_table import Table, f1, joined, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from dsp.types import FloatArray
    from training.class_settings import Settings

BEGIN: Final = "<!-- written by python -m training.classes -->"
VERSION: Final = "1"
LICENCE: Final = "of the project; the data are ODC-By 1.0"
SOURCE: Final = "MIT-BIH DS1; QTDB (atr) without excerpts of MIT-BIH; NSTDB ma, bw"
LEADS: Final = 2


def tables(data: Path, plan: Settings, keep: Path | None) -> tuple[list[Table], Table]:
    """Each lead as it is, and the made-up versions."""
    known = list(hearts(data))
    noises = recorded_noises(data)
    with progress("reading hearts", (LEADS + plan.variants) * len(known)) as tell:
        done = 0

        def told() -> None:
            nonlocal done
            done += 1
            tell(done)

        real = [
            table((lead(one, k) for one in known), told, keep and keep / f"lead{k}.npz") for k in range(LEADS)
        ]
        made = []
        for k in range(plan.variants):
            rng = np.random.default_rng((plan.seed, k))
            some = (varied(one, noises, rng) for one in known)
            made.append(table(some, told, keep and keep / f"variant{k}.npz"))
    return real, joined(made)


def fitted(real: Table, made: Table, plan: Settings, told: Callable[[], None], columns: FloatArray) -> Net:
    """The network taught by hearts as they are and as they might be; ``columns``: (k,) 0 hides a feature."""
    x, y, weight = real.learnt(plan.thin)
    other, other_y, other_weight = made.learnt(plan.thin)
    return fit(
        np.concatenate((x, other)) * columns,
        np.concatenate((y, other_y)),
        np.concatenate((weight, plan.variant_weight * other_weight)),
        plan,
        told,
        np.array([name in DRAWN for name in NAMES]),
    )


def unseen(
    real: list[Table], made: Table, plan: Settings, told: Callable[[], None], columns: FloatArray
) -> tuple[list[FloatArray], list[FloatArray]]:
    """Logits of the beats of DS1, lead by lead, by networks that have not seen the record; also in int8."""
    order = np.random.default_rng(plan.seed).permutation(len(DS1))
    fold = {DS1[k]: place % plan.folds for place, k in enumerate(order)}
    judged = [one.of(lambda group: group in fold) for one in real]
    said = [np.zeros((len(one.y), plan.classes)) for one in judged]
    small = [one.copy() for one in said]
    for k in range(plan.folds):
        known = joined(one.of(lambda group, k=k: fold.get(group) != k) for one in real)  # type: ignore[misc]
        net = fitted(known, made.of(lambda group, k=k: fold.get(group) != k), plan, told, columns)  # type: ignore[misc]
        whole = restored(quantized(net))
        for one, full, eight in zip(judged, said, small, strict=True):
            some = np.array([fold[group] == k for group in one.groups])[one.heart]
            full[some] = net.logits(one.x[some] * columns)
            eight[some] = whole.logits(one.x[some] * columns)
    return said, small


def line(name: str, figures: dict[str, float]) -> str:
    """F1 of each class."""
    return f"{name:44}" + "".join(f"  {label} {figures[str(label)]:5.1f}" for label in LABELS)


def said_classes(logits: FloatArray) -> NDArray[np.int64]:
    """The likeliest class of each beat."""
    return logits.argmax(axis=1)


def train(data: Path, plan: Settings, keep: Path | None, *, held_out: bool) -> tuple[Net, list[str]]:
    """The network and what it is worth, a line each."""
    real, made = tables(data, plan, keep)
    every, none = np.ones(len(NAMES)), np.array([name not in TEMPLATES for name in NAMES], np.float64)
    with progress("fitting", (2 * (plan.folds + 1)) * plan.members * plan.epochs) as tell:
        done = 0

        def told() -> None:
            nonlocal done
            done += 1
            tell(done)

        logits, small = unseen(real, made, plan, told, every)
        bare, _ = unseen(real, made, plan, told, none)
        net = fitted(joined(real), made, plan, told, every)
        without = fitted(joined(real), made, plan, told, none)
    judged = [one.of(lambda group: group in DS1) for one in real]
    truth = np.concatenate([one.y for one in judged])
    at = truth >= 0
    both = np.concatenate(logits)[at]
    warm = temperature(both, truth[at])
    net = net._replace(outer=net.outer / warm, outer_bias=net.outer_bias / warm)
    errors = [100.0 * calibration_error(one, truth[at]) for one in (both, both / warm)]
    beats = {str(label): int((joined(real).y == k).sum()) for k, label in enumerate(LABELS)}
    made_beats = {str(label): int((made.y == k).sum()) for k, label in enumerate(LABELS)}
    lines = [
        f"learnt from, both leads: {beats}; made up: {made_beats}",
        f"F1, records of DS1 left out ({plan.folds} groups)",
        *(
            line(f"  lead {k + 1}{what}", f1(one, said_classes(some[k])))
            for k, one in enumerate(judged)
            for what, some in (("", logits), (", int8", small), (", without personal templates", bare))
        ),
        f"temperature {warm:.2f}; calibration error, %: {errors[0]:.2f} before, {errors[1]:.2f} after",
    ]
    if held_out:
        apart = table((lead(read(data / "mitdb" / name), 0) for name in DS2), lambda: None)
        lines += [
            "F1, DS2, first lead, nothing chosen on it",
            line("  float", f1(apart, said_classes(net.logits(apart.x)))),
            line("  int8", f1(apart, said_classes(restored(quantized(net)).logits(apart.x)))),
            line("  without personal templates", f1(apart, said_classes(without.logits(apart.x * none)))),
        ]
    return net, [*lines, f"weights: {net.inner.size + net.outer.size} of eight bits"]


def main() -> int:
    """Prints figures; ``--write`` puts the network where the chain reads it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds mitdb, qtdb and nstdb")
    parser.add_argument("--keep", type=Path, help="folder for the tables, to go on from")
    parser.add_argument("--held-out", action="store_true", help="look at DS2 too")
    parser.add_argument("--write", action="store_true", help=f"into dsp/{FILE.name}")
    parser.add_argument("--card", type=Path, help="a card to write the figures into, as docs/beat-classes.md")
    options = parser.parse_args()
    needed = [f"mitdb/{DS1[0]}.hea", "qtdb/sel301.hea", "nstdb/ma.hea", "nstdb/bw.hea"]
    if missing := [name for name in needed if not (options.data / name).is_file()]:
        sys.stderr.write(
            f"{options.data}: no {' '.join(missing)}; see https://physionet.org/about/database/\n"
        )
        return 1
    net, lines = train(options.data, settings(), options.keep, held_out=options.held_out)
    print("\n".join(lines))
    if options.write:
        meta = {
            "name": "classes",
            "version": VERSION,
            "features": list(NAMES),
            "labels": list(LABELS),
            "data": SOURCE,
            "licence": LICENCE,
        }
        save(FILE, quantized(net), meta)
    if options.card:
        write_card(options.card, lines, BEGIN)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
