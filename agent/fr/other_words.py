"""French, said otherwise: further wordings of sentences of findings, each with the slots of its sentence."""

from typing import Final

OTHER_WORDS: Final = {
    "hr_first": (
        "{when}, le cœur battait à {value} (médiane).",
        "{when}, la médiane de la fréquence cardiaque était de {value}.",
    ),
    "metric_first": ("{when}, j'ai mesuré en médiane {value} pour {metric}.",),
    "metric_more": ("Pour {metric}, j'ai {value} (médiane).",),
    "spread": (
        "Entre {q1} et {q3} la moitié du temps.",
        "La valeur était la moitié du temps entre {q1} et {q3}.",
    ),
    "extremes": ("En moyenne sur dix secondes, cela allait de {low} ({low_at}) à {high} ({high_at}).",),
    "hr_min_first": ("{when}, la plus basse moyenne sur dix secondes était de {value} ({at}).",),
    "hr_max_first": ("{when}, la plus haute moyenne sur dix secondes était de {value} ({at}).",),
    "hr_min_more": ("Au plus bas, elle était de {value} ({at}).",),
    "hr_max_more": ("Au plus haut, elle était de {value} ({at}).",),
    "rate_now": (
        "Il y a {age}, la fréquence cardiaque était de {rate}{rhythm}.",
        "Le cœur bat à {rate}{rhythm}, mesuré il y a {age}.",
    ),
    "rhythm_first": ("{when}, {pct} du temps que j'ai pu analyser : {rhythm}.",),
    "rhythm_more": ("{rhythm} : {pct} de ce temps, {time} en tout.",),
    "beats_first": ("{when}, il y a eu {beats}.", "J'ai compté {beats} {when}."),
    "burden": (
        "{when}, il y a eu {time} de fibrillation auriculaire, soit {share} des {analysable} analysables.",
    ),
    "burden_one": ("C'était un seul épisode : début {start}, durée {longest}.",),
    "burden_episodes": ("En tout {count} ; le plus long : début {start}, durée {longest}.",),
    "found_kind": ("{when}, il y a eu {count}, {total} en tout.",),
    "found_pauses": ("{when}, il y a eu {count}.",),
    "event_of": ("En tout : {count}.",),
    "basis_short": ("{pct} de ce temps était analysable.",),
    "basis_partial": (
        "Seulement {analysable} étaient analysables ({pct}) ; du reste, je ne peux rien dire.",
    ),
    "summary_rate": ("La médiane de la fréquence cardiaque était de {value}.",),
    "summary_af": ("Il y a eu {time} de fibrillation auriculaire, soit {pct}.",),
    "battery": ("La batterie était à {pct} ({at}).",),
    "detail_longest": ("La plus longue durée : {long}, début {start}.",),
    "detail_when": ("Cela a commencé {start} et a duré {long}.",),
    "detail_at": ("C'était {at}.",),
    "detail_count": ("J'en ai compté {count}.",),
}
