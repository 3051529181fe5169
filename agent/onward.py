"""What may be done with the last result: told step by step, set against another time, of another metric."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

import msgspec

from agent.intent_weights import METRICS
from agent.slots import bucket, metrics, trend_metric
from agent.tools import args as calls
from agent.tools.args import TrendMetric

if TYPE_CHECKING:
    from agent.dialogue import State
    from agent.question import Reading
    from agent.tools.args import Call

DETAIL_WORDS: Final = 8  # a question about a detail is short
AGAIN: Final = "that time"
# What a question is about if it names one of these.
NAMED: Final = (
    "hr",
    "af",
    "pause",
    "rhythm",
    "ectopic",
    "alert",
    "note",
    "coverage",
    "device",
    "resting",
    "brady",
    "tachy",
    *METRICS,
)


def stepped(reading: Reading, state: State) -> Call | None:
    """The last result told step by step: "per day, please"."""
    named = reading.group("bucket")
    if not named or reading.times or reading.has(*NAMED) or len(reading.words) > DETAIL_WORDS:
        return None
    for call in state.calls:
        metric = _followed(call)
        if metric is not None:
            return calls.Trend(when=AGAIN, metric=metric, bucket=bucket(reading))
    return None


def _followed(call: Call) -> TrendMetric | None:
    """What of a call can be told step by step."""
    named: tuple[str, ...] = ()
    match call:
        case calls.Burden() | calls.FindEvents(kind="af"):
            named = ("af_burden",)
        case calls.FindEvents(kind="pause"):
            named = ("pauses",)
        case calls.Classify(target="beats"):
            named = ("v_beats",)
        case calls.CoverageOf():
            named = ("coverage",)
        case calls.Trend(metric=metric):
            named = (metric,)
        case calls.Measure(metrics=several) | calls.Compare(metrics=several):
            named = several
        case _:
            pass
    return next((each for each in get_args(TrendMetric) if each in named), None)


def about_alerts(state: State) -> bool:
    """Whether the last result was of alerts."""
    return any(isinstance(call, calls.ListAlerts | calls.ExplainAlert) for call in state.calls)


def set_against(reading: Reading, state: State) -> Call | None:
    """The last figures beside those of another time: "more than on Monday?"."""
    if not reading.has("compare") or len(reading.times) != 1:
        return None
    before = next((call for call in state.calls if isinstance(call, calls.Measure)), None)
    if before is None:
        return None
    return calls.Compare(a=AGAIN, b=reading.times[0].words, metrics=before.metrics)


def of_af(state: State) -> bool:
    """Whether the last result was of a rhythm that may have come and gone."""
    return any(
        (isinstance(call, calls.FindEvents) and call.kind == "af")
        or (isinstance(call, calls.Classify) and call.target == "rhythm")
        for call in state.calls
    )


def same_kind(call: Call, subject: str, reading: Reading) -> Call | None:
    """A comparison or a course of another metric, where the last was one of these."""
    if subject != "measure" or not reading.has("correction", "also_about"):
        return None
    if isinstance(call, calls.Compare):
        return msgspec.structs.replace(call, metrics=metrics(reading))
    if isinstance(call, calls.Trend):
        return msgspec.structs.replace(call, metric=trend_metric(reading))
    return None
