"""The page of :mod:`bench.robustness`: its tables as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LABELS: Final = ("sinus", "af", "other")
COLUMNS: Final = (*LABELS, "unsure", "lost")
SHARES: Final = {
    "lost %": "lost_pct",
    "as before %": "same_pct",
    "unsure %": "unsure_pct",
    "another arrhythmia %": "other_arrhythmia_pct",
    "sinus to AF %": "sinus_to_af_pct",
    "arrhythmia missed %": "arrhythmia_missed_pct",
}
INTRODUCTION: Final = """# What trouble does to labels

Written by `python -m bench.robustness{every} --doc docs/robustness.md --plot docs/robustness.svg`.
{records} records of MIT-BIH (paced ones left out), {model}, chain {chain}.

![labels under noise, and false AF by the day](robustness.svg)

Seconds are compared where clean signal was sure of a rhythm. What changes is to become *unsure* (noise,
unknown, AF not confirmed), and not another rhythm. *windows, 5 s later* is no trouble: the same signal in
windows that begin elsewhere, which is what labels change by themselves. Of the noises *em* is in no training;
*ma* and *bw* are in those of the classifier (their first four fifths) and of the quality.
"""


def page(table: dict[str, Any], *, every: bool) -> str:
    """All of it."""
    return "\n".join(_lines(table, every=every)) + "\n"


def _lines(table: dict[str, Any], *, every: bool) -> Iterator[str]:
    yield INTRODUCTION.format(
        every=" --all" if every else "",
        records=table["records"],
        model=table["model"],
        chain=table["chain"],
    )
    yield f"| trouble | | {' | '.join(SHARES)} |"
    yield f"| --- | --- |{' ---: |' * len(SHARES)}"
    for one in table["stability"]:
        cells = " | ".join(str(one[key]) for key in SHARES.values())
        yield f"| {one['kind']} | {one['level']} | {cells} |"
    yield "\n## Findings that clean signal did not have, by the hour\n"
    kinds = sorted({kind for one in table["stability"] for kind in one["added_per_hour"]})
    yield f"| trouble | | {' | '.join(kinds)} |"
    yield f"| --- | --- |{' ---: |' * len(kinds)}"
    for one in table["stability"]:
        cells = " | ".join(str(one["added_per_hour"].get(kind, 0)) for kind in kinds)
        yield f"| {one['kind']} | {one['level']} | {cells} |"
    yield "\n## Confusion, seconds\n"
    yield f"| trouble | | clean | {' | '.join(COLUMNS)} |"
    yield f"| --- | --- | --- |{' ---: |' * len(COLUMNS)}"
    for one in table["stability"]:
        for label in LABELS:
            cells = " | ".join(str(one["confusion_s"][label][after]) for after in COLUMNS)
            yield f"| {one['kind']} | {one['level']} | {label} | {cells} |"
    yield "\n## False AF on sinus rhythm, by the day\n"
    yield "| set | noise | hours | analysable % | AF % | episodes a day | alerts a day |"
    yield "| --- | --- | ---: | ---: | ---: | ---: | ---: |"
    for which, rows in table["false_af"].items():
        for noise, one in rows.items():
            yield (
                f"| {which} | {noise} | {one['hours']} | {one['analysable_pct']} | {one['af_pct']} "
                f"| {one['episodes_per_day']} | {one['alerts_per_day']} |"
            )
