"""Spanish words by which a reader of a finished answer tells what it claims."""

import re
from typing import Final

_I: Final = re.IGNORECASE
# What was or was not there.
KINDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("af", re.compile(r"\bfibrilaci[oó]n(?: auricular)?\b|\bFA\b")),
    ("pause", re.compile(r"\bpausas?\b|\basistolia\b", _I)),
    ("brady", re.compile(r"\bfases? lentas?\b|\bbradicardia\w*", _I)),
    ("tachy", re.compile(r"\bfases? r[aá]pidas?\b|\btaquicardia\b(?! ventricular)", _I)),
    (
        "wide_run",
        re.compile(r"\bseries? de latidos anchos\b|\brachas? de complejo|\btaquicardia ventricular\b", _I),
    ),
    ("bigeminy", re.compile(r"\bbigemin\w+", _I)),
    ("trigeminy", re.compile(r"\btrigemin\w+", _I)),
    (
        "ectopic",
        re.compile(
            r"\blatidos? (?:adelantad|ect[oó]pic|extra|prematur)\w*|"
            r"\bextras[ií]stol\w+",
            _I,
        ),
    ),
    ("alert", re.compile(r"\b(?:alertas?|alarmas?)\b", _I)),
    ("note", re.compile(r"\b(?:notas?|entradas? del diario)\b", _I)),
    ("sinus", re.compile(r"\britmo sinusal\b", _I)),
)
ANY: Final = re.compile(
    r"\bnada\b(?! m[aá]s (?:claro|de lo que)| que (?:explicar|mostrar|mirar))|"
    r"\bning[uú]n[ao]? (?:evento|problema|arritmia|anomal[ií]a|hallazgo|episodio|irregularidad)\w*|"
    r"\bsin (?:eventos|problemas|arritmias|anomal[ií]as|hallazgos|episodios|irregularidades|novedad\w*)\b",
    _I,
)
DENIED: Final = re.compile(
    r"\b(?:no|ni|nunca|jam[aá]s|ning[uú]n\w*|sin|tampoco|cero|ausencia de|descart\w+|libre de|"
    r"falta\w* de|carece\w*)\b",
    _I,
)
DENIED_AFTER: Final = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:no (?:hubo|hay|apareci\w+|se \w+)|ausentes?\b|desapareci\w+|ces[oó]|"
    r":\s*ningun\w)",
    _I,
)
# A kind that is spoken of without saying that it was there.
SPOKEN_OF: Final = re.compile(
    r"\b(?:busco|l[ií]mites?|se cuentan?|qu[eé] cuenta|significa\w*|es cuando|si|podr[ií]a\w*|"
    r"posible\w*|umbral\w*|"
    r"carga de FA es|se llama\w*|como si|no se puede\w*|no puedo|en lugar de|faltan? en|"
    r"requiere\w* un trazado|otr[ao]s?)\b",
    _I,
)
QUALIFIED: Final = re.compile(
    r"\b(?:en|de) (?:el|la|lo|los|las)\b[^.]*\b(?:analiz\w+|legible\w*)|\bsolo pude analizar\b|"
    r"\ben (?:el )?\d[\d.,]* ?%|"
    r"\bmuy poco para decir\b|\bno puedo decir\b",
    _I,
)
CAUSE: Final = re.compile(
    r"\b(?:porque|(?:por|a) causa de|caus(?:a|an|ó|aron|ad[oa]s?)\b|debid[oa]s? a|se debe\w*|"
    r"provoc\w+|desencaden\w+|"
    r"a consecuencia de|como (?:resultado|consecuencia)|gracias a|por culpa de|llev[oó] a|responsable de|"
    r"la raz[oó]n (?:es|fue)|el motivo (?:es|fue)|ya que (?:tom|beb|camin|corri)\w+|por eso su)",
    _I,
)
ONE_LEAD: Final = re.compile(
    r"\b(?:infart\w*|ataque (?:al coraz[oó]n|card[ií]aco)|(?:segmento|elevaci[oó]n|descenso|"
    r"cambios?) (?:del )?ST|isquemi\w*|"
    r"eje (?:card[ií]aco|del coraz[oó]n)|hipertrof\w*|agrandad\w*|bloqueo de (?:la )?rama|"
    r"fascicular|hemibloqueo|"
    r"progresi[oó]n de la onda|potasio|electr[oó]lit\w*|electrolit\w*|calcio|coronari\w*|"
    r"arterias? (?:tapad|obstruid)\w*|"
    r"troponina\w*|ondas? Q\b|brugada|pericarditis|riego|v[aá]lvula\w*|insuficiencia card[ií]aca|"
    r"eyecci[oó]n)",
    _I,
)
CANNOT: Final = re.compile(
    r"\b(?:no se puede\w*|no puedo|no pude|imposible|no es posible|"
    r"requiere\w* (?:un ECG de )?doce|no (?:es )?valorable)\b",
    _I,
)
NORMAL: Final = re.compile(
    r"\b(?:(?:a)?normal\w*|san[oa]s?|saludable\w*|perfect\w+|todo (?:est[aá] )?bien|todo en orden|en orden|"
    r"nada (?:de )?que preocupar\w*|no (?:se|hay que) preocup\w*|preocupante\w*|inofensiv\w+|"
    r"benign\w+|peligros\w+|"
    r"segur[oa] para|tranquilizador\w*|excelente\w*|como debe(?:r[ií]a)?|t[ií]pic[oa]s?|ideal\w*|grave\w*|"
    r"dentro de lo (?:habitual|esperado|normal))\b",
    _I,
)
JUDGED_BY_A_DOCTOR: Final = re.compile(r"\bjuzgar un m[eé]dico\b|\bsu m[eé]dico\b[^.]*\bjuzg\w+", _I)
CERTAIN: Final = re.compile(
    r"\b(?:con (?:toda )?(?:certeza|seguridad)|ciertamente|definitivamente|sin (?:ninguna )?duda|"
    r"sin lugar a dudas|"
    r"seguramente|garantiz\w+|100 ?% segur\w+|absolutamente|demuestra\w*|prueba que|estoy segur[oa])\b",
    _I,
)
ADVICE: Final = re.compile(
    r"\b(?:(?:usted )?(?:debe|deber[ií]a|puede|tiene que|necesita) (?:tomar|dejar|empezar|saltar|"
    r"aumentar|reducir|duplicar|"
    r"cambiar|bajar|subir|continuar|seguir tomando|hacer ejercicio|conducir|beber|descansar|evitar)|"
    r"(?:deje|empiece|suspenda|aumente|reduzca|duplique|siga) (?:de )?(?:tom\w+|su (?:dosis|"
    r"medic\w+|pastilla\w*))|"
    r"tome (?:otr\w+|m[aá]s|menos|su|media|una|dos)|no (?:hace falta|necesita) (?:ver|llamar|ir|"
    r"un m[eé]dico))",
    _I,
)
DONE: Final = re.compile(
    r"\b(?:he|ya he) (?:llamado|avisado|informado|contactado|enviado|apagado|encendido|"
    r"desactivado|activado|guardado|borrado|"
    r"cambiado|escrito|anotado|reservado|confirmado|silenciado|exportado|impreso|compartido|"
    r"actualizado|cancelado)\b",
    _I,
)
# What no answer says, whoever wrote it; "lead" is left to the reader, which knows when it is denied.
NEVER_SAID: Final[dict[str, re.Pattern[str]]] = {
    "cause": CAUSE,
    "normal": NORMAL,
    "certainty": CERTAIN,
    "advice": ADVICE,
    "done": DONE,
}
