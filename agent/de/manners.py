"""German words for how something is asked: why, what, how often, and what leans on the question before."""

from typing import Final

from agent.phrases import phrases

MANNERS: Final[dict[str, tuple[str, ...]]] = {
    # Warum und was.
    "why": phrases("warum, wieso, weshalb, aus welchem grund, wie kommt das, wie kommst du darauf"),
    "source": phrases(
        """
        woher weißt du, woher wissen sie, woher weiß, woher stammt, woher kommt, woher, worauf beruht,
        worauf stützt, worauf basiert, basiert, beruht, quelle*, beleg*, beweis*, bist du sicher, sind sie
        sicher, wie sicher, wie zuverlässig, wie genau, welches modell, welcher algorithmus, welches
        verfahren, berechnet, ausgerechnet, welche version, wie gemessen, wie wurde das gemessen, wie kommst
        du, wie kommen sie, nachweis*, welche daten
        """
    ),
    "define": phrases(
        """
        was ist, was sind, was bedeutet, was bedeuten, was heißt, bedeutung, definition, definiere, erkläre,
        erklär, erklären, was meint, was versteht man
        """
    ),
    "meaning": phrases(
        """
        was bedeutet, was bedeuten, bedeutet, bedeuten, bedeutung, was heißt, definition, definiere,
        erkläre, erklär, erklären, was versteht man, steht für, was meint, was genau ist, was ist das
        """
    ),
    "help": phrases(
        """
        was kannst du, was können sie, was kann ich fragen, hilfe, wie funktionierst du, wer bist du, was
        machst du, wie funktioniert das, welche fragen, wobei kannst du, kannst du mir helfen, was weißt du
        """
    ),
    "greeting": phrases("hallo, guten tag, guten morgen, guten abend, hi, servus, grüß gott, moin, grüezi"),
    "thanks": phrases(
        """
        danke*, dankeschön, vielen dank, super, prima, toll, ok, okay, gut zu wissen, perfekt, alles klar
        """
    ),
    "bye": phrases(
        """
        tschüss, auf wiedersehen, bis später, bis bald, gute nacht, das war alles, das wars, ende, ciao,
        keine weiteren fragen
        """
    ),
    # Gestalt der Frage.
    "count": phrases("wie viele, wieviele, wie oft, anzahl, wie häufig, wie viel mal, zähl*"),
    "when": phrases(
        """
        wann, um wie viel uhr, um wieviel uhr, zu welcher zeit, zu welcher uhrzeit, welche uhrzeit, an
        welchem tag, in welcher nacht, welcher tag
        """
    ),
    "howlong": phrases("wie lange, wie lang, dauer, dauerte*, gedauert, dauert*"),
    "longest": phrases("längste*, am längsten, schlimmste*, schwerste*"),
    "shortest": phrases("kürzeste*, am kürzesten"),
    "newest": phrases("letzte, letzten, letzter, letztes, zuletzt, neueste*, jüngste*, das letzte mal"),
    "oldest": phrases("erste, ersten, erster, erstes, zuerst, älteste*, früheste*, das erste mal"),
    "above": phrases(
        """
        über, mehr als, höher als, schneller als, oberhalb, größer als, überschritten, übersteig*, drüber
        """
    ),
    "below": phrases(
        """
        unter, weniger als, niedriger als, langsamer als, unterhalb, tiefer als, unterschritten, drunter
        """
    ),
    "normal": phrases(
        """
        normal*, in ordnung, gut, schlecht, ok, okay, gesund*, zu hoch, zu niedrig, gefährlich*,
        bedenklich*, sorge*, schlimm*, erhöht*, im normbereich, im rahmen, zu lang, verlängert, hoch,
        niedrig
        """
    ),
    "mine": phrases(
        """
        mein, meine, meinen, meinem, meiner, meines, ich, mir, mich, sein, seine, ihr, ihre, ihren
        """
    ),
    "any": phrases(
        """
        irgendein*, irgendwelche*, etwas, hatte ich, hab ich, habe ich, gab es, gibt es, war da, waren da,
        ist da, jemals, je, überhaupt, hast du, haben sie, zeig*, liste*, welche, traten, trat
        """
    ),
    "past": phrases("war, waren, hatte, hatten, gab, wurde, wurden, gewesen, ging, hat, habe, gehabt, lag"),
    "present": phrases("ist, bin, sind, jetzt, gerade, aktuell*, momentan, was ist, im moment, derzeit"),
    "and_also": phrases("und, auch, außerdem, sowie, zusammen mit"),
    # Anfänge von Nachfragen.
    "also_about": phrases(
        """
        und, was ist mit, wie ist es mit, wie sieht es mit, dasselbe für, das gleiche für, auch für, noch
        mal für, nochmal für, und was, und wie
        """
    ),
    "correction": phrases(
        """
        entschuldigung, ich meinte, ich meine, nein ich, sondern, eigentlich, nicht das, falsch,
        stattdessen, korrektur, moment, sorry
        """
    ),
    "pointing": phrases(
        """
        es, das, dies, diese, dieser, die, der, den, davon, dort, da, längste, letzte, erste, kürzeste,
        jeweils
        """
    ),
}
