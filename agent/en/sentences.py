"""English sentences of findings. ``{your}`` is "your" or "the wearer's"; other braces are slots."""

from typing import Final

from agent.en.clinical import CLINICAL
from agent.en.reasons import REASONS
from agent.en.reports import REPORTS
from agent.en.talk import TALK
from agent.en.without_waveform import WITHOUT_WAVEFORM

_BASIS: Final = {
    "basis": "I could analyse {analysable} of it ({pct}).",
    "basis_partial": "I could analyse only {analysable} of it ({pct}); what the rest was like I cannot say.",
    "basis_short": "I could analyse {pct} of that time.",
    "rest_unknown": "I could analyse only {pct} of that time; for the rest I cannot say.",
    "other_device": "This is from {device}. Another wearable recorded then too; name it to ask about it.",
    "clock_skipped": (
        "The clocks went forward then, so that clock time did not exist; I took the time it would have been."
    ),
    "no_data": "Nothing was recorded {when}, so I cannot say.",
    "no_data_now": "There is no signal from the last 5 minutes, so I cannot say how it is now.",
    "low_quality": (
        "There was a recording {when}, but none of it was clear enough to analyse, so I cannot say."
    ),
    "low_quality_now": (
        "The signal of the last 5 minutes is not clear enough to analyse, so I cannot say how it is now."
    ),
    "low_quality_why": "The most frequent reason was {why}.",
    "newest": "The newest signal I have ends at {newest}.",
    "never_any": "There is no analysed recording at all yet.",
    "no_device": "No wearable is known here yet, so there is nothing to look at.",
    "no_evidence": "There is no earlier answer in this conversation that I could explain.",
    "term_unknown": "I have no explanation of \u201c{term}\u201d.",
}

_RATES: Final = {
    "rate_now": "{your} heart rate is {rate}{rhythm}, measured {age} ago.",
    "rate_before": (
        "{your} heart rate was {rate}{rhythm} at {at}, {age} ago; there is nothing clearer since then."
    ),
    "hr_first": "{when} {your} heart rate was {value} (median).",
    "metric_first": "{when} {your} {metric} was {value} (median).",
    "metric_more": "The {metric} was {value} (median).",
    "spread": "Half of the time it was between {q1} and {q3}.",
    "spread_hours": "From hour to hour it was mostly between {q1} and {q3}.",
    "spread_sample": "In a sample of hours spread over that time it was mostly between {q1} and {q3}.",
    "counted": "That rests on {counted}.",
    "versions": "Analysed by {versions}.",
    "extremes": "The lowest ten-second average was {low} ({low_at}), the highest {high} ({high_at}).",
    "hr_min_first": "{when} {your} heart rate was lowest at {value}, averaged over ten seconds ({at}).",
    "hr_max_first": "{when} {your} heart rate was highest at {value}, averaged over ten seconds ({at}).",
    "hr_min_more": "The lowest was {value} ({at}).",
    "hr_max_more": "The highest was {value} ({at}).",
    "rest_first": (
        "{when} {your} resting heart rate was {value}: the median in sinus rhythm between midnight and 06:00."
    ),
    "rest_more": (
        "The resting heart rate, the median in sinus rhythm between midnight and 06:00, was {value}."
    ),
    "rest_elsewhere": (
        "{your} resting heart rate was {value}. It is told from midnight to 06:00, so this is from "
        "{start} to {end}, the newest such hours."
    ),
    "metric_missing": "I have no {metric} for that time: {reason}.",
    "limits_inside": (
        "The limits set here for the {metric} are {low} to {high} (version {version}); {value} is "
        "between them."
    ),
    "limits_below": (
        "The limits set here for the {metric} are {low} to {high} (version {version}); {value} is below them."
    ),
    "limits_above": (
        "The limits set here for the {metric} are {low} to {high} (version {version}); {value} is above them."
    ),
    "limit_inside": (
        "The upper limit set here for the {metric} is {high} (version {version}); {value} is not above it."
    ),
    "limit_above": (
        "The upper limit set here for the {metric} is {high} (version {version}); {value} is above it."
    ),
}

_RHYTHM: Final = {
    "rhythm_now": "The newest signal, {age} old, shows {rhythm}.",
    "rhythm_now_rate": "The newest signal, {age} old, shows {rhythm} at {rate}.",
    "rhythm_first": "{when} {your} rhythm was {rhythm} for {pct} of the time that could be analysed.",
    "rhythm_more": "For {pct} of it, {time} in all, it was {rhythm}.",
    "no_af_here": "I found no atrial fibrillation in it.",
    "no_af_in_part": "I found no atrial fibrillation in the {pct} of that time I could analyse.",
    "beats_first": "{when} I counted {beats}.",
    "beats_early": (
        "Of these, {v} came early from the ventricles ({v_pct}) and {s} early from above them ({s_pct})."
    ),
    "beats_early_v": "Of these, {v} came early from the ventricles ({v_pct}).",
    "beats_early_s": "Of these, {s} came early from above the ventricles ({s_pct}).",
    "beats_none_early": "None of them was an early beat.",
    "burden": (
        "{when} atrial fibrillation took {share} of the time that could be analysed: {time} of {analysable}."
    ),
    "burden_none": "{when} I found no atrial fibrillation. I could analyse {pct} of that time.",
    "burden_none_part": (
        "{when} I found no atrial fibrillation in the {pct} of the time I could analyse; for the rest I "
        "cannot say."
    ),
    "burden_one": "It was one episode, {longest} long, from {start}.",
    "burden_episodes": "It came in {count}; the longest took {longest}, from {start}.",
    "burden_no_episode": "None of it lasted the {least} seconds that make an episode.",
    "going_on": "It was still going on at the newest signal.",
}

_EVENTS: Final = {
    "none_kind": "{when} I found no {kind}. I could analyse {pct} of that time.",
    "none_kind_part": (
        "{when} I found no {kind} in the {pct} of the time I could analyse; for the rest I cannot say."
    ),
    "none_other": "I found nothing else of what I look for. I could analyse {pct} of that time.",
    "none_other_part": "I found nothing else in the {pct} of the time I could analyse.",
    "none_any": (
        "{when} I found none of the things I look for: atrial fibrillation, pauses, slow or fast spells, "
        "runs of wide beats, bigeminy, trigeminy. I could analyse {pct} of that time."
    ),
    "none_any_part": (
        "{when} I found none of the things I look for in the {pct} of the time I could analyse; for the "
        "rest I cannot say."
    ),
    "none_hr_above": (
        "{when} {your} heart rate did not go above {limit}. I could analyse {pct} of that time."
    ),
    "none_hr_above_part": (
        "{when} {your} heart rate did not go above {limit} in the {pct} of the time I could analyse; for "
        "the rest I cannot say."
    ),
    "none_hr_below": (
        "{when} {your} heart rate did not go below {limit}. I could analyse {pct} of that time."
    ),
    "none_hr_below_part": (
        "{when} {your} heart rate did not go below {limit} in the {pct} of the time I could analyse; for "
        "the rest I cannot say."
    ),
    "loose_af": "{when} {time} looked like atrial fibrillation, in stretches too short for an episode.",
    "found_kind": "{when} I found {count}, {total} together.",
    "found_pauses": "{when} I found {count}.",
    "found_hr_above": "{when} {your} heart rate was above {limit} {count}, {total} together.",
    "found_hr_below": "{when} {your} heart rate was below {limit} {count}, {total} together.",
    "found_any": "{when} I found:",
    "found_line": "- {count}, {total} together",
    "shown_first": "The first {shown}:",
    "shown_newest": "The newest {shown}:",
    "shown_longest": "The longest {shown}:",
    "shown_shortest": "The shortest {shown}:",
    "event_line": "- {start}, for {long}",
    "event_line_open": "- {start}, for {long} and still going on",
    "event_line_value": "- {start}, for {long}, {value}",
    "event_only": "{when} there was one {kind}: from {start}, for {long}.",
    "event_newest": "The last {kind} {when} began at {start} and took {long}.",
    "event_longest": "The longest {kind} {when} took {long}, from {start}.",
    "event_shortest": "The shortest {kind} {when} took {long}, from {start}.",
    "event_oldest": "The first {kind} {when} began at {start} and took {long}.",
    "event_of": "There were {count} in all.",
    "value_brady": "The rate was {value}.",
    "value_tachy": "The rate was {value}.",
    "value_wide_run": "It had {value}.",
    "hr_max_when": "{when} {your} heart rate was highest at {at}: {value}, averaged over ten seconds.",
    "hr_min_when": "{when} {your} heart rate was lowest at {at}: {value}, averaged over ten seconds.",
    "counted_af": "Counted are episodes of at least {threshold} (limit version {version}).",
    "counted_pause": "Counted are pauses of at least {threshold} (limit version {version}).",
    "counted_brady": "Counted are spells below {threshold} (limit version {version}).",
    "counted_tachy": "Counted are spells above {threshold} (limit version {version}).",
    "counted_wide_run": "Counted are runs of at least {threshold} (limit version {version}).",
    "counted_hr_above": "The limit is the one set here (version {version}).",
    "counted_hr_below": "The limit is the one set here (version {version}).",
    "cut_short": "That time holds too many such hours to list; I looked through the newest ones only.",
}

_DETAIL: Final = {
    "detail_longest": "The longest took {long}, from {start}.",
    "detail_when": "From {start}, for {long}.",
    "detail_at": "At {at}.",
    "detail_count": "There were {count}.",
    "detail_one": "There was one.",
    "detail_last": "The last one began at {start} and took {long}.",
    "detail_first": "The first one began at {start} and took {long}.",
}

SENTENCES: Final[dict[str, str]] = {
    **TALK,
    **_BASIS,
    **WITHOUT_WAVEFORM,
    **_RATES,
    **_RHYTHM,
    **_EVENTS,
    **REPORTS,
    **REASONS,
    **_DETAIL,
    **CLINICAL,
}
