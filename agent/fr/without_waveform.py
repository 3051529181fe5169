"""French sentences for what was told from beat intervals, without a waveform.

A key that ends with the signal (rr, mixed) stands in for the key without it.
"""

from typing import Final

WITHOUT_WAVEFORM: Final[dict[str, str]] = {
    "rr_rate_only": "Cela vient d'intervalles entre battements\u00a0: le capteur n'a pas envoyé de tracé.",
    "rr_rate_part": (
        "Pour {rr} de ce temps, il n'y avait que des intervalles entre battements et pas de tracé."
    ),
    "rr_rhythm_only": (
        "Le capteur a envoyé des intervalles entre battements et pas de tracé\u00a0; le rythme, "
        "fibrillation auriculaire comprise, est donc jugé à la seule régularité des battements."
    ),
    "rr_rhythm_part": (
        "Pour {rr} de ce temps, il n'y avait que des intervalles entre battements et pas de tracé\u00a0; "
        "le rythme, fibrillation auriculaire comprise, y est jugé à la seule régularité des battements."
    ),
    "rr_coverage_only": (
        "Ce ne sont que des intervalles entre battements, sans tracé\u00a0: assez pour la fréquence et la "
        "régularité, et pour rien d'autre."
    ),
    "rr_coverage_part": (
        "Dont {rr} d'intervalles entre battements sans tracé\u00a0: assez pour la fréquence et la "
        "régularité, et pour rien d'autre."
    ),
    "rr_cannot": (
        "{when}, il n'y avait que des intervalles entre battements et pas de tracé\u00a0; je ne peux donc "
        "rien en dire\u00a0: {what}."
    ),
    "rr_no_pauses": (
        "Un long intervalle peut être un battement que la ceinture a manqué\u00a0; je ne le prends donc "
        "pas pour une pause du cœur."
    ),
    "no_strip": (
        "Il n'y a pas de tracé à montrer\u00a0: le capteur envoie des intervalles entre battements et pas "
        "de tracé."
    ),
    "no_strip_mixed": "Pour le temps sans tracé, il n'y a rien à montrer.",
    "rest_first_rr": (
        "{when}, la fréquence cardiaque au repos était de {value}\u00a0: la médiane de battements "
        "réguliers entre minuit et 6 h."
    ),
    "rest_first_mixed": (
        "{when}, la fréquence cardiaque au repos était de {value}\u00a0: la médiane en rythme sinusal, ou "
        "de battements réguliers là où il n'y avait pas de tracé, entre minuit et 6 h."
    ),
    "rest_more_rr": (
        "La fréquence cardiaque au repos, la médiane de battements réguliers entre minuit et 6 h, était "
        "de {value}."
    ),
    "rest_more_mixed": (
        "La fréquence cardiaque au repos, la médiane en rythme sinusal ou de battements réguliers entre "
        "minuit et 6 h, était de {value}."
    ),
    "beats_all_rr": (
        "Les intervalles entre battements ne permettent pas de dire si certains sont venus trop tôt."
    ),
    "beats_some_rr": (
        "Pour une partie ({beats}), seuls les intervalles sont connus\u00a0: s'ils sont venus trop tôt, "
        "je ne peux pas le dire."
    ),
    "beats_early_mixed": (
        "Parmi les autres, venus trop tôt des ventricules\u00a0: {v} ({v_pct})\u00a0; venus trop tôt "
        "d'au-dessus\u00a0: {s} ({s_pct})."
    ),
    "beats_early_v_mixed": "Parmi les autres, venus trop tôt des ventricules\u00a0: {v} ({v_pct}).",
    "beats_early_s_mixed": (
        "Parmi les autres, venus trop tôt d'au-dessus des ventricules\u00a0: {s} ({s_pct})."
    ),
    "beats_none_early_mixed": "Aucun des autres n'était un battement précoce.",
    "none_any_rr": (
        "{when}, je n'ai rien trouvé de ce que des intervalles entre battements peuvent montrer\u00a0: "
        "fibrillation auriculaire, phases lentes ou rapides. J'ai pu analyser {pct} de ce temps. Pour les "
        "pauses et les battements précoces ou larges, il faut un tracé."
    ),
    "none_any_part_rr": (
        "{when}, je n'ai trouvé ni fibrillation auriculaire ni phases lentes ou rapides dans les {pct} du "
        "temps que j'ai pu analyser\u00a0; du reste, je ne peux rien dire, ni des pauses et des "
        "battements précoces ou larges."
    ),
    "summary_no_events_rr": (
        "Je n'ai pas trouvé de phases lentes ou rapides. Pour voir des pauses et des battements précoces "
        "ou larges, il faut un tracé."
    ),
    "summary_no_other_rr": (
        "Je n'ai rien trouvé d'autre que des intervalles entre battements puissent montrer."
    ),
    "show_doctor_rr": (
        "Hearth n'est pas un dispositif médical, et il n'y a pas de tracé qu'un médecin pourrait "
        "voir\u00a0: avant d'en conclure quoi que ce soit, il faut un ECG."
    ),
    "source_windows_rr": (
        "Pour cette réponse, {windows} d'intervalles entre battements de {device} ont été regardées "
        "{when}\u00a0; {analysable} d'entre elles étaient assez nettes pour être analysées."
    ),
    "source_all_windows_rr": (
        "Pour cette réponse, {windows} d'intervalles entre battements de {device} ont été regardées "
        "{when}, toutes assez nettes pour être analysées."
    ),
    "source_hours_rr": (
        "Pour cette réponse, les sommes de {hours} d'intervalles entre battements de {device} ont été "
        "regardées {when}."
    ),
    "source_chain_rr": (
        "Les battements ont été trouvés par le capteur lui-même\u00a0; le rythme a été nommé par {model}."
    ),
    "source_limits_rr": (
        "Ce sont des intervalles entre battements sans tracé, lus par un programme\u00a0; Hearth n'est "
        "pas un dispositif médical."
    ),
    "refuse_lead_rr": (
        "{what}\u00a0: cela ne peut pas être jugé sur des intervalles entre battements, je ne vais donc "
        "pas deviner. Il faut un ECG à douze dérivations et quelqu'un qui sache le lire. Ce que je peux "
        "dire\u00a0: fréquence et régularité."
    ),
    "refuse_infarction_rr": (
        "Un infarctus, ou un manque d'irrigation du cœur, ne peut être ni vu ni exclu par des intervalles "
        "entre battements, je ne vais donc pas deviner. En cas de douleur dans la poitrine, de gêne pour "
        "respirer ou si vous vous sentez très mal, appelez {number}."
    ),
    "refuse_unmeasured_rr": (
        "{what}\u00a0: cet enregistreur ne le mesure pas\u00a0; il enregistre des intervalles entre "
        "battements. Je peux vous parler de la fréquence cardiaque, de la régularité, des alertes et des "
        "notes."
    ),
    "refuse_strip": (
        "Il n'y a pas de tracé à montrer\u00a0: le capteur envoie des intervalles entre battements et pas "
        "de tracé."
    ),
    "help_rr": (
        "Vous pouvez m'interroger sur la fréquence cardiaque (maintenant, la plus basse, la plus haute, "
        "au repos), la régularité et la fibrillation auriculaire, les phases lentes ou rapides, les "
        "évolutions, les comparaisons, les alertes, les notes, la quantité enregistrée et le capteur "
        "lui-même. Il envoie des intervalles entre battements et pas de tracé\u00a0; les pauses, les "
        "battements précoces et les intervalles PR, QRS et QT ne peuvent donc pas être donnés. Dites le "
        "temps avec vos mots\u00a0: \u00ab\u00a0la nuit dernière\u00a0\u00bb, \u00ab\u00a0mardi à 18 "
        "h\u00a0\u00bb, \u00ab\u00a0la semaine passée\u00a0\u00bb. \u00ab\u00a0Comment le "
        "savez-vous\u00a0?\u00a0\u00bb dit d'où vient un chiffre. Hearth n'est pas un dispositif médical."
    ),
}
