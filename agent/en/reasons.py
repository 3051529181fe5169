"""English sentences of reasons: what a finding rests on, why an alert was raised, what is to be written."""

from typing import Final

_FINDING: Final = {
    "explain_af": "{when} {time} in {windows} were labelled as atrial fibrillation. What that rests on:",
    "explain_af_rr": (
        "{when} {time} in {windows} were labelled as atrial fibrillation, from the intervals between beats "
        "alone."
    ),
    "explain_irregular": (
        "- How irregular the beats came: {value} on a scale from 0 to 1, where from 0.5 on it counts as "
        "irregular."
    ),
    "explain_irregular_elsewhere": (
        "- How irregular the beats came: {value} on a scale from 0 to 1, where from 0.5 on it counts as "
        "irregular; in sinus rhythm of the same time it was {elsewhere}."
    ),
    "explain_p": "- P waves, which atrial fibrillation lacks: seen before {pct} of its beats.",
    "explain_p_elsewhere": (
        "- P waves, which atrial fibrillation lacks: seen before {pct} of its beats, and before "
        "{elsewhere} in sinus rhythm of the same time."
    ),
    "explain_no_beats": (
        "- The single beats are not stored for it, so I cannot list their intervals or P waves."
    ),
    "explain_probability": "- The classifier's probability: {value} (median).",
    "explain_rules": "- It was decided by fixed rules, which give no probability.",
    "explain_quality": "- Signal quality there: {value} on a scale from 0 to 1.",
    "explain_episodes": "- Length: {count} of at least {threshold} (limit version {version}).",
    "explain_short": "- Length: none of it lasted {threshold}, so none counts as an episode.",
    "explain_unconfirmed": (
        "Another {time} looked like it, but was not irregular enough or had P waves; that is not counted."
    ),
    "explain_certain_high": (
        "That is as certain as this recorder gets; it is still one lead, read by a program."
    ),
    "explain_certain_fair": "That is fairly certain, not more; a doctor should look at the strips.",
    "explain_certain_low": "That is uncertain: take it as a reason to look, not as a finding.",
    "explain_certain_rule": (
        "How certain that is was never measured as a number; a doctor should look at the strips."
    ),
    "explain_none": (
        "{when} I found no {kind}, so there is nothing to explain. I could analyse {pct} of that time."
    ),
    "explain_none_part": (
        "{when} I found no {kind} in the {pct} of the time I could analyse, so there is nothing to explain."
    ),
    "explain_event": "{when} I found {count}.",
    "explain_event_value": "{when} I found {count}; the most marked had {value}.",
    "explain_event_limit": "- What counts: the limit is {threshold} (version {version}).",
    "explain_event_pattern": "- What counts: every second beat is an early one, several times in a row.",
    "explain_event_third": "- What counts: every third beat is an early one, several times in a row.",
    "explain_clear": "- The signal before and after was readable.",
    "explain_unclear": "- The signal before or after was partly unreadable, which makes it less certain.",
    "explain_shape": (
        "Their shape: QRS complexes of {width}, where the usual ones have {usual}; likeness to the usual "
        "shape {similarity}, where a beat like it has one."
    ),
    "explain_decisive": "The beats and intervals that decide it:",
    "explain_parts": (
        "What carried the classifier's decision from {start} to {end}: it gave that strip {probability}; "
        "with these parts masked {masked}, with as many at random {chance}."
    ),
    "explain_no_parts": "No classifier decided it, so no part of the signal can be named as what did.",
    "explain_part": "- {at}, for {seconds}",
    "explain_part_lost": "- {at}, for {seconds}: {lost} of it",
    "ectopics": "{when} {beats} were classed as {kind}. What that rests on:",
    "ectopics_early": (
        "- Timing: they came {pct} sooner than the usual interval (median of {read} read again)."
    ),
    "ectopics_width": "- Shape: QRS complexes of {width}, where the usual ones have {usual}.",
    "ectopics_p": "- P waves: seen before {pct} of them.",
    "ectopics_beat": "- {at}: {before} after the beat before it, where {usual} is usual ({pct} sooner)",
    "ectopics_beat_width": "- its QRS complex: {width}, otherwise {usual_width}",
    "ectopics_decided": (
        "A network decided each beat's class from its timing and shape; it keeps no probability."
    ),
    "explain_strips": "The parts that show it most plainly:",
    "explain_strip": "- {start} to {end}",
    "explain_strip_beats": "- {start} to {end}: irregularity {irregular}, P waves before {pct} of the beats",
    "explain_strip_irregular": "- {start} to {end}: irregularity {irregular}",
    "explain_strip_value": "- {start} to {end}: {value}",
    "source_explained": "The parts that decide were told by {method}.",
    "source_explained_model": (
        "The parts that decide were told by {method}: masked for {model}, the file with sha256 {sha256}."
    ),
    "source_replaced": (
        "That time was analysed again since, by {newer}; the rows behind my answer are kept beside the new "
        "ones."
    ),
    "about_explain": "Those are the stored windows and beats of that time, read again.",
    "about_explain_alert": "That is the stored alert with its changes, its limit and its episode.",
}

_ALERT: Final = {
    "alert_why": "The alert \u201c{text}\u201d came up at {since}.",
    "alert_why_open": "The alert \u201c{text}\u201d came up at {since} and is still open.",
    "alert_over": "It ended at {until}, after {long}.",
    "alert_limit": "- The limit registered then: {name} {value} (version {version}; {source})",
    "alert_limit_note": "The configuration may set another limit than the registered one.",
    "alert_technical": "It is about the equipment, not about the heart.",
    "alert_episode": "- The episode behind it: {kind} from {start}, for {long}",
    "alert_quality": "- Signal quality in that time: {value} on a scale from 0 to 1",
    "alert_seen": "- Marked as seen: {at}",
    "alert_seen_by": "- Marked as seen by {who}: {at}",
    "alert_repeated": "- Told again: {count}",
    "alert_more": "There were {count} more in that time.",
    "no_such_alert": "{when} there was no such alert.",
}

_WISHES: Final = {
    "note_confirm": (
        "Shall I write this down as a {kind} note for {at}: {text}? Say \u201cyes\u201d to keep it, "
        "\u201cno\u201d to drop it."
    ),
    "note_confirm_private": (
        "Shall I write this down as a private {kind} note for {at}, seen by the wearer alone: {text}? Say "
        "\u201cyes\u201d to keep it, \u201cno\u201d to drop it."
    ),
    "change_confirm": (
        "Shall I change {setting} from {before} to {value}? Say \u201cyes\u201d to do it, \u201cno\u201d "
        "to leave it."
    ),
    "change_confirm_new": (
        "Shall I set {setting} to {value}? Say \u201cyes\u201d to do it, \u201cno\u201d to leave it."
    ),
    "change_critical": (
        "That alarm is there for your safety and cannot be switched off by asking. If it keeps coming "
        "without reason, have the electrodes and the limit looked at by the person who looks after this "
        "recorder, and tell your doctor."
    ),
    "change_configuration": (
        "Alarms and limits are set in the configuration file, not by asking, so that nobody changes them "
        "by accident. \u201chearth alarms\u201d lists and acknowledges them."
    ),
    "change_unknown": (
        "I know no setting called \u201c{setting}\u201d. By asking, the language of answers, the sex and "
        "the birth year can be changed; everything else is in the configuration file."
    ),
    "change_value": "{setting} cannot be \u201c{value}\u201d.",
    "change_same": "{setting} is {value} already.",
    "change_permission": "Only the wearer or a clinician may change settings.",
    "note_what": "What shall I write down? Please say it in one sentence: \u201cadd a note: ...\u201d.",
    "done_note": "I have written it down.",
    "done_change": "I have changed it.",
    "dropped": "All right, nothing was written or changed.",
    "nothing_pending": "There is nothing that waits for a yes or no.",
    "export_wanted": "I am making a {format} file of the {what} {when}.",
    "export_event": "I am making a {format} file of the {what} around the {event} at {at}.",
    "export_format": "A {what} cannot be written as {format}.",
    "export_no_event": "{when} there is no {event} to make a file of.",
    "export_permission": "Only the wearer or a clinician may take files of the recording.",
}

REASONS: Final[dict[str, str]] = {**_FINDING, **_ALERT, **_WISHES}
