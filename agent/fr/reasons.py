"""French sentences of reasons: what a finding rests on, why an alert was raised, what is to be written."""

from typing import Final

_FINDING: Final = {
    "explain_af": (
        "{when}, {time} ({windows}) ont été étiquetées comme fibrillation auriculaire. Sur quoi cela "
        "repose\u00a0:"
    ),
    "explain_af_rr": (
        "{when}, {time} ({windows}) ont été étiquetées comme fibrillation auriculaire, d'après les seuls "
        "intervalles entre battements."
    ),
    "explain_irregular": (
        "- Irrégularité des battements\u00a0: {value} sur une échelle de 0 à 1, où elle compte comme "
        "irrégulière à partir de 0,5."
    ),
    "explain_irregular_elsewhere": (
        "- Irrégularité des battements\u00a0: {value} sur une échelle de 0 à 1, où elle compte comme "
        "irrégulière à partir de 0,5\u00a0; en rythme sinusal du même temps, elle était de {elsewhere}."
    ),
    "explain_p": (
        "- Ondes P, qui manquent dans la fibrillation auriculaire\u00a0: vues avant {pct} des battements."
    ),
    "explain_p_elsewhere": (
        "- Ondes P, qui manquent dans la fibrillation auriculaire\u00a0: vues avant {pct} des battements, "
        "et avant {elsewhere} en rythme sinusal du même temps."
    ),
    "explain_no_beats": (
        "- Les battements eux-mêmes ne sont pas enregistrés pour ce temps\u00a0; je ne peux donc pas en "
        "donner les intervalles ni les ondes P."
    ),
    "explain_probability": "- La probabilité donnée par le modèle\u00a0: {value} (médiane).",
    "explain_rules": "- Cela a été décidé par des règles fixes, qui ne donnent pas de probabilité.",
    "explain_quality": "- Qualité du signal à cet endroit\u00a0: {value} sur une échelle de 0 à 1.",
    "explain_episodes": "- Durée\u00a0: {count} d'au moins {threshold} (limite, version {version}).",
    "explain_short": "- Durée\u00a0: rien n'a duré {threshold}, rien ne compte donc comme épisode.",
    "explain_unconfirmed": (
        "{time} de plus y ressemblaient, mais sans être assez irréguliers ou avec des ondes P\u00a0; cela "
        "n'est pas compté."
    ),
    "explain_certain_high": (
        "C'est aussi sûr que cet enregistreur le permet\u00a0; cela reste une seule dérivation, lue par "
        "un programme."
    ),
    "explain_certain_fair": (
        "C'est assez sûr, pas davantage\u00a0; les tracés devraient être vus par un médecin."
    ),
    "explain_certain_low": (
        "C'est incertain\u00a0: prenez-le comme une raison de regarder, pas comme un constat."
    ),
    "explain_certain_rule": (
        "À quel point c'est sûr n'a jamais été mesuré en chiffres\u00a0; les tracés devraient être vus "
        "par un médecin."
    ),
    "explain_none": (
        "{when}, je n'ai pas trouvé de {kind}, il n'y a donc rien à expliquer. J'ai pu analyser {pct} de "
        "ce temps."
    ),
    "explain_none_part": (
        "{when}, je n'ai pas trouvé de {kind} dans les {pct} du temps que j'ai pu analyser\u00a0; il n'y "
        "a donc rien à expliquer."
    ),
    "explain_event": "{when}, j'ai trouvé {count}.",
    "explain_event_value": "{when}, j'ai trouvé {count}\u00a0; le plus marqué\u00a0: {value}.",
    "explain_event_limit": "- Ce qui compte\u00a0: la limite est de {threshold} (version {version}).",
    "explain_event_pattern": (
        "- Ce qui compte\u00a0: un battement sur deux vient trop tôt, plusieurs fois de suite."
    ),
    "explain_event_third": (
        "- Ce qui compte\u00a0: un battement sur trois vient trop tôt, plusieurs fois de suite."
    ),
    "explain_clear": "- Le signal avant et après était lisible.",
    "explain_unclear": "- Le signal avant ou après était en partie illisible, ce qui rend cela moins sûr.",
    "explain_shape": (
        "Leur forme\u00a0: des complexes QRS de {width}, les habituels ont {usual}\u00a0; ressemblance avec "
        "la forme habituelle {similarity}, où un battement pareil a un."
    ),
    "explain_decisive": "Les battements et intervalles qui décident\u00a0:",
    "explain_parts": (
        "Ce qui a porté la décision du classificateur de {start} à {end}\u00a0: il donnait à ce tracé "
        "{probability}\u00a0; avec ces parties masquées {masked}, avec autant au hasard {chance}."
    ),
    "explain_no_parts": (
        "Aucun classificateur n'en a décidé\u00a0: aucune partie du signal ne peut être nommée comme "
        "décisive."
    ),
    "explain_part": "- {at}, pendant {seconds}",
    "explain_part_lost": "- {at}, pendant {seconds}\u00a0: {lost} de celle-ci",
    "ectopics": "{when}, {beats} ont été classés ainsi\u00a0: {kind}. Sur quoi cela repose\u00a0:",
    "ectopics_early": (
        "- Moment\u00a0: ils sont venus {pct} plus tôt que l'intervalle habituel (médiane, relus\u00a0: "
        "{read})."
    ),
    "ectopics_width": "- Forme\u00a0: complexes QRS de {width}, contre {usual} d'habitude.",
    "ectopics_p": "- Ondes P\u00a0: vues avant {pct} d'entre eux.",
    "ectopics_beat": (
        "- {at}\u00a0: {before} après le battement précédent, contre {usual} d'habitude ({pct} plus tôt)"
    ),
    "ectopics_beat_width": "- son complexe QRS\u00a0: {width}, sinon {usual_width}",
    "ectopics_decided": (
        "Un réseau a décidé de la classe de chaque battement d'après son moment et sa forme\u00a0; il ne "
        "garde pas de probabilité."
    ),
    "explain_strips": "Les passages qui le montrent le plus nettement\u00a0:",
    "explain_strip": "- {start} à {end}",
    "explain_strip_beats": (
        "- {start} à {end}\u00a0: irrégularité {irregular}, ondes P avant {pct} des battements"
    ),
    "explain_strip_irregular": "- {start} à {end}\u00a0: irrégularité {irregular}",
    "explain_strip_value": "- {start} à {end}\u00a0: {value}",
    "source_explained": "Les parties qui décident ont été dites par {method}.",
    "source_explained_model": (
        "Les parties qui décident ont été dites par {method}\u00a0: masquées pour {model}, le fichier de "
        "sha256 {sha256}."
    ),
    "source_replaced": (
        "Ce temps a été analysé de nouveau depuis, par {newer}\u00a0; les lignes sur lesquelles repose ma "
        "réponse sont gardées à côté des nouvelles."
    ),
    "about_explain": "Ce sont les fenêtres et battements enregistrés de ce temps, relus.",
    "about_explain_alert": "C'est l'alerte enregistrée avec ses changements, sa limite et son épisode.",
}

_ALERT: Final = {
    "alert_why": "L'alerte \u00ab\u00a0{text}\u00a0\u00bb est apparue ici\u00a0: {since}.",
    "alert_why_open": (
        "L'alerte \u00ab\u00a0{text}\u00a0\u00bb est apparue ici\u00a0: {since}\u00a0; elle est toujours "
        "en cours."
    ),
    "alert_over": "Elle s'est terminée ici\u00a0: {until}, après {long}.",
    "alert_limit": "- La limite inscrite alors\u00a0: {name} {value} (version {version}\u00a0; {source})",
    "alert_limit_note": "La configuration peut fixer une autre limite que celle qui est inscrite.",
    "alert_technical": "Elle concerne le matériel, pas le cœur.",
    "alert_episode": "- L'épisode derrière elle\u00a0: {kind}, début {start}, durée {long}",
    "alert_quality": "- Qualité du signal pendant ce temps\u00a0: {value} sur une échelle de 0 à 1",
    "alert_seen": "- Marquée comme vue\u00a0: {at}",
    "alert_seen_by": "- Marquée comme vue par {who}\u00a0: {at}",
    "alert_repeated": "- Rappelée\u00a0: {count}",
    "alert_more": "Il y en a eu {count} de plus pendant ce temps.",
    "no_such_alert": "{when}, il n'y a pas eu une telle alerte.",
}

_WISHES: Final = {
    "note_confirm": (
        "Dois-je le noter ({kind}, {at})\u00a0: {text}\u00a0? Dites \u00ab\u00a0oui\u00a0\u00bb pour le "
        "garder, \u00ab\u00a0non\u00a0\u00bb pour l'abandonner."
    ),
    "note_confirm_private": (
        "Dois-je le noter en privé ({kind}, {at}), visible de la seule personne qui porte le "
        "capteur\u00a0: {text}\u00a0? Dites \u00ab\u00a0oui\u00a0\u00bb pour le garder, "
        "\u00ab\u00a0non\u00a0\u00bb pour l'abandonner."
    ),
    "change_confirm": (
        "Dois-je changer {setting} de {before} à {value}\u00a0? Dites \u00ab\u00a0oui\u00a0\u00bb pour le "
        "faire, \u00ab\u00a0non\u00a0\u00bb pour ne rien changer."
    ),
    "change_confirm_new": (
        "Dois-je régler {setting} sur {value}\u00a0? Dites \u00ab\u00a0oui\u00a0\u00bb pour le faire, "
        "\u00ab\u00a0non\u00a0\u00bb pour ne rien changer."
    ),
    "change_critical": (
        "Cette alarme est là pour votre sécurité et ne peut pas être coupée sur simple demande. Si elle "
        "revient sans motif, faites vérifier les électrodes et la limite par la personne qui s'occupe de "
        "cet enregistreur, et parlez-en à votre médecin."
    ),
    "change_configuration": (
        "Les alarmes et les limites se règlent dans le fichier de configuration, pas sur demande, pour "
        "que personne ne les change par erreur. \u00ab\u00a0hearth alarms\u00a0\u00bb les liste et les "
        "acquitte."
    ),
    "change_unknown": (
        "Je ne connais pas de réglage nommé \u00ab\u00a0{setting}\u00a0\u00bb. Sur demande, on peut "
        "changer la langue des réponses, le sexe et l'année de naissance\u00a0; tout le reste est dans le "
        "fichier de configuration."
    ),
    "change_value": "{setting} ne peut pas être \u00ab\u00a0{value}\u00a0\u00bb.",
    "change_same": "{setting}\u00a0: c'est déjà {value}.",
    "change_permission": (
        "Seuls la personne qui porte le capteur ou un professionnel de santé peuvent changer les réglages."
    ),
    "note_what": (
        "Que dois-je noter\u00a0? Dites-le en une phrase, s'il vous plaît\u00a0: \u00ab\u00a0note\u00a0: "
        "...\u00a0\u00bb."
    ),
    "done_note": "C'est noté.",
    "done_change": "C'est changé.",
    "dropped": "Bien, rien n'a été noté ni changé.",
    "nothing_pending": "Rien n'attend un oui ou un non.",
    "export_wanted": "Je prépare un fichier {format} ({what}) {when}.",
    "export_event": "Je prépare un fichier {format} ({what}) autour de cet événement\u00a0: {event}, {at}.",
    "export_format": "Impossible d'écrire cela au format {format}\u00a0: {what}.",
    "export_no_event": "{when}, il n'y a pas de {event} dont faire un fichier.",
    "export_permission": (
        "Seuls la personne qui porte le capteur ou un professionnel de santé peuvent obtenir des fichiers "
        "de l'enregistrement."
    ),
}

REASONS: Final[dict[str, str]] = {**_FINDING, **_ALERT, **_WISHES}
