"""Weights for the AF rules: ``python -m training.af_rule --data DIR [--check] [--card FILE]``.

DIR holds ``mitdb``, the MIT-BIH Arrhythmia Database as PhysioNet gives it, physionet.org/content/mitdb/1.0.0.
Fits on DS1 alone; DS2 is only measured. Nothing is drawn at random: there is no seed to fix. The constants in
dsp/irregularity.py are measured on the same windows, and ``--check`` tells where they are not this fit.
``--without-waveform``: the rule for RR intervals alone, fitted on those of the annotated beats.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp import irregularity
from training import af_intervals, af_windows
from training.af_windows import DS1, DS2, SHARED, Examples
from training.logistic import balance, fit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dsp.types import FloatArray

PENALTY: Final = 1.0  # a standard normal prior; smaller ones fit the two people with AF in DS1 closer
DECIMALS: Final = 2
TOLERANCE: Final = 0.05  # of a weight: another machine's last bits may move a window across a limit
END: Final = "<!-- end -->"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule to fit. ``names``: its constants in dsp/irregularity.py; ``begin``: its place in a card."""

    names: tuple[str, ...]
    examples: Callable[[Path], Examples]
    begin: str


WAVEFORM: Final = Rule(
    ("W_0", "W_ENTROPY", "W_CHANGE", "W_P_WAVE", "W_COUNT"),
    af_windows.examples,
    "<!-- written by python -m training.af_rule -->",
)
INTERVALS: Final = Rule(
    ("R_0", "R_ENTROPY", "R_CHANGE"),
    af_intervals.examples,
    "<!-- written by python -m training.af_rule --without-waveform -->",
)


@dataclass(frozen=True, slots=True)
class Figures:
    """How many windows of AF and of the rest there were, and the percent of each called rightly."""

    af: int
    rest: int
    se: float
    sp: float

    def __str__(self) -> str:
        return f"Se {self.se:6.2f} %  Sp {self.sp:6.2f} %  ({self.af} windows of AF, {self.rest} of the rest)"


def weights(records: Sequence[Examples], penalty: float = PENALTY) -> FloatArray:
    """(1 + k,) intercept and weights of the features, as rounded in dsp/irregularity.py."""
    every = Examples.pooled(list(records))
    known = every.enough > 0.0
    x, y = every.x[known], every.af[known]
    return np.round(fit(x, y, balance(y), penalty), DECIMALS)


def measure(b: FloatArray, records: Sequence[Examples]) -> Figures:
    """What a rule with weights ``b`` calls; windows with too few intervals are not called AF."""
    every = Examples.pooled(list(records))
    return _figures(every, _called(b, every))


def left_out(records: Sequence[Examples], penalty: float = PENALTY) -> Figures:
    """The same with each record judged by weights that were fitted on the others."""
    calls = [
        _called(weights([*records[:k], *records[k + 1 :]], penalty), record)
        for k, record in enumerate(records)
    ]
    return _figures(Examples.pooled(list(records)), np.concatenate(calls))


def present(rule: Rule = WAVEFORM) -> FloatArray:
    """(1 + k,) the constants in dsp/irregularity.py."""
    return np.array([getattr(irregularity, name) for name in rule.names], np.float64)


def differing(fitted: FloatArray, rule: Rule = WAVEFORM) -> list[str]:
    """One line for each constant that is not what was fitted."""
    rows = zip(rule.names, fitted, present(rule), strict=True)
    return [
        f"{name} is {old:g}, and the fit gives {new:g}"
        for name, new, old in rows
        if abs(new - old) > TOLERANCE
    ]


def write_card(card: Path, lines: Sequence[str], begin: str = WAVEFORM.begin) -> None:
    """Puts the figures between the two marks of a card; the rest of it stays.

    Raises:
        ValueError: the marks are not there.
    """
    before, found, rest = card.read_text(encoding="utf-8").partition(begin)
    _, end, after = rest.partition(END)
    if not found or not end:
        raise ValueError(f"{card}: no {begin} ... {END}")
    text = "\n".join(("", "```", *lines, "```", ""))
    card.write_text(f"{before}{begin}{text}{END}{after}", encoding="utf-8")


def report(
    train: Sequence[Examples],
    held_out: Mapping[str, Examples],
    penalty: float = PENALTY,
    rule: Rule = WAVEFORM,
) -> list[str]:
    """Weights and figures, a line each."""
    apart = [record for name, record in held_out.items() if name != SHARED]
    every = list(held_out.values())
    fitted, used = weights(train, penalty), present(rule)
    return [
        f"in use:                  {_line(used, rule)}",
        f"  DS1                    {measure(used, train)}",
        f"  DS2                    {measure(used, every)}",
        f"  DS2 without {SHARED}        {measure(used, apart)}",
        f"fitted on DS1:           {_line(fitted, rule)}",
        f"  DS1, fitted on it      {measure(fitted, train)}",
        f"  DS1, record left out   {left_out(train, penalty)}",
        f"  DS2, held out          {measure(fitted, every)}",
        f"  DS2 without {SHARED}        {measure(fitted, apart)}",
        f"fitted on DS1 and DS2:   {_line(weights([*train, *every], penalty), rule)}",
    ]


def main() -> int:
    """Prints weights and figures; 1 where ``--check`` finds other constants in use."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds mitdb")
    parser.add_argument("--without-waveform", action="store_true", help="the rule for RR intervals alone")
    parser.add_argument("--check", action="store_true", help="fail when the constants in use are others")
    parser.add_argument(
        "--penalty", type=float, default=PENALTY, help=f"of the weights' squares; {PENALTY:g}"
    )
    parser.add_argument("--card", type=Path, help="a card to write the figures into, as docs/models.md")
    options = parser.parse_args()
    folder = options.data / "mitdb"
    missing = [name for name in (*DS1, *DS2) if not (folder / f"{name}.hea").is_file()]
    if missing:
        sys.stderr.write(
            f"{folder}: no record {' '.join(missing)}; see https://physionet.org/content/mitdb/1.0.0/\n"
        )
        return 1
    rule = INTERVALS if options.without_waveform else WAVEFORM
    train = [rule.examples(folder / name) for name in DS1]
    held_out = {name: rule.examples(folder / name) for name in DS2}
    lines = report(train, held_out, options.penalty, rule)
    print("\n".join(lines))
    if options.card:
        write_card(options.card, lines, rule.begin)
    wrong = differing(weights(train, options.penalty), rule) if options.check else []
    for line in wrong:
        sys.stderr.write(f"dsp/irregularity.py: {line}\n")
    return 1 if wrong else 0


def _line(b: FloatArray, rule: Rule) -> str:
    return "  ".join(f"{name} = {value:.{DECIMALS}f}" for name, value in zip(rule.names, b, strict=True))


def _called(b: FloatArray, some: Examples) -> FloatArray:
    logit = b[0] + some.x @ b[1:]
    return np.where((logit > 0.0) & (some.enough > 0.0), 1.0, 0.0)


def _figures(some: Examples, called: FloatArray) -> Figures:
    af = some.af > 0.0
    se, sp = float(called[af].mean()), 1.0 - float(called[~af].mean())
    return Figures(int(af.sum()), int((~af).sum()), 100.0 * se, 100.0 * sp)


if __name__ == "__main__":
    raise SystemExit(main())
