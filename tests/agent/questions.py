"""Questions people ask, with the tool that answers each and the time it is about.

The clock stands at Wednesday 12 March 2025, 14:30 in Berlin; recording began on 26 February at 09:00.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

NOW_END: Final = "03-12 14:30"
BEGIN: Final = "02-26 09:00"
T: Final[dict[str, tuple[str, str]]] = {
    "now": ("03-12 14:25", NOW_END),
    "today": ("03-12 00:00", NOW_END),
    "yesterday": ("03-11 00:00", "03-12 00:00"),
    "last night": ("03-11 22:00", "03-12 06:00"),
    "night before": ("03-10 22:00", "03-11 06:00"),
    "this morning": ("03-12 06:00", "03-12 12:00"),
    "this afternoon": ("03-12 12:00", NOW_END),
    "yesterday evening": ("03-11 18:00", "03-11 22:00"),
    "monday": ("03-10 00:00", "03-11 00:00"),
    "tuesday": ("03-11 00:00", "03-12 00:00"),
    "sunday": ("03-09 00:00", "03-10 00:00"),
    "saturday": ("03-08 00:00", "03-09 00:00"),
    "this week": ("03-10 00:00", NOW_END),
    "last week": ("03-03 00:00", "03-10 00:00"),
    "past week": ("03-05 14:30", NOW_END),
    "weekend": ("03-08 00:00", "03-10 00:00"),
    "24 h": ("03-11 14:30", NOW_END),
    "ever": (BEGIN, NOW_END),
    "last hour": ("03-12 13:30", NOW_END),
    "two weeks": ("02-26 14:30", NOW_END),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the tools that should answer it, and the time the first of them is about."""

    text: str
    tools: tuple[str, ...]
    when: str | tuple[str, str] | None = None
    args: tuple[tuple[str, Any], ...] = ()


def q(text: str, tools: str, when: str | tuple[str, str] | None = None, **args: Any) -> Asked:  # noqa: ANN401 - a tool's arguments
    """One row."""
    return Asked(text, tuple(tools.split("|")), when, tuple(args.items()))


RATE: Final = (
    q("What is my heart rate?", "measure", "now", metrics=["hr"]),
    q("what's my pulse right now", "measure", "now", metrics=["hr"]),
    q("heart rate now?", "measure", "now"),
    q("How fast is my heart beating at the moment?", "measure", "now"),
    q("What was my heart rate last night?", "measure", "last night", metrics=["hr"]),
    q("and how was my pulse yesterday", "measure", "yesterday"),
    q("hart rate yesteday evening", "measure", "yesterday evening"),
    q("What was my average heart rate this week?", "measure", "this week", metrics=["hr"]),
    q("Tell me my heart rate for the last hour", "measure", "last hour"),
    q("what was my bpm on Tuesday?", "measure", "tuesday"),
    q("what was the highest heart rate yesterday?", "measure", "yesterday", metrics=["hr_max"]),
    q("How high did my heart rate get this morning?", "measure", "this morning", metrics=["hr_max"]),
    q("What was the lowest my pulse got last night?", "measure", "last night", metrics=["hr_min"]),
    q("min and max heart rate last week", "measure", "last week", metrics=["hr_max", "hr_min"]),
    q("what is my resting heart rate?", "measure", None, metrics=["hr_rest"]),
    q("resting pulse last night", "measure", "last night", metrics=["hr_rest"]),
    q("What was my PR interval yesterday?", "measure", "yesterday", metrics=["pr"]),
    q("How long is my QT?", "measure", None, metrics=["qt"]),
    q("what's my QTc this morning", "measure", "this morning", metrics=["qtc"]),
    q("give me QRS and PR for last night", "measure", "last night", metrics=["pr", "qrs"]),
    q("What was my heart rate variability last night?", "measure", "last night", metrics=["rmssd"]),
    q("hrv yesterday", "measure", "yesterday", metrics=["rmssd"]),
    q("was my heart rate normal last night?", "measure", "last night"),
    q("Is my pulse too high?", "measure", "now"),
    q("At 6pm on Tuesday, what was my heart rate?", "measure", ("03-11 18:00", "03-11 18:10")),
    q("What was my heart rate at around 3 this morning?", "measure", ("03-12 02:45", "03-12 03:15")),
    q("heart rate between 2 and 4 this morning", "measure", ("03-12 02:00", "03-12 04:00")),
    q("what was my pulse on Sunday between 10:00 and 12:00", "measure", ("03-09 10:00", "03-09 12:00")),
    q("what was my heart rate while I was asleep?", "measure", "last night"),
    q(
        "Could you please look up the pulse I had two days ago in the afternoon",
        "measure",
        ("03-10 12:00", "03-10 18:00"),
    ),
    q("how slow did my heart get during the night", "measure", "last night", metrics=["hr_min"]),
    q("the average pulse over the past 24 hours please", "measure", "24 h"),
    q("beats per minute on the 5th of March?", "measure", ("03-05 00:00", "03-06 00:00")),
    q("what were my intervals last night", "measure", "last night", metrics=["pr", "qrs", "qt", "qtc"]),
    q("RR interval this afternoon", "measure", "this afternoon", metrics=["rr"]),
)
RHYTHM: Final = (
    q("What was my rhythm last night?", "classify", "last night", target="rhythm"),
    q("Was my heartbeat regular yesterday?", "classify", "yesterday"),
    q("What rhythm am I in?", "classify", "now"),
    q("am I in afib right now?", "classify|find_events|burden", "now"),
    q("Is my heart in AF?", "classify", "now"),
    q("how many extra beats did I have yesterday?", "classify", "yesterday", target="beats"),
    q("Any PVCs last night?", "classify", "last night", target="beats"),
    q("number of ectopic beats this week", "classify", "this week", target="beats"),
    q("was it sinus rhythm all night?", "classify", "last night"),
    q("did my heart skip beats yesterday?", "classify", "yesterday", target="beats"),
    q("How much of last night was I in AF?", "burden", "last night"),
    q("What was my AF burden last week?", "burden", "last week"),
    q("what percentage of the time was I in atrial fibrillation this week", "burden", "this week"),
    q("AF burden for the past 7 days", "burden", "past week"),
    q("How long was I in AF yesterday?", "burden", "yesterday"),
    q("how much afib since Monday", "burden", "this week"),
    q("total time in AF over the weekend", "burden", "weekend"),
    q("afib burden", "burden", "past week"),
    q("what share of Sunday did I spend fibrillating", "burden", "sunday"),
)
EVENTS: Final = (
    q("Did I have AF last night?", "find_events|burden", "last night"),
    q("Any atrial fibrillation episodes this week?", "find_events", "this week", kind="af"),
    q("How many AF episodes did I have last week?", "find_events", "last week", kind="af"),
    q("When was my last AF episode?", "find_events", "ever", kind="af", order="newest"),
    q("When did I last have atrial fibrillation?", "find_events", "ever", kind="af", order="newest"),
    q("What was the longest AF episode last week?", "find_events", "last week", kind="af", order="longest"),
    q("were there any pauses last night?", "find_events", "last night", kind="pause"),
    q("did my heart stop last night?", "find_events", "last night", kind="pause"),
    q("show me the pauses since Sunday", "find_events", ("03-09 00:00", NOW_END), kind="pause"),
    q("Was my heart too slow last night?", "find_events", "last night", kind="brady"),
    q("any bradycardia yesterday?", "find_events", "yesterday", kind="brady"),
    q("Was my heart racing yesterday evening?", "find_events", "yesterday evening", kind="tachy"),
    q("did I have tachycardia on Monday", "find_events", "monday", kind="tachy"),
    q("were there runs of ventricular tachycardia this week?", "find_events", "this week", kind="wide_run"),
    q("any VT?", "find_events", "past week", kind="wide_run"),
    q("did you see bigeminy yesterday", "find_events", "yesterday", kind="bigeminy"),
    q("was there any trigeminy yesterday?", "find_events", "yesterday", kind="trigeminy"),
    q(
        "When was my heart rate above 120 yesterday?",
        "find_events",
        "yesterday",
        kind="hr_above",
        threshold=120,
    ),
    q("did my pulse go over 100 last night", "find_events", "last night", kind="hr_above", threshold=100),
    q(
        "how often was my heart rate below 45 this week?",
        "find_events",
        "this week",
        kind="hr_below",
        threshold=45,
    ),
    q("When was my heart rate highest yesterday?", "find_events", "yesterday", kind="hr_max"),
    q("at what time was my pulse lowest last night?", "find_events", "last night", kind="hr_min"),
    q("Was there anything unusual last night?", "find_events|summarize", "last night"),
    q("any events yesterday?", "find_events", "yesterday", kind="any"),
    q("what did you find this week", "find_events|summarize", "this week"),
    q("list all episodes on Sunday", "find_events", "sunday"),
    q("Have I ever had atrial fibrillation?", "find_events|burden", "ever"),
    q("afib last nite?", "find_events|burden", "last night"),
    q("was my heartbeat irregular last night?", "classify|find_events", "last night"),
    q("longest pause this week", "find_events", "this week", kind="pause", order="longest"),
    q(
        "did anything happen between midnight and 3 am?",
        "find_events|summarize",
        ("03-12 00:00", "03-12 03:00"),
    ),
)
COURSE: Final = (
    q("How has my heart rate changed over the last week?", "trend", None, metric="hr"),
    q("show my resting heart rate trend for the past two weeks", "trend", "two weeks", metric="hr_rest"),
    q("heart rate per hour yesterday", "trend", "yesterday", metric="hr", bucket="hour"),
    q("Is my AF getting worse?", "trend|compare", "past week"),
    q("AF burden per day this week", "trend", "this week", metric="af_burden", bucket="day"),
    q("how did my pulse develop night by night last week", "trend", "last week", bucket="night"),
    q("daily heart rate for the last 7 days", "trend", "past week", bucket="day"),
    q("has my resting heart rate been going up since Monday?", "trend", "this week", metric="hr_rest"),
    q("weekly trend of my QTc since the beginning", "trend", "ever", metric="qtc", bucket="week"),
    q("are my pauses increasing?", "trend", "past week", metric="pauses"),
    q("extra beats each day this week", "trend", "this week", metric="v_beats", bucket="day"),
    q(
        "Was my heart rate higher last night than the night before?",
        "compare",
        "last night",
        b="the night before",
    ),
    q("Compare this week with last week", "compare", "this week", b="last week"),
    q("compare my pulse on Monday and Tuesday", "compare", "monday", b="Tuesday"),
    q("Is my heart rate lower than last week?", "compare", "this week", b="last week"),
    q("how does last night compare to the night before last?", "compare", "last night"),
    q("was last night different from usual?", "compare", "last night", b=None),
    q("Sunday vs Saturday heart rate", "compare", "sunday", b="Saturday"),
    q("was my heart faster yesterday than on Monday", "compare", "yesterday", b="Monday"),
    q(
        "what is the difference in heart rate between this morning and yesterday morning?",
        "compare",
        "this morning",
    ),
)
STATE: Final = (
    q("How much of last night was recorded?", "coverage", "last night"),
    q("were there any gaps in the recording yesterday?", "coverage", "yesterday"),
    q("How long did I wear the patch this week?", "coverage", "this week"),
    q("is there data missing on Saturday", "coverage", "saturday"),
    q("How good was the signal quality last night?", "coverage", "last night"),
    q("coverage this week", "coverage", "this week"),
    q("did you record everything yesterday?", "coverage", "yesterday"),
    q("How much usable data do we have from the weekend?", "coverage", "weekend"),
    q("How full is the battery?", "device_status"),
    q("is the sensor connected?", "device_status"),
    q("battery?", "device_status"),
    q("Is my patch still working?", "device_status"),
    q("does the strap need charging", "device_status"),
    q("is the electrode attached properly?", "device_status"),
    q("when did you last hear from the device?", "device_status"),
    q("Were there any alerts last night?", "list_alerts", "last night"),
    q("did an alarm go off yesterday?", "list_alerts", "yesterday"),
    q("show me the alerts of this week", "list_alerts", "this week"),
    q("any open alarms?", "list_alerts", None, status="open"),
    q("why did the alarm ring last night?", "explain_alert", "last night"),
    q("how many warnings since Monday?", "list_alerts", "this week"),
    q("What did I note yesterday?", "list_notes", "yesterday"),
    q("show my notes from this week", "list_notes", "this week"),
    q("Did I log any symptoms yesterday?", "list_notes", "yesterday", kind="symptom"),
    q("when did I take my medication this week?", "list_notes", "this week", kind="medication"),
    q("what's in my diary for Monday", "list_notes", "monday"),
)
WHOLE: Final = (
    q("How was my night?", "summarize", None),
    q("Give me a summary of yesterday", "summarize", "yesterday"),
    q("how am I doing?", "summarize", None),
    q("Summarise last week please", "summarize", "last week"),
    q("was everything ok last night?", "summarize|find_events", "last night"),
    q("tell me about last night", "summarize", "last night"),
    q("How did my heart do over the weekend?", "summarize", "weekend"),
    q("overview of the past 7 days", "summarize", "past week"),
    q("anything I should know about today?", "summarize|find_events", "today"),
    q("what happened on Sunday", "summarize|find_events", "sunday"),
    q("What is atrial fibrillation?", "glossary", None, term="atrial fibrillation"),
    q("what does QTc mean?", "glossary", None, term="QTc"),
    q("explain heart rate variability", "glossary", None, term="heart rate variability"),
    q("What's a PVC?", "glossary", None, term="PVC"),
    q("what is meant by AF burden", "glossary", None, term="AF burden"),
    q("define sinus rhythm", "glossary", None, term="sinus rhythm"),
)
SEVERAL: Final = (
    q("What was my heart rate last night and did I have any AF?", "measure+find_events", "last night"),
    q("How was my heart rate on Monday and Tuesday?", "measure+measure", "monday"),
    q("how full is the battery and were there alerts today?", "device_status+list_alerts", None),
    q("heart rate and QT last night", "measure", "last night", metrics=["hr", "qt"]),
)
QUESTIONS: Final = (*RATE, *RHYTHM, *EVENTS, *COURSE, *STATE, *WHOLE, *SEVERAL)
