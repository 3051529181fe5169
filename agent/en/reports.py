"""English sentences of trends, comparisons, the recording itself, summaries and sources."""

from typing import Final

_COURSE: Final = {
    "trend_first": "{when}, {your} {metric} {bucket}:",
    "trend_coarser": "(Longer steps than you asked for, so that it stays readable.)",
    "point": "- {at}: {value}",
    "point_part": "- {at} (part of it): {value}",
    "point_missing": "- {at}: too little signal",
    "point_night": "- night to {at}: {value}",
    "point_night_part": "- night to {at} (part of it): {value}",
    "point_night_missing": "- night to {at}: too little signal",
    "point_week": "- week from {at}: {value}",
    "point_week_part": "- week from {at} (part of it): {value}",
    "point_week_missing": "- week from {at}: too little signal",
    "point_without": "- {at}: no waveform to tell it from",
    "point_night_without": "- night to {at}: no waveform to tell it from",
    "point_week_without": "- week from {at}: no waveform to tell it from",
    "trend_flat": (
        "From the beginning to the end it stayed about the same (changes under {smallest} are not told "
        "as changes)."
    ),
    "trend_up": "At the end it was {change} higher than at the beginning.",
    "trend_down": "At the end it was {change} lower than at the beginning.",
    "trend_too_few": "That is too little to tell a direction from.",
    "difference_same": (
        "{your} {metric} was about the same: {a} {when}, {b} {other} (differences under {smallest} are "
        "not told as such)."
    ),
    "difference_higher": "{your} {metric} was {change} higher: {a} {when}, {b} {other}.",
    "difference_lower": "{your} {metric} was {change} lower: {a} {when}, {b} {other}.",
    "difference_same_more": "The {metric} was about the same: {a} and {b}.",
    "difference_higher_more": "The {metric} was {change} higher: {a} against {b}.",
    "difference_lower_more": "The {metric} was {change} lower: {a} against {b}.",
    "difference_missing": "I cannot compare the {metric}: it is missing on one side.",
    "presence_new": "New: {a}.",
    "presence_first": "Found: {a}. Before, there was no waveform to see them in.",
    "presence_still": "Found both times: {a}, against {b}.",
    "presence_gone": "No longer found: {kind} ({b} before).",
    "presence_unknown": (
        "I found no {kind} in what I could analyse of the newer time ({b} before), but that is too "
        "little to say they were gone."
    ),
    "compare_without": "The intervals cannot be compared: one of the two times has no waveform.",
    "compare_rr": "{rr} {when} are beat intervals without a waveform, told by regularity alone.",
    "compare_basis": "I could analyse {a} of the one and {b} of the other time.",
    "compare_unfair": (
        "I could analyse only {a} of the one and {b} of the other time, too little to lean on this "
        "comparison."
    ),
}

_STATUS: Final = {
    "recorded": "{when} {recorded} of {length} were recorded, and {analysable} ({pct}) could be analysed.",
    "nothing_recorded": "{when} nothing was recorded.",
    "gap_line": "- missing from {start}, for {long}: {why}",
    "too_little": "That is too little to say that something did not happen.",
    "device_sending": "{name} is sending: its newest signal is {age} old.",
    "device_silent": "{name} is not sending. Its newest signal ended at {newest}, {age} ago.",
    "device_never": "{name} has not sent any signal yet.",
    "device_lead_off": "It last reported that an electrode is off.",
    "device_rr": "It sends beat intervals and no waveform.",
    "device_lead_off_rr": "It last reported that it does not touch the skin.",
    "device_disconnected": "It last reported that it is disconnected.",
    "battery": "Its battery was at {pct} ({at}).",
    "battery_low": "Its battery was low, at {pct} ({at}): please charge it soon.",
    "battery_unknown": "It has not said how full its battery is.",
    "alerts": "{when} I have {count} on record:",
    "alerts_open": "{count} open:",
    "alert_line": "- {since}: {text} (over at {until})",
    "alert_line_open": "- {since}: {text} (still open)",
    "alert_line_by": "- {since}: {text} (over at {until}; acknowledged by {who}, {at})",
    "alert_line_nobody": "- {since}: {text} (over at {until}; acknowledged by nobody)",
    "alert_line_open_by": "- {since}: {text} (still open; acknowledged by {who}, {at})",
    "alert_line_open_nobody": "- {since}: {text} (still open; acknowledged by nobody)",
    "alerts_open_now": "Open now: {count}.",
    "alerts_none_open": "None of them is open now.",
    "no_alerts": "{when} there were no alerts.",
    "no_alerts_open": "No alert is open.",
    "only_newest": "(Only the newest {shown} are shown.)",
    "notes": "{when} I have {count}:",
    "no_notes": "{when} there are no {kind}.",
    "note_line": "- {at}, {kind}: {text}",
    "shared_only": "I can only show notes that are shared.",
}

_SUMMARY: Final = {
    "summary_basis": "{when} I could analyse {analysable} ({pct}).",
    "summary_rate": "The heart rate was {value} (median).",
    "summary_rest": "At rest, between midnight and 06:00, it was {value}.",
    "summary_af": "Atrial fibrillation took {time}, {pct} of it.",
    "summary_event": "- {count}",
    "summary_event_long": "- {count}, {total} together",
    "summary_no_events": (
        "I found no pauses, no slow or fast spells, no runs of wide beats and no bigeminy or trigeminy."
    ),
    "summary_no_other": "I found nothing else of what I look for.",
    "summary_alerts": "I have {count} on record:",
    "summary_notes": "And {count}:",
    "source_windows": (
        "That answer looked at {windows} of {device} (lead {lead}) {when}; {analysable} of them were "
        "clear enough to analyse."
    ),
    "source_all_windows": (
        "That answer looked at {windows} of {device} (lead {lead}) {when}, all of them clear enough to "
        "analyse."
    ),
    "source_hours": "That answer looked at the sums of {hours} of {device} (lead {lead}) {when}.",
    "source_listed": "That answer is the list that is stored for {when}.",
    "source_pct": "They cover {pct} of that time.",
    "source_chain": "Beats and waves were found by {chain}, and the rhythm was named by {model}.",
    "source_rule": "- {name}: {value} (version {version} of {date}; {source})",
    "source_limits": "It is one lead, read by a program; Hearth is not a medical device.",
    "about_measure": (
        "A median is the middle of all the windows' own values; lowest and highest are averages over ten "
        "seconds."
    ),
    "about_burden": (
        "The burden is the time labelled as atrial fibrillation over the time that could be analysed."
    ),
    "about_classify": (
        "A share is the time of the windows with that label over the time that could be analysed."
    ),
    "about_find_events": "Events are the stored ones: windows and beats with the same finding, joined.",
    "about_trend": (
        "Each step is worked out from its own windows or hours; steps with under ten minutes of signal "
        "are left empty."
    ),
    "about_compare": (
        "Both times were measured the same way; differences smaller than the usual day-to-day change are "
        "not told as differences."
    ),
    "about_device_status": (
        "That is what the wearable last reported about itself, and when its newest signal was stored."
    ),
    "about_store": "That comes from what is stored about the wearable, not from a measurement.",
    "about_glossary": "That is an explanation of a word, not a measurement.",
    "meaning": "{meaning}",
}

REPORTS: Final[dict[str, str]] = {**_COURSE, **_STATUS, **_SUMMARY}
