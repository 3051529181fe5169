"""Spanish ways of asking for reasons, notes, changes and files."""

import re
from typing import Final

from agent.wishing import Asks, either

_NOTE: Final = re.compile(
    r"""^[\s¿¡]*(?:(?=[^:]{0,40}?\b(?P<private>privad[oa])\b))?
    (?:(?:por\s+favor|puedes?|podr[ií]as?|quiero|quisiera|me\s+gustar[ií]a|y|oye|ok)[\s,]+)*
    (?:
        (?:a[ñn]ad[ea]|a[ñn]adir|agreg(?:a|ue|ar)|crea|crear|escrib[ea]|escribir|guard(?:a|e|ar)|registr(?:a|e|ar)|
            haz|haga|hacer|pon|ponga|poner)\s+(?:una?|la|esta|otra)?\s*(?:nueva\s+)?(?:nota|entrada|anotaci[oó]n)\b
            (?:\s+privada)?
            (?:\s+(?:de|del|en\s+el|en\s+mi|al)\s+(?P<kind>s[ií]ntomas?|medicaci[oó]n|actividad|ejercicio|diario))?
      | tom[ae]\s+nota | (?:an[oó]t|apunt)(?:a|e|ar|alo|elo)\b(?:\s+en\s+(?:el|mi)\s+diario)?
      | (?P<loose>nota\s+privada|s[ií]ntoma|medicaci[oó]n|diario|nota)(?=\s*:)
      | (?:recuerda|recuerde|registra|registre|escribe|escriba)(?=\s+que\b|\s*:)
    )
    \s*(?:de\s+que\b|que\b|sobre\b|:|,|-|\u2013)?\s*(?P<text>.*)$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_LANGUAGES: Final = {
    "inglés": "en",
    "ingles": "en",
    "alemán": "de",
    "aleman": "de",
    "español": "es",
    "espanol": "es",
    "castellano": "es",
    "francés": "fr",
    "frances": "fr",
    "chino": "zh",
}
_SEXES: Final = {
    "mujer": "female",
    "femenino": "female",
    "hembra": "female",
    "hombre": "male",
    "masculino": "male",
    "varón": "male",
    "varon": "male",
}

ASKS: Final = Asks(
    note=_NOTE,
    note_kinds={
        "síntoma": "symptom",
        "síntomas": "symptom",
        "sintoma": "symptom",
        "sintomas": "symptom",
        "medicación": "medication",
        "medicacion": "medication",
        "actividad": "activity",
        "ejercicio": "activity",
        "diario": "diary",
    },
    took=either(
        "tomé, tome, he tomado, empecé, empece, dejé, deje, olvidé, olvide, me salté, me puse, inyecté"
    ),
    felt=either(
        """
        siento, sentí, senti, me sentía, maread*, mareo*, palpitac*, cansad*, náusea*, nausea*, dolor*,
        débil, debil, desmay*, acelerad*, fatiga*, sin aire, falta de aire, sudor*, opresión, vuelco*
        """
    ),
    did=either(
        """
        camin*, corrí, corri, correr, nadé, nade, nadar, bici*, gimnasio, ejercicio*, entren*, subí,
        subi, jardín, jardin, yoga, bail*, paseé, pasee, paseo, deporte*
        """
    ),
    alarm=either("alarma*, alerta*, aviso*, notificacion*, notificación, vigilancia"),
    off=either(
        """
        apag*, desactiv*, silenci*, quita, quitar, quite, deja de avisar, deje de avisar, suprim*,
        ignora, ignorar, para, detén, deten
        """
    ),
    on=either("enciend*, encend*, activ*"),
    set_=either(
        """
        pon, ponga, poner, ponlo, sube, suba, subir, baja, baje, bajar, cambia, cambie, cambiar,
        aument*, reduce, reducir, reduzca, ajust*, corrige, corrija, corregir, actualiz*, fija, fije,
        fijar, establec*
        """
    ),
    limit=either("límite*, limite*, umbral*"),
    upper=either("superior, alto, alta, máximo, maximo, máxima, maxima, encima, arriba"),
    language=re.compile(
        r"\b(?:habl\w+|respond\w+|contest\w+|cambi\w+|pon\w*|us[ae]r?|idioma)\b.*?"
        r"\b(?P<name>ingl[eé]s|alem[aá]n|espa[ñn]ol|castellano|franc[eé]s|chino)\b",
        re.IGNORECASE,
    ),
    languages=_LANGUAGES,
    birth=re.compile(r"\b(?:nac\w+)\b.*?\b(?P<year>(?:18|19|20)\d\d)\b", re.IGNORECASE),
    sex=re.compile(
        r"\b(?:sexo|g[eé]nero)\b.*?\b(?P<sex>mujer|femenino|hembra|hombre|masculino|var[oó]n)\b",
        re.IGNORECASE,
    ),
    sexes=_SEXES,
    export=either("export*, descarg*, imprim*, guarda, guardar, guarde"),
    make=either(
        """
        haz, haga, hacer, crea, cree, crear, genera, genere, generar, dame, deme, prepara, prepare,
        muestra, muestre, muéstrame, muestrame, muéstreme, enséñame, enseñame, dibuja, quiero, necesito,
        saca, ver
        """
    ),
    format_=re.compile(r"\b(?P<format>svg|pdf|wfdb|edf|csv|fhir)\b", re.IGNORECASE),
    strip=either("tira, tiras, trazado*, trazo*, papel de ecg, ecg de, ecg del, curva"),
    signal=either("señal, crudo, cruda, muestras, grabación, grabacion, forma de onda"),
    thing=either(
        """
        informe*, datos, grabación, grabacion, grabaciones, señal, resultado*, mediciones, ecg, todo,
        valores, archivo*, episodio*, evento*, registro*, anoche, ayer, semana pasada
        """
    ),
    show=re.compile(
        r"^[\s¿¡]*(?:(?:por\s+favor|puedes?|y)\s+)*(?:mu[eé]str|ens[eé][ñn])(?:a|e|ame|eme|alo|elo|amelo|emelo|"
        r"[aá]melo|[eé]melo|arme|armelo|[aá]rmelo)"
        r"(?:\s+(?:eso|esos|esas|los\s+trazados|el\s+trazado|la\s+tira))?[\s?.!]*$",
        re.IGNORECASE,
    ),
    explain=either(
        """
        explic*, explíc*, qué te hace pensar, que te hace pensar, motivo*, razón, razones, evidencia*,
        demuestra*, por qué, por que, xq, en qué se basa, en que se basa
        """
    ),
    sure=either(
        """
        qué tan segur*, que tan segur*, cómo de segur*, como de segur*, cuán segur*, está seguro, está
        segura, estás seguro, estas seguro, esta seguro, es seguro, qué certeza, que certeza, de verdad,
        en serio
        """
    ),
)
