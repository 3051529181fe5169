"""German words of everyday speech for what can be asked about, beside those of ``concepts.py``."""

from typing import Final

from agent.phrases import phrases

EVERYDAY: Final[dict[str, tuple[str, ...]]] = {
    "how_fast": phrases("wie schnell, wie langsam, kammerfrequenz, welche frequenz"),
    "heart": phrases("herz, herzen, herzens, herzl, pumpe, brust"),
    "acknowledge": phrases(
        """
        bestätigt, bestätigte, quittiert*, quittierte, zur kenntnis genommen, weggedrückt, gesehen
        hat den alarm, sich gekümmert, reagiert auf den alarm, abgehakt
        """
    ),
    "who": phrases("wer, jemand, irgendwer, irgendjemand, hat einer"),
    "hr": phrases(
        """
        wie schnell, wie flott, schläge in der minute, schläge pro, pumpe gerade, herztempo, tempo,
        pulse, herzrhythmusfrequenz, ruhepulse, schnell hat mein herz, herz gerade
        """
    ),
    "resting": phrases("schlafpuls, puls im schlaf, nachtpuls, beim schlafen, im schlaf"),
    "max": phrases(
        """
        höchstens, am schnellsten, spitzenwert*, obergrenze, bis wohin, bis wie hoch, höchster
        """
    ),
    "min": phrases(
        """
        mindestens, am langsamsten, niedrigster, tiefster, tiefstwert*, runter bis, langsamster
        """
    ),
    "irregular": phrases(
        """
        durcheinander, unrund, aus dem tritt, holprig, stolpern, gestolpert, unruhig geschlagen
        """
    ),
    "af": phrases("flimmern, im flimmern, vhf, vofli, vorhofflimern, vorhoflimmern, geflimmer*"),
    "pause": phrases(
        """
        pausen, aussetzer, stehenblieb, stehen blieb, stillgestanden, ausgesetzt, herzaussetzer,
        lange lücke
        """
    ),
    "brady": phrases(
        """
        lahm, langsam geschlagen, so langsam, gefährlich langsam, arg langsam, langsame phasen
        """
    ),
    "tachy": phrases(
        """
        gejagt, galoppiert*, gerannt, gehämmert, schnelle phasen, so schnell, zu flott, hämmern,
        flatterte schnell
        """
    ),
    "ectopic": phrases(
        """
        extraschläge, stolperer, hüpfer, holperer, stolperschläge, extrasystolen, zwischenschläge,
        extras, doppelschlag, hopser, aussetzer
        """
    ),
    "burden": phrases(
        """
        insgesamt, zusammengerechnet, alles in allem, gesamt, wie lang, wie lange war ich, welcher
        anteil, prozentsatz
        """
    ),
    "unusual": phrases(
        """
        was besonderes, was auffälliges, irgendwas los, was los, nicht in ordnung, schlimmes, was
        schlimmes, verdächtig*, sorgen, bedenklich*
        """
    ),
    "trend": phrases(
        """
        entwickelt, im verlauf, wandert*, gewandert, hochgegangen, runtergegangen, raufgegangen,
        sich verändert, wie hat sich, geht _ hoch, geht _ runter, über die wochen, über die tage,
        zieht an, nachgelassen, wird _ schlimmer, wird _ besser, schlimmer, stündlich, täglich*
        """
    ),
    "compare": phrases(
        """
        neben, verglichen mit, stell _ gegenüber, gegenübergestellt, was war ruhiger, welche nacht,
        welcher tag, oder war, versus, gegen
        """
    ),
    "comparative": phrases(
        """
        schlimmer, ruhigere, unruhiger, flotter, gemächlicher, regelmäßiger, unregelmäßiger, weniger
        extraschläge, mehr extraschläge, verlangsamt, gebremst, runtergebracht, gedrückt
        """
    ),
    "coverage": phrases(
        """
        getragen, angehabt, dran gehabt, drangehabt, mitgeschrieben, durchgelaufen, gelaufen,
        aufnahme, mitgelaufen, verpasst, abgenommen, abgelegt
        """
    ),
    "quality": phrases("brauchbar, lesbar, verwackelt, schlechtes signal, gutes signal, sauber"),
    "alert": phrases(
        """
        gepiept, piepst, piept, gepiepst, geklingelt, gebimmelt, angeschlagen, alarmiert, losging,
        ging los, gemeldet, piepsen
        """
    ),
    "open": phrases(
        """
        offen, noch nicht bestätigt, nicht bestätigt, niemand bestätigt, unbearbeitet, noch nicht
        angesehen, ungesehen, noch offene
        """
    ),
    "device": phrases(
        """
        saft, strom, das ding auf der brust, ding auf der brust, hörst du mein, hörst du noch,
        empfängst du, noch verbunden, kommt noch was an, aufkleber, kleber, sitzt noch, dran
        """
    ),
    "battery": phrases("saft, strom, restladung"),
    "note": phrases(
        """
        aufgeschrieben, geschrieben, hingeschrieben, notiere, was hab ich zu, gesagt zu, erwähnt,
        schrieb ich, reingeschrieben, vermerk*
        """
    ),
    "summary": phrases(
        """
        kurz und knapp, in zwei sätzen, in kurzform, wie wars denn, wie war es denn, wie ging es,
        benommen, hat sich _ benommen, wie ist es gelaufen, wie lief es, wie läuft es, alles klar
        mit, gut geschlafen, das wichtigste, kurzfassung, lagebericht, was gab es, wie geht es mama,
        wie geht es ihr, wie geht es ihm, was hat mein herz, wie schlug sich, war was los
        """
    ),
    "why": phrases("wieso, weshalb, warum, aus welchem grund, was hat _ ausgelöst, auslöser"),
    "source": phrases(
        """
        woher, wie kommst du darauf, beweis*, belege, nachweis*, worauf stützt, worauf beruht, wie
        berechnet, wie hast du das, wie kannst du das, auf welcher grundlage
        """
    ),
    "correction": phrases(
        """
        nein ich meine, ich meine, ich meinte, meinte, quatsch, ach nein, moment, halt, doch lieber,
        lieber, vielmehr, besser gesagt, falsch
        """
    ),
    "also_about": phrases("ebenso, genauso, dann, und dann, gleich für, auch"),
    "bye": phrases("servus, pfiat di, tschau, mach es gut, machs gut, bis bald, bis dann"),
    "greeting": phrases("servus, grüß gott, moin, na, grüezi, hallöchen, tach"),
    "thanks": phrases("dank dir, danke dir, dankeschön, super, prima, vielen dank, passt, besten dank"),
    "howlong": phrases("wie lang, wie lange, wie viele stunden, wieviel zeit"),
}
