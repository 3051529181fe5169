"""Spanish rules for times that hang on an episode, an alert, a gap or a note."""

from typing import Final

from agent.phrases import words
from agent.when import anchors, shared
from agent.when.grammar import Rule, rule

# Words that no note is looked for by: they belong to the question around the phrase.
STOPS: Final = words(
    """
    a al algo alguna alguno algun aqui asi aun bien cada como con cual cuando cuanta cuantas cuanto cuantos
    corazon cardiaca cardiaco frecuencia ritmo pulso latido latidos dame de del desde dime donde dos e el
    ella en entre era eran eres es esa ese eso esta estaba estado estan estar este esto estuvo estuve fue
    fui fueron gracias ha haber habia hay he hice hizo hola hubo la las le les lo los mas mayor me media
    medio menor menos mi mis mucho mucha muy muestra muestrame nada ni ningun ninguna no nos o oh otra otro
    para pero poco por porque promedio pues puede puedes que quien rapido rapida lento lenta resumen se sea
    segun ser si sin sobre solo son soy su sus tal tambien tan tanto te tenia tengo tener tiene todo todos
    tu tuve tuvo un una uno usted valor valores vez veces y ya yo alta alto baja bajo datos grabacion
    registro senal ecg calidad normal comparado comparada pausa pausas alarma alarmas alerta alertas
    fibrilacion episodio episodios latia
    """
)
_THE: Final = "el|la|los|las|un|una|mi|mis|del|ese|esa?"

_RELATIONS: Final = (
    rule("DURING", "durante|mientras|cuando", anchors.name, "during"),
    rule("BEFORE", "antes de|del|que?", anchors.name, "before"),
    rule("AFTER", "despues|tras|luego de|del|que?", anchors.name, "after"),
    rule("SINCE", "desde que?", anchors.name, "since"),
    rule("UNTIL", "hasta que?", anchors.name, "until"),
    rule("AROUND", "alrededor|cerca de|del", anchors.name, "around"),
    rule("JUST", "justo|inmediatamente|poco", anchors.name, "just"),
    rule("PREP", "el|del|de|en|a|por|la", anchors.name, "prep"),
)
_EVENTS: Final = (
    rule("MASS", "fibrilacion auricular?", anchors.event, "af"),
    rule("MASS", "fa|af", anchors.event, "af"),
    rule("MASS", "taquicardia", anchors.event, "tachy"),
    rule("MASS", "bradicardia", anchors.event, "brady"),
    rule("MASS", "bigeminismo", anchors.event, "bigeminy"),
    rule("MASS", "trigeminismo", anchors.event, "trigeminy"),
    rule("ONE", "pausa", anchors.event, "pause"),
    rule("ONE", "arritmia", anchors.event, "af"),
    rule("ONE", "episodio|ataque rapido|acelerado", anchors.event, "tachy"),
    rule("ONE", "episodio|ataque lento", anchors.event, "brady"),
    rule("ONE", "episodio|ataque irregular", anchors.event, "af"),
    rule("ONE", "episodio|ataque|evento", anchors.event),
    rule("ONE", "episodio|ataque de MASS", anchors.last_anchor),
    rule("ONE", "alarma|alerta|aviso", anchors.alert),
    rule("ONE", "hueco|interrupcion|corte", anchors.gap),
    rule("MANY", "pausas", anchors.event, "pause"),
    rule("MANY", "episodios|ataques|arritmias", anchors.event),
    rule("MANY", "episodios|ataques de MASS", anchors.last_anchor),
    rule("MANY", "alarmas|alertas|avisos", anchors.alert),
    rule("MANY", "huecos|interrupciones", anchors.gap),
    rule("THING", f"{_THE} ONE", anchors.as_anchor),
    rule("THING", f"{_THE} MASS|MANY", anchors.which, "all"),
    rule("RANK", "ultimo|ultima", anchors.name, "last"),
    rule("RANK", "primero|primera|primer", anchors.name, "first"),
    rule("THING", f"{_THE} RANK ONE|MASS", anchors.ranked),
    rule("THING", f"{_THE} ONE mas largo|larga", anchors.which, "longest"),
)
_STATES: Final = (
    rule("WEARABLE", "parche|sensor|banda|cinta|dispositivo|electrodo|electrodos|aparato", anchors.gap),
    rule("STATE", "estaba|estuve en MASS", anchors.which, "all"),
    rule("STATE", "tuve|tenia un|una? ONE|MASS|MANY", anchors.as_anchor),
    rule("STATE", "mi|el corazon latia muy? rapido", anchors.event, "tachy"),
    rule("STATE", "sono la alarma|alerta", anchors.alert),
    rule(
        "STATE",
        f"{_THE} WEARABLE estaba|estuvo quitado|quitada|desconectado|desconectada|suelto|suelta|despegado",
        anchors.gap,
        "lead_off",
    ),
    rule("STATE", f"se cayo|despego {_THE} WEARABLE", anchors.gap, "lead_off"),
    rule("STATE", f"no llevaba|tenia {_THE} WEARABLE puesto|puesta?", anchors.gap, "lead_off"),
    rule("STATE", f"me quite {_THE} WEARABLE", anchors.gap, "lead_off"),
    rule("STATE", f"me volvi a poner {_THE} WEARABLE", anchors.gap_over, "lead_off"),
    rule("STATE", "no habia|hubo senal|datos", anchors.gap),
    rule("WORDS", "ANY", anchors.words),
    rule("WORDS", "ANY ANY", anchors.words),
    rule("STATE", f"empece|comence a|con? tomar? con? {_THE} WORDS", anchors.note, "", "start"),
    rule("STATE", f"tomo {_THE} WORDS", anchors.note, "", "start"),
    rule("STATE", f"deje de? tomar? {_THE} WORDS", anchors.note, "", "stop"),
    rule("STATE", "me senti|sentia un|muy? poco? WORDS", anchors.note, "", ""),
    rule("STATE", f"tome|comi|bebi|hice|tuve|tenia|estaba {_THE} WORDS", anchors.note, "", ""),
    rule("STATE", "me desperte|levante", anchors.noted, "desperte"),
    rule("NOTED", "el|la|los|las|un|una|mi|mis|del WORDS", anchors.note, "", ""),
    rule("NOTED", f"empezar|comenzar con? {_THE} WORDS", anchors.note, "", "start"),
    rule("NOTED", f"tomar {_THE} WORDS", anchors.note, "", ""),
    rule("NOTED", "correr|caminar|comer|dormir|cenar|desayunar", anchors.noted, "correr"),
)

RULES: Final[tuple[Rule, ...]] = (*_RELATIONS, *_EVENTS, *_STATES, *shared.ANCHORED)
