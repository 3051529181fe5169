"""French sentences of trends, comparisons, the recording itself, summaries and sources."""

from typing import Final

_COURSE: Final = {
    "trend_first": "{metric}, {bucket}, {when}\u00a0:",
    "trend_coarser": "(Par étapes plus longues que demandé, pour rester lisible.)",
    "point": "- {at}\u00a0: {value}",
    "point_part": "- {at} (en partie)\u00a0: {value}",
    "point_missing": "- {at}\u00a0: trop peu de signal",
    "point_night": "- nuit vers {at}\u00a0: {value}",
    "point_night_part": "- nuit vers {at} (en partie)\u00a0: {value}",
    "point_night_missing": "- nuit vers {at}\u00a0: trop peu de signal",
    "point_week": "- semaine à partir de {at}\u00a0: {value}",
    "point_week_part": "- semaine à partir de {at} (en partie)\u00a0: {value}",
    "point_week_missing": "- semaine à partir de {at}\u00a0: trop peu de signal",
    "point_without": "- {at}\u00a0: pas de tracé qui le montrerait",
    "point_night_without": "- nuit vers {at}\u00a0: pas de tracé qui le montrerait",
    "point_week_without": "- semaine à partir de {at}\u00a0: pas de tracé qui le montrerait",
    "trend_flat": (
        "Du début à la fin, la valeur est restée à peu près la même (une variation de moins de {smallest} "
        "ne compte pas comme un changement)."
    ),
    "trend_up": "À la fin, la valeur était plus haute de {change} qu'au début.",
    "trend_down": "À la fin, la valeur était plus basse de {change} qu'au début.",
    "trend_too_few": "C'est trop peu pour dégager une tendance.",
    "difference_same": (
        "{metric} n'a guère changé\u00a0: {a} {when}, {b} {other} (une différence de moins de {smallest} "
        "ne compte pas)."
    ),
    "difference_higher": "{metric}\u00a0: {change} de plus, avec {a} {when} et {b} {other}.",
    "difference_lower": "{metric}\u00a0: {change} de moins, avec {a} {when} et {b} {other}.",
    "difference_same_more": "{metric} n'a guère changé\u00a0: {a} et {b}.",
    "difference_higher_more": "{metric}\u00a0: {change} de plus, {a} contre {b}.",
    "difference_lower_more": "{metric}\u00a0: {change} de moins, {a} contre {b}.",
    "difference_missing": "Comparaison impossible, la valeur manque d'un côté\u00a0: {metric}.",
    "presence_new": "Nouveau\u00a0: {a}.",
    "presence_first": "Trouvé\u00a0: {a}. Avant, il n'y avait pas de tracé pour le voir.",
    "presence_still": "Trouvé les deux fois\u00a0: {a}, contre {b}.",
    "presence_gone": "Plus retrouvé\u00a0: {kind} ({b} avant).",
    "presence_unknown": (
        "Dans ce que j'ai pu analyser du temps le plus récent, je n'ai pas trouvé de {kind} ({b} avant), "
        "mais c'est trop peu pour dire que cela avait disparu."
    ),
    "compare_without": (
        "Les intervalles ne peuvent pas être comparés\u00a0: l'un des deux temps n'a pas de tracé."
    ),
    "compare_rr": (
        "{rr} {when} sont des intervalles entre battements sans tracé, jugés à la seule régularité."
    ),
    "compare_basis": "J'ai pu analyser {a} de l'un et {b} de l'autre temps.",
    "compare_unfair": (
        "Je n'ai pu analyser que {a} de l'un et {b} de l'autre temps, trop peu pour s'appuyer sur cette "
        "comparaison."
    ),
}

_STATUS: Final = {
    "recorded": "{when}, {recorded} sur {length} ont été enregistrés, dont {analysable} ({pct}) analysables.",
    "nothing_recorded": "{when}, rien n'a été enregistré.",
    "gap_line": "- manque à partir de {start}, pendant {long}\u00a0: {why}",
    "too_little": "C'est trop peu pour dire que quelque chose n'a pas eu lieu.",
    "device_sending": "{name} émet\u00a0: son signal le plus récent date de {age}.",
    "device_silent": (
        "{name} n'émet pas. Son signal le plus récent s'est arrêté ici\u00a0: {newest}, il y a {age}."
    ),
    "device_never": "{name} n'a encore envoyé aucun signal.",
    "device_lead_off": "Aux dernières nouvelles, une électrode est décollée.",
    "device_rr": "Il envoie des intervalles entre battements et pas de tracé.",
    "device_lead_off_rr": "Aux dernières nouvelles, il ne touche pas la peau.",
    "device_disconnected": "Aux dernières nouvelles, il est déconnecté.",
    "battery": "Sa batterie était à {pct} ({at}).",
    "battery_low": "Sa batterie était faible, à {pct} ({at})\u00a0: veuillez bientôt la recharger.",
    "battery_unknown": "Il n'a pas indiqué le niveau de sa batterie.",
    "alerts": "{when}, j'ai dans mes données {count}\u00a0:",
    "alerts_open": "{count} en cours\u00a0:",
    "alert_line": "- {since}\u00a0: {text} (terminée {until})",
    "alert_line_open": "- {since}\u00a0: {text} (en cours)",
    "alert_line_by": "- {since}\u00a0: {text} (terminée {until}\u00a0; acquittée par {who}, {at})",
    "alert_line_nobody": "- {since}\u00a0: {text} (terminée {until}\u00a0; acquittée par personne)",
    "alert_line_open_by": "- {since}\u00a0: {text} (en cours\u00a0; acquittée par {who}, {at})",
    "alert_line_open_nobody": "- {since}\u00a0: {text} (en cours\u00a0; acquittée par personne)",
    "alerts_open_now": "En cours maintenant\u00a0: {count}.",
    "alerts_none_open": "Aucune n'est en cours maintenant.",
    "no_alerts": "{when}, il n'y a pas eu d'alerte.",
    "no_alerts_open": "Aucune alerte n'est en cours.",
    "only_newest": "(Seules les {shown} plus récentes sont montrées.)",
    "notes": "{when}, j'ai {count}\u00a0:",
    "no_notes": "{when}, il n'y a pas de {kind}.",
    "note_line": "- {at}, {kind}\u00a0: {text}",
    "shared_only": "Je ne peux montrer que les notes partagées.",
}

_SUMMARY: Final = {
    "summary_basis": "{when}, j'ai pu analyser {analysable} ({pct}).",
    "summary_rate": "La fréquence cardiaque était de {value} (médiane).",
    "summary_rest": "Au repos, entre minuit et 6 h, elle était de {value}.",
    "summary_af": "La fibrillation auriculaire a occupé {time}, soit {pct}.",
    "summary_event": "- {count}",
    "summary_event_long": "- {count}, {total} en tout",
    "summary_no_events": (
        "Je n'ai pas trouvé de pauses, de phases lentes ou rapides, de salves de battements larges ni de "
        "bigéminisme ou de trigéminisme."
    ),
    "summary_no_other": "Je n'ai rien trouvé d'autre parmi ce que je cherche.",
    "summary_alerts": "J'ai dans mes données {count}\u00a0:",
    "summary_notes": "Et {count}\u00a0:",
    "source_windows": (
        "Pour cette réponse, {windows} de {device} (dérivation {lead}) ont été regardées {when}\u00a0; "
        "{analysable} d'entre elles étaient assez nettes pour être analysées."
    ),
    "source_all_windows": (
        "Pour cette réponse, {windows} de {device} (dérivation {lead}) ont été regardées {when}, toutes "
        "assez nettes pour être analysées."
    ),
    "source_hours": (
        "Pour cette réponse, les sommes de {hours} de {device} (dérivation {lead}) ont été regardées {when}."
    ),
    "source_listed": "Cette réponse est la liste enregistrée pour ce temps\u00a0: {when}.",
    "source_pct": "Elles couvrent {pct} de ce temps.",
    "source_chain": (
        "Les battements et les ondes ont été trouvés par {chain}, et le rythme a été nommé par {model}."
    ),
    "source_rule": "- {name}\u00a0: {value} (version {version} du {date}\u00a0; {source})",
    "source_limits": (
        "C'est une seule dérivation, lue par un programme\u00a0; Hearth n'est pas un dispositif médical."
    ),
    "about_measure": (
        "Une médiane est le milieu des valeurs de toutes les fenêtres\u00a0; la plus basse et la plus "
        "haute sont des moyennes sur dix secondes."
    ),
    "about_burden": (
        "La charge est le temps étiqueté comme fibrillation auriculaire, divisé par le temps analysable."
    ),
    "about_classify": "Une part est le temps des fenêtres ainsi étiquetées, divisé par le temps analysable.",
    "about_find_events": (
        "Les événements sont ceux qui sont enregistrés\u00a0: des fenêtres et des battements de même "
        "constat, réunis."
    ),
    "about_trend": (
        "Chaque étape est calculée à partir de ses propres fenêtres ou heures\u00a0; les étapes de moins "
        "de dix minutes de signal restent vides."
    ),
    "about_compare": (
        "Les deux temps ont été mesurés de la même façon\u00a0; des différences plus petites que la "
        "variation habituelle d'un jour à l'autre ne comptent pas."
    ),
    "about_device_status": (
        "C'est ce que le capteur a dit de lui-même en dernier, et le moment où son signal le plus récent "
        "a été enregistré."
    ),
    "about_store": "Cela vient de ce qui est enregistré au sujet de la personne, pas d'une mesure.",
    "about_glossary": "C'est l'explication d'un mot, pas une mesure.",
    "meaning": "{meaning}",
}

REPORTS: Final[dict[str, str]] = {**_COURSE, **_STATUS, **_SUMMARY}
