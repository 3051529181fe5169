"""The page of :mod:`bench.explanation`: how explanations are made, and its tables as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

AT: Final = (1, 3, 5)
OVERLAP: Final = ("parts_with_such_a_beat_pct", "random_pct", "beats_covered_pct")
INTRODUCTION: Final = """# Why something was found

Of an episode of AF the half minute is taken in which the classifier was surest, and the classifier itself
is asked again with parts of it masked: half a second around each beat, and half seconds side by side,
each replaced by a straight line between its ends. The part that costs the most probability is kept
masked, then the one that costs most beside it, and so on up to five: beats of an irregular rhythm stand
in for each other, and masks tried one by one miss what they do together. Stored with the episode are
these parts, the probability with all of them masked, and with as many at random; and the criteria:
irregularity, share of P waves, rate, quality, length. All other findings are decided by rules: then the
beats and intervals that the rule looks at are stored, with their width, their earliness and their
likeness to the usual beat. AF that no classifier called has the criteria alone. The trees that weigh the
half minute's intervals and waves beside the classifier are not asked again: its own word is explained.

This happens after the episode has ended, and once before when it reaches five minutes, in the background
and never with more than a tenth of a core: at most 297 strips go through the classifier. `hearth plot`
and the strips of `hearth report` shade the parts; asked *why*, Hearth says when they were;
`v_explanations` in the database has them.

What follows is written by `python -m bench.explanation{every} --doc docs/explanation.md`, with {model}.

## Faithfulness

Probability lost when the first 1, 3, 5 parts are masked, and in brackets with as many of the same length
at random; for each way to choose them. *Together* is what is used.
"""


def page(table: dict[str, Any], *, every: bool) -> str:
    """All of it."""
    return "\n".join(_lines(table, every=every)) + "\n"


def _lines(table: dict[str, Any], *, every: bool) -> Iterator[str]:
    yield INTRODUCTION.format(every=" --all" if every else "", model=table["model"])
    yield "| set | half minutes | way | 1 | 3 | 5 | CPU ms |"
    yield "| --- | ---: | --- | ---: | ---: | ---: | ---: |"
    for name, found in table["faithfulness"].items():
        for way, row in found["ways"].items():
            cells = " | ".join(f"{row[f'at_{k}']['lost']:.3f} ({row[f'at_{k}']['random']:.3f})" for k in AT)
            yield f"| {name} | {found['called']} of {found['strips']} | {way} | {cells} | {row['cpu_ms']} |"
    own = table["ectopic"]
    yield "\n## Early and ventricular beats\n"
    yield (
        f"{own['called']} of {own['strips']} half minutes of MIT-BIH with one to five annotated S or V "
        "beats, which the classifier called other.\n"
    )
    yield "| parts | hold such a beat % | at random % | such beats held % |"
    yield "| ---: | ---: | ---: | ---: |"
    for k in AT:
        row = own[f"at_{k}"]
        cells = " | ".join(str(row[key]) for key in OVERLAP)
        yield f"| {k} | {cells} |"
    yield "\nBeats that rules name, and how many of them are annotated as V:\n"
    yield "| finding | found | beats named | V % |"
    yield "| --- | ---: | ---: | ---: |"
    for kind, row in table["by_rule"].items():
        yield f"| {kind} | {row['findings']} | {row['beats']} | {row['ventricular_pct']} |"
