"""French sentences of conversation: refusals, greetings, times that were not understood."""

from typing import Final

from agent.fr.safety import TEXTS

_SAFETY: Final = {("refuse_medication" if key == "medication" else key): text for key, text in TEXTS.items()}

_REFUSALS: Final = {
    "refuse_lead": (
        "{what}\u00a0: cela ne peut pas être jugé sur une seule dérivation, je ne vais donc pas deviner. "
        "Il faut un ECG à douze dérivations et quelqu'un qui sache le lire. Ce que je peux dire\u00a0: "
        "fréquence, rythme, pauses, battements précoces, et les intervalles PR, QRS et QT."
    ),
    "refuse_infarction": (
        "Un infarctus, ou un manque d'irrigation du cœur, ne peut être ni vu ni exclu sur une seule "
        "dérivation, je ne vais donc pas deviner. En cas de douleur dans la poitrine, de gêne pour "
        "respirer ou si vous vous sentez très mal, appelez {number}."
    ),
    "refuse_unmeasured": (
        "{what}\u00a0: cet enregistreur ne le mesure pas\u00a0; il enregistre une dérivation d'ECG. Je "
        "peux vous parler de la fréquence cardiaque, du rythme, des pauses, des battements précoces, des "
        "intervalles, des alertes et des notes."
    ),
    "refuse_advice": (
        "C'est une question pour votre médecin\u00a0: j'enregistre et je décris, je ne pose pas de "
        "diagnostic, et Hearth n'est pas un dispositif médical. Je peux vous donner ce qui a été "
        "enregistré, par exemple un résumé de la semaine dernière à emporter. Si vous vous sentez mal "
        "maintenant, appelez {number}."
    ),
    "refuse_change": (
        "Je ne fais que lire les enregistrements et ne peux pas faire cela sur une question. Les alarmes "
        "se listent et s'acquittent avec \u00ab\u00a0hearth alarms\u00a0\u00bb, les réglages sont dans le "
        "fichier de configuration."
    ),
    "refuse_scope": (
        "Je n'y ai pas trouvé de question sur les enregistrements. Vous pouvez demander, par "
        "exemple\u00a0: \u00ab\u00a0Quel était mon pouls la nuit dernière\u00a0?\u00a0\u00bb, "
        "\u00ab\u00a0Ai-je eu de la fibrillation auriculaire cette semaine\u00a0?\u00a0\u00bb, "
        "\u00ab\u00a0Combien a été enregistré hier\u00a0?\u00a0\u00bb ou \u00ab\u00a0Y a-t-il eu des "
        "alertes\u00a0?\u00a0\u00bb"
    ),
    "refuse_future": (
        "\u00ab\u00a0{phrase}\u00a0\u00bb n'est pas encore arrivé, et je ne peux pas le prédire\u00a0; je "
        "ne peux dire que ce qui a été enregistré."
    ),
    "not_allowed": "Vous n'avez pas le droit de voir cela.",
    "which_device": (
        "Plusieurs personnes portent un capteur ici. De qui s'agit-il\u00a0? Nommez le capteur, s'il vous "
        "plaît\u00a0: {devices}."
    ),
}

_TALK: Final = {
    "hello": "Bonjour. Que voulez-vous savoir sur les enregistrements\u00a0?",
    "thanks": "Avec plaisir.",
    "bye": "Au revoir.",
    "help": (
        "Vous pouvez m'interroger sur la fréquence cardiaque (maintenant, la plus basse, la plus haute, "
        "au repos), le rythme et la fibrillation auriculaire, les pauses, les phases lentes ou rapides, "
        "les battements précoces, les intervalles PR, QRS et QT, les évolutions, les comparaisons, les "
        "alertes, les notes, la quantité enregistrée et le capteur lui-même. Dites le temps avec vos "
        "mots\u00a0: \u00ab\u00a0la nuit dernière\u00a0\u00bb, \u00ab\u00a0mardi à 18 h\u00a0\u00bb, "
        "\u00ab\u00a0la semaine passée\u00a0\u00bb. \u00ab\u00a0Comment le savez-vous\u00a0?\u00a0\u00bb "
        "dit d'où vient un chiffre. Hearth n'est pas un dispositif médical."
    ),
    "ask_doctor": (
        "Savoir si c'est comme il faut, c'est à un médecin d'en juger\u00a0; Hearth n'est pas un "
        "dispositif médical."
    ),
    "show_doctor": (
        "Hearth n'est pas un dispositif médical\u00a0: avant d'en conclure quoi que ce soit, les tracés "
        "devraient être vus par un médecin."
    ),
    "not_medical": "C'est une description, pas un diagnostic\u00a0; Hearth n'est pas un dispositif médical.",
    "nothing_certain": (
        "Je n'ai pas pu vérifier chaque chiffre de ce que j'ai trouvé, je préfère donc ne pas le dire."
    ),
    "nothing_before": (
        "Dans cette conversation, il n'y a pas de réponse précédente à laquelle je pourrais me référer. "
        "Que voulez-vous savoir\u00a0?"
    ),
    "no_such_detail": (
        "Ma dernière réponse ne contient pas cela. Demandez-le avec un moment, par exemple \u00ab\u00a0la "
        "nuit dernière\u00a0\u00bb."
    ),
}

_TIME: Final = {
    "time_not_understood": (
        "Je n'ai pas compris de quel moment vous parlez avec \u00ab\u00a0{phrase}\u00a0\u00bb. Dites-le "
        "par un jour, une heure ou une durée\u00a0: \u00ab\u00a0la nuit dernière\u00a0\u00bb, "
        "\u00ab\u00a0lundi à 18 h\u00a0\u00bb, \u00ab\u00a0les 3 derniers jours\u00a0\u00bb."
    ),
    "time_not_known": (
        "Je ne sais pas quand était \u00ab\u00a0{phrase}\u00a0\u00bb. Donnez-moi la date ou le jour, s'il "
        "vous plaît."
    ),
    "time_no_such_date": (
        "La date \u00ab\u00a0{phrase}\u00a0\u00bb n'existe pas. De quel jour parlez-vous\u00a0?"
    ),
    "time_needs_context": (
        "Comparé à quel moment\u00a0? Dites quel jour ou quelle nuit vous entendez par "
        "\u00ab\u00a0{phrase}\u00a0\u00bb, s'il vous plaît."
    ),
    "time_vague": "Quel jour entendez-vous par \u00ab\u00a0{phrase}\u00a0\u00bb\u00a0?",
    "time_several": (
        "Dans \u00ab\u00a0{phrase}\u00a0\u00bb, je lis plus d'un moment. Lequel voulez-vous dire\u00a0?"
    ),
    "time_several_options": "J'y lis plus d'un moment. Voulez-vous dire {options}\u00a0?",
    "time_which_half": "Par \u00ab\u00a0{phrase}\u00a0\u00bb, voulez-vous dire le matin ou le soir\u00a0?",
    "time_which_half_options": "Voulez-vous dire {options}\u00a0?",
    "time_day_or_month": "Est-ce le jour ou le mois qui vient en premier\u00a0?",
    "time_day_or_month_options": "Voulez-vous dire {options}\u00a0?",
    "time_weekday_mismatch": (
        "Le jour de la semaine et la date de \u00ab\u00a0{phrase}\u00a0\u00bb ne vont pas ensemble."
    ),
    "time_weekday_mismatch_options": (
        "Le jour de la semaine et la date ne vont pas ensemble. Voulez-vous dire {options}\u00a0?"
    ),
    "time_no_event": (
        "Je n'ai rien dans mes données que \u00ab\u00a0{phrase}\u00a0\u00bb pourrait désigner\u00a0: un "
        "tel épisode n'a pas été trouvé. Donnez-moi le jour ou l'heure, s'il vous plaît."
    ),
    "time_no_alert": (
        "Je n'ai aucune alerte que \u00ab\u00a0{phrase}\u00a0\u00bb pourrait désigner. Donnez-moi le "
        "moment, s'il vous plaît."
    ),
    "time_no_gap": (
        "Je n'ai aucun trou dans l'enregistrement que \u00ab\u00a0{phrase}\u00a0\u00bb pourrait désigner. "
        "Donnez-moi le moment, s'il vous plaît."
    ),
    "time_no_note": (
        "Je n'ai trouvé aucune note que \u00ab\u00a0{phrase}\u00a0\u00bb pourrait désigner. Donnez-moi le "
        "jour ou l'heure, s'il vous plaît."
    ),
    "time_no_clock_change": "Là où vous vivez, on ne change pas l'heure. De quelle nuit parlez-vous\u00a0?",
    "time_which_event": (
        "Plus d'un événement correspond à \u00ab\u00a0{phrase}\u00a0\u00bb. Lequel voulez-vous dire\u00a0?"
    ),
    "time_which_event_options": (
        "Plus d'un événement correspond à \u00ab\u00a0{phrase}\u00a0\u00bb. Voulez-vous dire {options}\u00a0?"
    ),
    "time_clock_twice": (
        "Cette nuit-là, on a reculé l'heure, ce moment a donc eu lieu deux fois. Le premier ou le "
        "second\u00a0?"
    ),
    "time_clock_twice_options": (
        "Cette nuit-là, on a reculé l'heure, ce moment a donc eu lieu deux fois. Le premier ou le "
        "second\u00a0?"
    ),
}

TALK: Final[dict[str, str]] = {**_SAFETY, **_REFUSALS, **_TALK, **_TIME}
