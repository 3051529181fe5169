"""English, said otherwise: further wordings of sentences of findings, each with the slots of its sentence.

A language model that words answers chooses among these; see :mod:`agent.model.phrasebook`.
"""

from typing import Final

OTHER_WORDS: Final = {
    "hr_first": (
        "{when} {your} median heart rate was {value}.",
        "{when} {your} heart beat at {value} (median).",
        "{your} heart rate {when} had a median of {value}.",
    ),
    "metric_first": (
        "{when} I measured a median {metric} of {value}.",
        "{your} {metric} {when} was {value}, as a median.",
        "For {your} {metric} {when} I have a median of {value}.",
    ),
    "metric_more": ("For the {metric} I have {value} (median).", "The median {metric} was {value}."),
    "spread": (
        "It lay between {q1} and {q3} for half of the time.",
        "Between {q1} and {q3} is where it was half of the time.",
    ),
    "spread_hours": ("Hour by hour it was mostly between {q1} and {q3}.",),
    "extremes": (
        "Averaged over ten seconds it went from {low} ({low_at}) up to {high} ({high_at}).",
        "Its lowest ten seconds averaged {low} ({low_at}), its highest {high} ({high_at}).",
    ),
    "hr_min_first": (
        "{when} the lowest heart rate, averaged over ten seconds, was {value} ({at}).",
        "The lowest ten-second average {when} was {value} ({at}).",
    ),
    "hr_max_first": (
        "{when} the highest heart rate, averaged over ten seconds, was {value} ({at}).",
        "The highest ten-second average {when} was {value} ({at}).",
    ),
    "hr_min_more": ("At its lowest it was {value} ({at}).",),
    "hr_max_more": ("At its highest it was {value} ({at}).",),
    "hr_max_when": (
        "{when} it peaked at {at}: {value}, averaged over ten seconds.",
        "The highest ten-second average {when} came at {at}, with {value}.",
    ),
    "hr_min_when": (
        "The lowest ten-second average {when} came at {at}, with {value}.",
        "{when} it was down to its lowest at {at}: {value}, averaged over ten seconds.",
    ),
    "rate_now": (
        "{age} ago {your} heart rate was {rate}{rhythm}.",
        "Right now {your} heart rate is {rate}{rhythm}, as of {age} ago.",
        "{your} heart is beating at {rate}{rhythm}; that was measured {age} ago.",
    ),
    "rate_before": (
        "The latest clear reading is {rate}{rhythm}, at {at}, {age} ago.",
        "I have nothing clearer than {rate}{rhythm} from {at}, {age} ago.",
    ),
    "rhythm_first": (
        "{when} it was {rhythm} for {pct} of what I could analyse.",
        "For {pct} of the time that I could analyse {when} it was {rhythm}.",
        "{when}, {pct} of the time that could be analysed was {rhythm}.",
    ),
    "rhythm_more": (
        "{pct} of it, {time} in all, was {rhythm}.",
        "It was {rhythm} for {pct} of it: {time} in all.",
    ),
    "rhythm_now": ("As of {age} ago it is {rhythm}.", "What came last, {age} ago, shows {rhythm}."),
    "rhythm_now_rate": (
        "As of {age} ago it is {rhythm} at {rate}.",
        "What came last, {age} ago, shows {rhythm} at {rate}.",
    ),
    "beats_first": ("{when} there were {beats}.", "The count {when} is {beats}."),
    "beats_early": (
        "{v} of them came early from the ventricles ({v_pct}) and {s} early from above them ({s_pct}).",
        "Early from the ventricles came {v} ({v_pct}), and early from above them {s} ({s_pct}).",
    ),
    "beats_early_v": (
        "{v} of them came early from the ventricles ({v_pct}).",
        "Early from the ventricles came {v} ({v_pct}).",
    ),
    "beats_early_s": (
        "{s} of them came early from above the ventricles ({s_pct}).",
        "Early from above the ventricles came {s} ({s_pct}).",
    ),
    "burden": (
        "{when} {your} heart was in atrial fibrillation for {time} of {analysable} analysed: {share}.",
        "{share} of the time that I could analyse {when} was atrial fibrillation: {time} of {analysable}.",
    ),
    "burden_one": (
        "It was a single episode, {longest} long, from {start}.",
        "All of it was one episode from {start}, {longest} long.",
    ),
    "burden_episodes": (
        "There were {count}; the longest, from {start}, took {longest}.",
        "It was made of {count}, the longest of {longest} from {start}.",
    ),
    "found_kind": (
        "{when} there were {count}, {total} together.",
        "I found {count} {when}, {total} in total.",
        "{when} I can see {count}, together {total}.",
    ),
    "found_pauses": ("{when} there were {count}.", "I found {count} {when}."),
    "event_only": (
        "{when} I found one {kind}: it began at {start} and took {long}.",
        "There was one {kind} {when}, from {start}, for {long}.",
    ),
    "event_newest": (
        "The latest {kind} {when} started at {start} and lasted {long}.",
        "Most recent {when} is a {kind} that began at {start} and took {long}.",
    ),
    "event_longest": (
        "The longest {kind} {when} lasted {long}, starting at {start}.",
        "At {start} the longest {kind} {when} began: {long}.",
    ),
    "event_shortest": ("The shortest {kind} {when} lasted {long}, starting at {start}.",),
    "event_oldest": ("The earliest {kind} {when} started at {start} and lasted {long}.",),
    "event_of": ("In all there were {count}.", "There were {count} altogether."),
    "found_hr_above": (
        "{when} it went above {limit} {count}, {total} together.",
        "{your} heart rate {when} was over {limit} {count}, for {total} in all.",
    ),
    "found_hr_below": (
        "{when} it went below {limit} {count}, {total} together.",
        "{your} heart rate {when} was under {limit} {count}, for {total} in all.",
    ),
    "value_brady": ("The rate then was {value}.",),
    "value_tachy": ("The rate then was {value}.",),
    "value_wide_run": ("It was made of {value}.",),
    "basis": (
        "{analysable} of it ({pct}) could be analysed.",
        "That rests on {analysable} that I could analyse ({pct}).",
    ),
    "basis_short": ("{pct} of that time could be analysed.",),
    "basis_partial": (
        "Only {analysable} of it ({pct}) could be analysed; what the rest was like I cannot say.",
    ),
    "rest_unknown": ("Only {pct} of that time could be analysed; for the rest I cannot say.",),
    "summary_basis": ("{when} {analysable} ({pct}) could be analysed.",),
    "summary_rate": ("The median heart rate was {value}.", "The heart beat at {value} (median)."),
    "summary_af": (
        "{time} of it, {pct}, was atrial fibrillation.",
        "Of that, {pct} was atrial fibrillation: {time}.",
    ),
    "recorded": (
        "Of {length} {when}, {recorded} were recorded, and {analysable} ({pct}) could be analysed.",
    ),
    "source_pct": ("That is {pct} of that time.",),
    "device_sending": ("{name} sends; what came last is {age} old.",),
    "battery": ("The battery was at {pct} ({at}).",),
    "counted": ("It rests on {counted}.",),
    "detail_longest": (
        "The longest one began at {start} and lasted {long}.",
        "The longest lasted {long}, starting at {start}.",
    ),
    "detail_when": ("It began at {start} and lasted {long}.", "It went on from {start} for {long}."),
    "detail_at": ("That was at {at}.",),
    "detail_count": ("I counted {count}.", "There were {count} of them."),
    "detail_last": ("The latest began at {start} and lasted {long}.",),
    "detail_first": ("The earliest began at {start} and lasted {long}.",),
    "difference_higher_more": ("By {change} the {metric} was higher: {a} against {b}.",),
    "difference_lower_more": ("By {change} the {metric} was lower: {a} against {b}.",),
    "trend_up": ("It ended {change} higher than it began.",),
    "trend_down": ("It ended {change} lower than it began.",),
    "alert_over": ("It was over at {until}, after {long}.",),
}
