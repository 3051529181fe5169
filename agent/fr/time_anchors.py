"""French rules for times that hang on an episode, an alert, a gap or a note."""

from typing import Final

from agent.phrases import words
from agent.when import anchors, shared
from agent.when.grammar import Rule, rule

# Words that no note is looked for by: they belong to the question around the phrase.
STOPS: Final = words(
    """
    a ai ainsi alors as assez au aucun aucune aussi autre aux avait avais avec avez avoir avons bien bonjour
    bpm c'est ca car ce cela celle celui ces cet cette chose coeur combien comme comment dans de depuis des
    dit dis donc donne du elle en encore entre est et etaient etait etais etat ete etes etre eu eux fait
    fais faire faut frequence haut haute bas basse il ils je jamais j'ai l la le les leur lors lui ma mais
    me meme mes mesure moi moins mon montre moyenne ne ni non normal nos notre nous on ont ou oui par parce
    pas peu peut peux plus pour pourquoi pouls puis qu quand que quel quelle quels qui quoi rapide lent rien
    rythme sa sais sans se sera ses si son sont sous suis sur ta te tes toi ton tous tout tres trop tu un
    une valeur valeurs vous vos merci resume donnees enregistrement signal ecg qualite compare comparee
    pause pauses alarme alarmes alerte alertes fibrillation episode episodes battait
    """
)
_THE: Final = "le|la|les|un|une|mon|ma|mes|du|ce|cet|cette?"

_RELATIONS: Final = (
    rule("DURING", "pendant|durant|lors|quand|lorsque|tandis|alors de|du|que?", anchors.name, "during"),
    rule("BEFORE", "avant de|que|du?", anchors.name, "before"),
    rule("AFTER", "après que|du?", anchors.name, "after"),
    rule("SINCE", "depuis que?", anchors.name, "since"),
    rule("UNTIL", "jusque à|au?", anchors.name, "until"),
    rule("AROUND", "autour de|du", anchors.name, "around"),
    rule("AROUND", "vers", anchors.name, "around"),
    rule("JUST", "juste|immédiatement|peu", anchors.name, "just"),
    rule("PREP", "de|du|le|la|à|dans|pendant|en|vers", anchors.name, "prep"),
)
_EVENTS: Final = (
    rule("MASS", "fibrillation auriculaire?", anchors.event, "af"),
    rule("MASS", "fa", anchors.event, "af"),
    rule("MASS", "tachycardie", anchors.event, "tachy"),
    rule("MASS", "bradycardie", anchors.event, "brady"),
    rule("MASS", "bigéminisme", anchors.event, "bigeminy"),
    rule("MASS", "trigéminisme", anchors.event, "trigeminy"),
    rule("ONE", "pause", anchors.event, "pause"),
    rule("ONE", "arythmie", anchors.event, "af"),
    rule("ONE", "épisode|crise rapide", anchors.event, "tachy"),
    rule("ONE", "épisode|crise lent|lente", anchors.event, "brady"),
    rule("ONE", "épisode|crise irrégulier|irrégulière", anchors.event, "af"),
    rule("ONE", "épisode|crise|évènement", anchors.event),
    rule("ONE", "épisode|crise de MASS", anchors.last_anchor),
    rule("ONE", "alarme|alerte|avertissement", anchors.alert),
    rule("ONE", "trou|interruption|coupure", anchors.gap),
    rule("MANY", "pauses", anchors.event, "pause"),
    rule("MANY", "épisodes|crises|arythmies", anchors.event),
    rule("MANY", "épisodes|crises de MASS", anchors.last_anchor),
    rule("MANY", "alarmes|alertes", anchors.alert),
    rule("MANY", "trous|interruptions", anchors.gap),
    rule("THING", f"{_THE} ONE", anchors.as_anchor),
    rule("THING", f"{_THE} MASS|MANY", anchors.which, "all"),
    rule("RANK", "dernier|dernière", anchors.name, "last"),
    rule("RANK", "premier|première", anchors.name, "first"),
    rule("THING", f"{_THE} RANK ONE|MASS", anchors.ranked),
    rule("THING", f"{_THE} ONE le|la plus long|longue", anchors.which, "longest"),
    rule("THING", "la|le plus long|longue ONE", anchors.which, "longest"),
)
_STATES: Final = (
    rule("WEARABLE", "patch|capteur|ceinture|bande|appareil|électrode|électrodes|pansement", anchors.gap),
    rule("STATE", "je étais en MASS", anchors.which, "all"),
    rule("STATE", "je ai eu|avais un|une? ONE|MASS|MANY", anchors.as_anchor),
    rule("STATE", "mon|le coeur battait très? vite", anchors.event, "tachy"),
    rule("STATE", "le alarme|alerte a sonné", anchors.alert),
    rule(
        "STATE",
        f"{_THE} WEARABLE était|est enlevé|enlevée|retiré|retirée|décollé|décollée|débranché|tombé",
        anchors.gap,
        "lead_off",
    ),
    rule("STATE", f"{_THE} WEARABLE se est décollé|décollée", anchors.gap, "lead_off"),
    rule("STATE", f"je ne portais pas {_THE} WEARABLE", anchors.gap, "lead_off"),
    rule("STATE", f"je ai enlevé|retiré {_THE} WEARABLE", anchors.gap, "lead_off"),
    rule("STATE", f"je ai remis {_THE} WEARABLE", anchors.gap_over, "lead_off"),
    rule("STATE", "il ne? y avait pas|plus de signal|données", anchors.gap),
    rule("WORDS", "ANY", anchors.words),
    rule("WORDS", "ANY ANY", anchors.words),
    rule("STATE", f"je ai commencé à? prendre? {_THE} WORDS", anchors.note, "", "start"),
    rule("STATE", f"je prends de? {_THE} WORDS", anchors.note, "", "start"),
    rule("STATE", f"je ai arrêté de? prendre? {_THE} WORDS", anchors.note, "", "stop"),
    rule("STATE", "je me suis sentie|senti|sentais un|très? peu? WORDS", anchors.note, "", ""),
    rule("STATE", "je me sentais un|très? peu? WORDS", anchors.note, "", ""),
    rule("STATE", f"je ai pris|mangé|bu|fait|eu|couru {_THE} WORDS", anchors.note, "", ""),
    rule("STATE", f"je avais {_THE} WORDS", anchors.note, "", ""),
    rule("STATE", "je me suis réveillé|réveillée|levé|levée", anchors.noted, "réveil"),
    rule("NOTED", "le|la|les|un|une|mon|ma|mes|du WORDS", anchors.note, "", ""),
    rule("NOTED", f"le? début|commencement de|du {_THE} WORDS", anchors.note, "", "start"),
    rule("NOTED", f"avoir? pris|prendre {_THE} WORDS", anchors.note, "", ""),
)

RULES: Final[tuple[Rule, ...]] = (*_RELATIONS, *_EVENTS, *_STATES, *shared.ANCHORED)
