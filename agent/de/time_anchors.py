"""German rules for times that hang on an episode, an alert, a gap or a note."""

from typing import Final

from agent.phrases import words
from agent.when import anchors, shared
from agent.when.grammar import Rule, rule

# Words that no note is looked for by: they belong to the question around the phrase.
STOPS: Final = words(
    """
    aber alle alles als also am an auch auf aus bei beim bin bis bitte da damit dann das dass dem den der
    des die dies diese doch du durch ein eine einem einen einer er es etwas fur gab gegen gibt gut hab habe
    haben hast hat hatte hatten herz herzfrequenz herzschlag hoch hoher ich ihr im immer in ist ja jetzt
    kann kannst kein keine man mehr mein meine meinem meinen meiner mich mir mit nach nicht nichts niedriger
    noch nur ob oder ohne puls pulsfrequenz rate rhythmus schnell schneller langsam langsamer schon sehr
    sein seine sich sie sind so uber um und uns unter viel viele vom von vor war waren warum was weil welche
    wenn wer werden wert werte wie wieder wieviel wird wo wurde wurden zeig zeige zu zum zur mal oft lange
    messen gemessen normal verglichen vergleich verglichen daten aufzeichnung aufgezeichnet signal ekg pause
    pausen alarm alarme vorhofflimmern flimmern episode episoden
    """
)
_THE: Final = "der|die|das|den|dem|des|einer|einem|eine|einen|ein|mein|meine|meiner|meinem|meinen?"

_RELATIONS: Final = (
    rule("DURING", "wahrend|bei|beim|als|solange|wenn", anchors.name, "during"),
    rule("BEFORE", "vor|bevor", anchors.name, "before"),
    rule("AFTER", "nach|nachdem|danach", anchors.name, "after"),
    rule("SINCE", "seit|seitdem", anchors.name, "since"),
    rule("UNTIL", "bis zu|zum?", anchors.name, "until"),
    rule("AROUND", "um|rund", anchors.name, "around"),
    rule("AROUND", "rund um", anchors.name, "around"),
    rule("JUST", "kurz|direkt|gleich|unmittelbar", anchors.name, "just"),
    rule("PREP", "am|an|im|in|um|vom|von|gegen|der", anchors.name, "prep"),
)
_EVENTS: Final = (
    rule("MASS", "vorhofflimmern|flimmern|vhf|af|vorhofflattern", anchors.event, "af"),
    rule("MASS", "tachykardie|herzrasen", anchors.event, "tachy"),
    rule("MASS", "bradykardie", anchors.event, "brady"),
    rule("MASS", "bigeminus", anchors.event, "bigeminy"),
    rule("MASS", "trigeminus", anchors.event, "trigeminy"),
    rule("ONE", "pause|herzpause", anchors.event, "pause"),
    rule("ONE", "rhythmusstorung|arrhythmie", anchors.event, "af"),
    rule("ONE", "schnelle episode|phase|anfall", anchors.event, "tachy"),
    rule("ONE", "langsame episode|phase", anchors.event, "brady"),
    rule("ONE", "unregelmassige episode|phase|rhythmus", anchors.event, "af"),
    rule("ONE", "episode|anfall|ereignis", anchors.event),
    rule("ONE", "alarm|warnung|alarms|meldung|benachrichtigung", anchors.alert),
    rule("ONE", "lucke|unterbrechung|ausfall|aussetzer", anchors.gap),
    rule("MANY", "pausen", anchors.event, "pause"),
    rule("MANY", "episoden|anfalle|ereignisse", anchors.event),
    rule("MANY", "alarme|warnungen|alarmen", anchors.alert),
    rule("MANY", "lucken|unterbrechungen", anchors.gap),
    rule("THING", f"{_THE} ONE", anchors.as_anchor),
    rule("THING", f"{_THE} episode|episoden? MASS|MANY", anchors.which, "all"),
    rule("THING", "vorhofflimmer-episode", anchors.event, "af"),
    rule("RANK", "letzte|jungste", anchors.name, "last"),
    rule("RANK", "erste", anchors.name, "first"),
    rule("RANK", "langste|schlimmste", anchors.name, "longest"),
    rule("THING", f"{_THE} RANK ONE|MASS", anchors.ranked),
)
_STATES: Final = (
    rule("WEARABLE", "pflaster|gurt|sensor|gerat|elektrode|elektroden|brustgurt|patch|es", anchors.gap),
    rule("STATE", "ich MASS hatte|habe?", anchors.which, "all"),
    rule("STATE", "mein? herz raste|rast", anchors.event, "tachy"),
    rule("STATE", "der alarm losging|kam|ausgelost", anchors.alert),
    rule("STATE", f"{_THE} WEARABLE ab|abgenommen|weg|lose|runter war|ist?", anchors.gap, "lead_off"),
    rule("STATE", f"ich {_THE} WEARABLE nicht trug|anhatte|getragen habe|hatte?", anchors.gap, "lead_off"),
    rule("STATE", f"ich {_THE} WEARABLE abnahm|abgenommen|ablegte habe|hatte?", anchors.gap, "lead_off"),
    rule(
        "STATE",
        f"ich {_THE} WEARABLE wieder anlegte|angelegt|anhatte habe|hatte?",
        anchors.gap_over,
        "lead_off",
    ),
    rule("STATE", "kein|keine signal|daten da|gab|kamen|kam|war|waren?", anchors.gap),
    rule("STATE", f"{_THE} WEARABLE geladen|lud hat|wurde?", anchors.gap),
    rule("WORDS", "ANY", anchors.words),
    rule("WORDS", "ANY ANY", anchors.words),
    rule(
        "STATE", f"ich mit? {_THE} WORDS anfing|begann|angefangen|begonnen habe?", anchors.note, "", "start"
    ),
    rule("STATE", f"ich {_THE} WORDS nehme|einnehme", anchors.note, "", "start"),
    rule(
        "STATE",
        f"ich mit? {_THE} WORDS aufhorte|absetzte|aufgehort|abgesetzt habe?",
        anchors.note,
        "",
        "stop",
    ),
    rule("STATE", "ich mich WORDS fuhlte|gefuhlt habe?", anchors.note, "", ""),
    rule("STATE", "mir WORDS war|wurde", anchors.note, "", ""),
    rule(
        "STATE",
        f"ich {_THE} WORDS hatte|nahm|trank|war|genommen|getrunken|gegessen habe?",
        anchors.note,
        "",
        "",
    ),
    rule("STATE", "ich aufgewacht|aufgestanden bin?", anchors.noted, "aufgewacht"),
    rule("NOTED", f"{_THE} WORDS", anchors.note, "", ""),
    rule("NOTED", f"beginn|start der|des|mit|von {_THE} WORDS", anchors.note, "", "start"),
    rule("NOTED", f"{_THE} neue WORDS", anchors.note, "", "start"),
)

RULES: Final[tuple[Rule, ...]] = (*_RELATIONS, *_EVENTS, *_STATES, *shared.ANCHORED)
