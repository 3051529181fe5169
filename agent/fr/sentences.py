"""French sentences of findings; braces are slots."""

from typing import Final

from agent.fr.clinical import CLINICAL
from agent.fr.reasons import REASONS
from agent.fr.reports import REPORTS
from agent.fr.talk import TALK
from agent.fr.without_waveform import WITHOUT_WAVEFORM

_BASIS: Final = {
    "basis": "J'ai pu en analyser {analysable} ({pct}).",
    "basis_partial": (
        "Je n'ai pu en analyser que {analysable} ({pct})\u00a0; je ne peux pas dire ce qu'il en était du "
        "reste."
    ),
    "basis_short": "J'ai pu analyser {pct} de ce temps.",
    "rest_unknown": "Je n'ai pu analyser que {pct} de ce temps\u00a0; du reste, je ne peux rien dire.",
    "other_device": (
        "Cela vient de {device}. Un autre capteur enregistrait aussi à ce moment-là\u00a0; nommez-le pour "
        "m'interroger à son sujet."
    ),
    "clock_skipped": (
        "Les horloges ont alors été avancées, cette heure n'a donc pas existé\u00a0; j'ai pris celle "
        "qu'il aurait été."
    ),
    "no_data": "{when}, rien n'a été enregistré\u00a0; je ne peux donc rien dire.",
    "no_data_now": (
        "Il n'y a pas de signal des 5 dernières minutes\u00a0; je ne peux donc pas dire ce qu'il en est "
        "maintenant."
    ),
    "low_quality": (
        "{when}, il y a bien un enregistrement, mais rien n'était assez net pour être analysé\u00a0; je "
        "ne peux donc rien dire."
    ),
    "low_quality_now": (
        "Le signal des 5 dernières minutes n'est pas assez net pour être analysé\u00a0; je ne peux donc "
        "pas dire ce qu'il en est maintenant."
    ),
    "low_quality_why": "Le plus souvent noté\u00a0: {why}.",
    "newest": "Le signal le plus récent que j'ai se termine ici\u00a0: {newest}.",
    "never_any": "Il n'y a encore aucun enregistrement analysé.",
    "no_device": "Aucun capteur n'est encore connu ici, il n'y a donc rien à consulter.",
    "no_evidence": "Dans cette conversation, il n'y a pas de réponse précédente que je pourrais expliquer.",
    "term_unknown": "Je n'ai pas d'explication de \u00ab\u00a0{term}\u00a0\u00bb.",
}

_RATES: Final = {
    "rate_now": "La fréquence cardiaque est de {rate}{rhythm}\u00a0; mesure vieille de {age}.",
    "rate_before": (
        "La fréquence cardiaque était de {rate}{rhythm} ({at}), il y a {age}\u00a0; depuis, rien de plus net."
    ),
    "hr_first": "{when}, la fréquence cardiaque était de {value} (médiane).",
    "metric_first": "{when}, {metric} était de {value} (médiane).",
    "metric_more": "{metric} était de {value} (médiane).",
    "counted": "Base\u00a0: {counted}.",
    "versions": "Analysé par {versions}.",
    "spread": "La moitié du temps, la valeur était entre {q1} et {q3}.",
    "spread_hours": "D'une heure à l'autre, la valeur était le plus souvent entre {q1} et {q3}.",
    "spread_sample": (
        "Dans un échantillon d'heures réparties sur ce temps, la valeur était le plus souvent entre {q1} "
        "et {q3}."
    ),
    "extremes": (
        "La plus basse moyenne sur dix secondes était de {low} ({low_at}), la plus haute de {high} "
        "({high_at})."
    ),
    "hr_min_first": (
        "{when}, la fréquence cardiaque la plus basse était de {value}, en moyenne sur dix secondes ({at})."
    ),
    "hr_max_first": (
        "{when}, la fréquence cardiaque la plus haute était de {value}, en moyenne sur dix secondes ({at})."
    ),
    "hr_min_more": "La plus basse était de {value} ({at}).",
    "hr_max_more": "La plus haute était de {value} ({at}).",
    "rest_first": (
        "{when}, la fréquence cardiaque au repos était de {value}\u00a0: la médiane en rythme sinusal "
        "entre minuit et 6 h."
    ),
    "rest_more": (
        "La fréquence cardiaque au repos, la médiane en rythme sinusal entre minuit et 6 h, était de {value}."
    ),
    "rest_elsewhere": (
        "La fréquence cardiaque au repos était de {value}. Elle se mesure de minuit à 6 h\u00a0; cette "
        "valeur vient donc des heures les plus récentes de ce genre, de {start} à {end}."
    ),
    "metric_missing": "Pour ce temps, cette valeur manque ({metric})\u00a0: {reason}.",
    "limits_inside": (
        "Les limites réglées ici (version {version}) sont de {low} à {high}\u00a0; avec {value}, {metric} "
        "est entre les deux."
    ),
    "limits_below": (
        "Les limites réglées ici (version {version}) sont de {low} à {high}\u00a0; avec {value}, {metric} "
        "est en dessous."
    ),
    "limits_above": (
        "Les limites réglées ici (version {version}) sont de {low} à {high}\u00a0; avec {value}, {metric} "
        "est au-dessus."
    ),
    "limit_inside": (
        "La limite supérieure réglée ici (version {version}) est de {high}\u00a0; avec {value}, {metric} "
        "n'est pas au-dessus."
    ),
    "limit_above": (
        "La limite supérieure réglée ici (version {version}) est de {high}\u00a0; avec {value}, {metric} "
        "est au-dessus."
    ),
}

_RHYTHM: Final = {
    "rhythm_now": "Le signal le plus récent, vieux de {age}, montre ceci\u00a0: {rhythm}.",
    "rhythm_now_rate": "Le signal le plus récent, vieux de {age}, montre ceci\u00a0: {rhythm}, {rate}.",
    "rhythm_first": "{when}, pendant {pct} du temps analysable\u00a0: {rhythm}.",
    "rhythm_more": "Pendant {pct} de ce temps, {time} en tout\u00a0: {rhythm}.",
    "no_af_here": "Je n'y ai pas trouvé de fibrillation auriculaire.",
    "no_af_in_part": (
        "Dans les {pct} de ce temps que j'ai pu analyser, je n'ai pas trouvé de fibrillation auriculaire."
    ),
    "beats_first": "{when}, j'ai compté {beats}.",
    "beats_early": (
        "Parmi eux, venus trop tôt des ventricules\u00a0: {v} ({v_pct})\u00a0; venus trop tôt "
        "d'au-dessus\u00a0: {s} ({s_pct})."
    ),
    "beats_early_v": "Parmi eux, venus trop tôt des ventricules\u00a0: {v} ({v_pct}).",
    "beats_early_s": "Parmi eux, venus trop tôt d'au-dessus des ventricules\u00a0: {s} ({s_pct}).",
    "beats_none_early": "Aucun d'eux n'était un battement précoce.",
    "burden": (
        "{when}, la fibrillation auriculaire a occupé {share} du temps analysable\u00a0: {time} sur "
        "{analysable}."
    ),
    "burden_none": (
        "{when}, je n'ai pas trouvé de fibrillation auriculaire. J'ai pu analyser {pct} de ce temps."
    ),
    "burden_none_part": (
        "{when}, je n'ai pas trouvé de fibrillation auriculaire dans les {pct} du temps que j'ai pu "
        "analyser\u00a0; du reste, je ne peux rien dire."
    ),
    "burden_one": "Il y a eu un seul épisode\u00a0: durée {longest}, début {start}.",
    "burden_episodes": "Il y a eu {count}\u00a0; le plus long a duré {longest}, début {start}.",
    "burden_no_episode": "Rien n'a atteint les {least} secondes qui font un épisode.",
    "going_on": "Au signal le plus récent, cela durait encore.",
}

_EVENTS: Final = {
    "none_kind": "{when}, je n'ai pas trouvé de {kind}. J'ai pu analyser {pct} de ce temps.",
    "none_kind_part": (
        "{when}, je n'ai pas trouvé de {kind} dans les {pct} du temps que j'ai pu analyser\u00a0; du "
        "reste, je ne peux rien dire."
    ),
    "none_other": "Je n'ai rien trouvé d'autre parmi ce que je cherche. J'ai pu analyser {pct} de ce temps.",
    "none_other_part": "Je n'ai rien trouvé d'autre dans les {pct} du temps que j'ai pu analyser.",
    "none_any": (
        "{when}, je n'ai rien trouvé de ce que je cherche\u00a0: fibrillation auriculaire, pauses, phases "
        "lentes ou rapides, salves de battements larges, bigéminisme, trigéminisme. "
        "J'ai pu analyser {pct} de ce temps."
    ),
    "none_any_part": (
        "{when}, je n'ai rien trouvé de ce que je cherche dans les {pct} du temps que j'ai pu "
        "analyser\u00a0; du reste, je ne peux rien dire."
    ),
    "none_hr_above": (
        "{when}, la fréquence cardiaque n'a pas dépassé {limit}. J'ai pu analyser {pct} de ce temps."
    ),
    "none_hr_above_part": (
        "{when}, la fréquence cardiaque n'a pas dépassé {limit} dans les {pct} du temps que j'ai pu "
        "analyser\u00a0; du reste, je ne peux rien dire."
    ),
    "none_hr_below": (
        "{when}, la fréquence cardiaque n'est pas descendue sous {limit}. J'ai pu analyser {pct} de ce temps."
    ),
    "none_hr_below_part": (
        "{when}, la fréquence cardiaque n'est pas descendue sous {limit} dans les {pct} du temps que j'ai "
        "pu analyser\u00a0; du reste, je ne peux rien dire."
    ),
    "loose_af": (
        "{when}, {time} ressemblaient à une fibrillation auriculaire, en passages trop courts pour un "
        "épisode."
    ),
    "found_kind": "{when}, j'ai trouvé {count}, {total} en tout.",
    "found_pauses": "{when}, j'ai trouvé {count}.",
    "found_hr_above": "{when}, la fréquence cardiaque a dépassé {limit} {count}, {total} en tout.",
    "found_hr_below": "{when}, la fréquence cardiaque est descendue sous {limit} {count}, {total} en tout.",
    "found_any": "{when}, j'ai trouvé\u00a0:",
    "found_line": "- {count}, {total} en tout",
    "shown_first": "Les {shown} premiers\u00a0:",
    "shown_newest": "Les {shown} plus récents\u00a0:",
    "shown_longest": "Les {shown} plus longs\u00a0:",
    "shown_shortest": "Les {shown} plus courts\u00a0:",
    "event_line": "- {start}, durée {long}",
    "event_line_open": "- {start}, durée {long}, toujours en cours",
    "event_line_value": "- {start}, durée {long}, {value}",
    "event_only": "{when}, il y a eu un seul événement ({kind})\u00a0: début {start}, durée {long}.",
    "event_newest": "Le dernier événement ({kind}) {when}\u00a0: début {start}, durée {long}.",
    "event_longest": "Le plus long événement ({kind}) {when}\u00a0: durée {long}, début {start}.",
    "event_shortest": "Le plus court événement ({kind}) {when}\u00a0: durée {long}, début {start}.",
    "event_oldest": "Le premier événement ({kind}) {when}\u00a0: début {start}, durée {long}.",
    "event_of": "Au total\u00a0: {count}.",
    "value_brady": "La fréquence était de {value}.",
    "value_tachy": "La fréquence était de {value}.",
    "value_wide_run": "Longueur\u00a0: {value}.",
    "hr_max_when": (
        "{when}, la fréquence cardiaque a été la plus haute à ce moment\u00a0: {at}, {value}, en moyenne "
        "sur dix secondes."
    ),
    "hr_min_when": (
        "{when}, la fréquence cardiaque a été la plus basse à ce moment\u00a0: {at}, {value}, en moyenne "
        "sur dix secondes."
    ),
    "counted_af": "Sont comptés les épisodes d'au moins {threshold} (limite, version {version}).",
    "counted_pause": "Sont comptées les pauses d'au moins {threshold} (limite, version {version}).",
    "counted_brady": "Sont comptées les phases sous {threshold} (limite, version {version}).",
    "counted_tachy": "Sont comptées les phases au-dessus de {threshold} (limite, version {version}).",
    "counted_wide_run": "Sont comptées les salves d'au moins {threshold} (limite, version {version}).",
    "counted_hr_above": "La limite est celle qui est réglée ici (version {version}).",
    "counted_hr_below": "La limite est celle qui est réglée ici (version {version}).",
    "cut_short": (
        "Ce temps contient trop d'heures de ce genre pour une liste\u00a0; je n'ai parcouru que les plus "
        "récentes."
    ),
}

_DETAIL: Final = {
    "detail_longest": "Le plus long a duré {long}, début {start}.",
    "detail_when": "Début {start}, durée {long}.",
    "detail_at": "{at}.",
    "detail_count": "Il y en a eu {count}.",
    "detail_one": "Il y en a eu un.",
    "detail_last": "Le dernier\u00a0: début {start}, durée {long}.",
    "detail_first": "Le premier\u00a0: début {start}, durée {long}.",
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
