"""Which language a question is asked in: by its script and by small words that only one language has."""

from __future__ import annotations

import re
from typing import Final

from agent.letters import HAN, Letters
from agent.phrases import words
from agent.spelling import mend

MAX_CHARS: Final = 1000  # of a text; more says no more
SURE: Final = 0.6  # the share of all that speaks for a language from which it is taken
MENDED: Final = 0.5  # what a misspelt word counts for
AHEAD: Final = 1.6  # a language so far ahead of the next one is taken, if so many words tell it
ENOUGH: Final = 2.0
_LETTERS: Final = Letters(elided=True, bare=True)
_SPANISH: Final = re.compile("[\u00bf\u00a1\u00f1]", re.IGNORECASE)  # no other has these
# Function words, words that ask, words of time, and the words for what is asked about. A word that several
# languages have counts for each, so much the less.
_WORDS: Final[dict[str, frozenset[str]]] = {
    "en": words(
        """
        a about above after ago alert alerts all am an and any are at average battery be been before beat
        beats being below between but by can compare could day did do does during ever evening fast faster
        fastest for from get had has have heart hello her high highest him his hour hours how i if in is it
        last least less list long longest low lower lowest many mean means measured me minute month more
        morning most much my night no normal not note notes now of on or our over past pulse quality rate
        record recorded resting rhythm same say sent she should show since slow slowest so some sorry
        summary sure tell than thank thanks that the their there these they this those time to today trend
        until up usual usually was we week weeks were what when where which while who why will with would
        year yesterday yes you your
        """
    ),
    "de": words(
        """
        abend aber akku bist kannst konnten hilf hilfe sag sage erklar erklare welch gehts vielen dank
        notiere fruhstuck schwindel medikament genommen herzinfarkt frage fasse zusammen alarm alarme alle
        als am an auch auf aus aufgezeichnet bedeutet bei bin bis bitte danke das dass davor dem den der des
        deshalb die dies diese dieser diesen dir doch du durch ein eine einen einem einer er es euch fur gab
        ganz geht gemessen gestern gesund gewesen grund guten habe haben hab hat hatte hatten heute herz
        herzfrequenz herzschlag hoch hochste hallo ich ihm ihr ihre im in innerhalb irgendwas irgendwelche
        ist ja jede jeden jetzt kann kein keine konnen konnte lang lange langste langsam langsamste
        langsamsten langsamster letzte letzten letzter letztes mehr mein meine meinem meinen meiner mich mir
        mit mittag monat montag dienstag mittwoch donnerstag freitag samstag sonntag morgen morgens nach
        nacht nachts nachste naechte nein nicht nichts nie niedrig niedrigste noch notiert notiz notizen nun
        nur ob oder ohne puls ruhepuls schlag schnell schnellste schnellsten schon schlecht seit sich sie
        sind so stunde stunden tag tage tschuss um und unregelmassig uns unter vergleich vergleiche viel
        viele vom von vor vorgestern vorhofflimmern vorletzte wann war waren warum was weiss welche welcher
        welches wenn wer werte weshalb wie wieso wieviel wird wo woche wochen woher wurde wurden zeig zeige
        zu zum zur zusammenfassung zwischen
        """
    ),
    "fr": words(
        """
        a ai gagne peux faire fais dis suis aide expliquez explique encore toujours quelque chose ou alerte
        alertes note petit dejeuner vertige vertiges medicament pris symptome mal alors apres arret as au
        aujourd hui aussi avant avec avez avoir batterie battements bonjour bonsoir ca car ce cela ces cette
        chaque coeur combien comme comment compare comparez d dans de depuis derniere dernier dernieres
        derniers des deux du eleve elle en enregistre entre est et etait ete etes etais eu fait fibrillation
        frequence haut hier il ils j jamais je jour jours jusque l la le les leur lente lent lundi mardi
        mercredi jeudi vendredi samedi dimanche ma maintenant mais matin me mes merci mesure midi moi mois
        mon montre montrez moyenne n ne non nos notes nous nuit nuits oui ou par pas pendant peu peut plus
        pouls pour pourquoi pouvez qu quand que quel quelle quelles quels qui quoi rapide rapport repos
        resume rythme sa sans semaine semaines ses si signifie soir son sont sur tres ta tension toi ton
        tout toute toutes tu un une va veut pauses mardi ecrit ecris vite voir vos votre vous y
        """
    ),
    "es": words(
        """
        dime dame cuentame hazme haz explica explicame ensena ensename lee leeme necesito anda anduvo
        pastilla parche carga aparato porcentaje explicacion
        a adios ahora al alarma duele cabeza favor dormi mal resume puse escribi me
        alarmas alerta alertas algo alguna algun alto anoche anota anteayer antes
        apunta ayer ayuda baja bateria bien buenos buenas cada casi como compara comparado comparar con
        corazon cual cuales cuando cuanta cuantas cuanto cuantos de del desde despues dia dias dice dijo
        donde durante el ella en entre era es esa ese eso esta estaba estado estan este esto estoy estuvo
        fibrilacion frecuencia fue gracias ha habia haber habido hace hacia han hasta hay he hola hora horas
        hoy hubo irregular la las latido latidos le lento llevo lo los lunes martes miercoles jueves viernes
        sabado domingo manana mas maxima mas me media medido mi mis minima mucho muestra muestrame muy nada
        ni ninguna no noche noches normal nos nota notas o para pasada pasado pausa pausas pero poco por
        porque promedio pulsaciones pulso puedes que quien quiere reposo resumen ritmo sabes se sea semana
        semanas ser si significa sin sobre son soy su sus tal tambien tarde tenia tengo tiene todo todos tu
        tuve tuvo ultima ultimas ultimo ultimos un una uno usted vez y yo
        """
    ),
}
# Letters that only one of them has; each says as much as a word.
_MARKS: Final = {
    "de": re.compile("[äöüß]", re.IGNORECASE),
    "es": re.compile("[áíóú]", re.IGNORECASE),
    "fr": re.compile(r"[àâèêëîïôùûçœ]|\b(?:qu|[cdjlmnst])['\u2019](?=\w\w)", re.IGNORECASE),
}
_HEARD: Final[dict[str, tuple[str, ...]]] = {
    word: tuple(code for code, own in _WORDS.items() if word in own)
    for word in frozenset().union(*_WORDS.values())
}


def heard(text: str) -> tuple[str, float]:
    """The language of a text and how certain that is, 0 to 1; no language and 0 where nothing tells it.

    Signs of Chinese and the marks of Spanish decide at once: the other languages have none.
    """
    text = text[:MAX_CHARS]
    if HAN.search(text):
        return "zh", 1.0
    if _SPANISH.search(text):
        return "es", 1.0
    scores = dict.fromkeys(_WORDS, 0.0)
    said = _LETTERS.words(text, {})
    known = any(word in _HEARD for word in said)
    for word in said:  # misspelt words tell a language apart, but none by themselves
        whole = mend(word, _HEARD, ()) if known else word
        codes = _HEARD.get(whole, ())
        for code in codes:
            scores[code] += (1.0 if whole == word else MENDED) / len(codes)
    for code, mark in _MARKS.items():
        scores[code] += len(mark.findall(text))
    code, other = sorted(scores, key=lambda each: -scores[each])[:2]
    total = sum(scores.values())
    if total >= ENOUGH and scores[code] >= AHEAD * scores[other]:
        return code, max(SURE, scores[code] / total)
    return (code, scores[code] / total) if total else ("", 0.0)


def language_of(text: str, otherwise: str) -> str:
    """The language to answer in: that of the text where it is certain, else the one there was before."""
    code, certainty = heard(text)
    if certainty < SURE or len(text) < 2:  # noqa: PLR2004 - a letter is no language
        return otherwise
    return code
