"""German words for what can be asked about."""

from typing import Final

from agent.de.manners import MANNERS
from agent.phrases import pairs, phrases

FOLDS: Final[dict[str, str]] = {
    "pq zeit": "pq",
    "pq dauer": "pq",
    "pq intervall": "pq",
    "pr zeit": "pq",
    "pr intervall": "pq",
    "qt zeit": "qt",
    "qt intervall": "qt",
    "qtc zeit": "qtc",
    "korrigierte qt": "qtc",
    "wie lange noch": "noch",
}
JOINS: Final[dict[str, str]] = pairs(
    """
    gings = ging es, gibts = gibt es, gabs = gab es, wars = war es, hats = hat es, ists = ist es, geht's =
    geht es, gibt's = gibt es, gab's = gab es, war's = war es, wie's = wie es, vhf = vorhofflimmern, hf =
    herzfrequenz, afib = vorhofflimmern, ruhefrequenz = ruhepuls, ruheherzfrequenz = ruhepuls, ruhepulses =
    ruhepuls, pulsfrequenz = puls, herzrate = herzfrequenz
    """
)

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    # Was gemessen wird.
    "hr": phrases(
        """
        puls, pulses, ruhepuls, pulswert*, herzfrequenz*, herzschlag, herzschlags, herzschläge pro minute,
        schläge pro minute, bpm, frequenz, wie schnell _ herz, wie langsam _ herz, herz geschlagen, herz
        schlägt, schlug _ herz, schlägt _ herz, schlagfrequenz
        """
    ),
    "resting": phrases("ruhepuls, in ruhe, ruhewert*, ruhe"),
    "max": phrases(
        """
        höchste*, maximal*, maximum, max, schnellste*, am höchsten, spitze*, größte*, am
        schnellsten
        """
    ),
    "min": phrases(
        """
        niedrigste*, minimal*, minimum, min, langsamste*, tiefste*, am niedrigsten, kleinste*, wie niedrig,
        geringste*
        """
    ),
    "average": phrases("durchschnitt*, im schnitt, mittlere*, mittelwert*, median*, typisch*, im mittel"),
    "rr": phrases(
        """
        rr, rr intervall*, rr abstand, rr abstände, schlagabstand, schlagabstände, abstand zwischen den
        schlägen
        """
    ),
    "rmssd": phrases("rmssd, hrv, herzfrequenzvariabilität, herzratenvariabilität, variabilität"),
    "pr": phrases("pq, pr, überleitungszeit"),
    "qrs": phrases("qrs, qrs breite, qrs dauer, qrs komplex*"),
    "qt": phrases("qt"),
    "qtc": phrases("qtc, qtcf"),
    "p_duration": phrases("p wellen dauer, dauer der p welle*, p dauer, p welle*, länge der p welle*"),
    "intervals": phrases("intervall*, ekg werte*, messwerte, alle werte, zeiten im ekg"),
    # Rhythmus.
    "rhythm": phrases("rhythmus*, herzrhythmus*, regelmäßig*, gleichmäßig*, sinus*, rhythmisch*"),
    "irregular": phrases(
        """
        unregelmäßig*, arrhythmi*, rhythmusstörung*, herzrhythmusstörung*, aus dem takt, herzstolpern,
        stolper*, ungleichmäßig*
        """
    ),
    "af": phrases("vorhofflimmern*, flimmer*, af, geflimmert, vorhof"),
    "pause": phrases(
        """
        pause, pausen, aussetzer*, ausgesetzt, herzpause*, stillstand, asystolie*, stehen geblieben,
        stehengeblieben, lücke* zwischen den schlägen, herz _ ausgesetzt
        """
    ),
    "brady": phrases(
        """
        bradykardi*, brady, zu langsam*, langsame phase*, langsame puls*, langsamer puls, langsamer
        herzschlag, sehr langsam, langsame episode*
        """
    ),
    "tachy": phrases(
        """
        tachykardi*, tachy, zu schnell*, schnelle phase*, herzrasen, gerast, raste, rast, schneller puls,
        schneller herzschlag, sehr schnell, schnelle episode*, herzjagen
        """
    ),
    "wide_run": phrases(
        """
        breite schläge, breiter schläge, breitkomplex*, ventrikuläre tachykardie*, kammertachykardie*, vt,
        salve*, nsvt
        """
    ),
    "bigeminy": phrases("bigemin*, jeder zweite schlag, jeden zweiten schlag"),
    "trigeminy": phrases("trigemin*, jeder dritte schlag, jeden dritten schlag"),
    "ectopic": phrases(
        """
        extraschlag, extraschläge*, extrasystole*, ektop*, ves, sves, zu frühe schläge, vorzeitige schläge,
        zusatzschläge, zusätzliche schläge, doppelschläge, frühe schläge, früher schlag, extra schläge,
        verfrühte
        """
    ),
    "above_ventricles": phrases("supraventrikulär*, sves, vorhofextrasystole*"),
    # Wie danach gefragt wird.
    "burden": phrases(
        """
        last, vorhofflimmerlast, wie viel, wieviel, anteil*, prozent*, wie lange insgesamt, gesamtdauer,
        zeit im vorhofflimmern, wie oft und wie lange
        """
    ),
    "event": phrases(
        """
        episode*, ereignis*, anfall, anfälle*, vorfall, vorfälle, attacke*, vorgekommen, aufgetreten,
        passiert*, gefunden, erkannt, entdeckt, aufgefallen, phase, phasen
        """
    ),
    "unusual": phrases(
        """
        auffällig*, ungewöhnlich*, auffälligkeit*, problem*, besonder*, seltsam*, komisch*, merkwürdig*,
        abnormal*, etwas los, ruhig, unruhig, irgendwas, irgend etwas, etwas gewesen, beunruhigend*
        """
    ),
    "trend": phrases(
        """
        verlauf, verläufe, entwickel*, entwicklung*, trend*, verändert*, veränderung*, gestiegen, gesunken,
        steigt, sinkt, zugenommen, abgenommen, besser geworden, schlechter geworden, höher geworden,
        niedriger geworden, kurve, diagramm, grafik, im laufe, über die zeit, von tag zu tag, tag für tag,
        nacht für nacht, stunde für stunde, woche für woche
        """
    ),
    "compare": phrases(
        """
        vergleich*, verglichen, unterschied*, gegenüber, im vergleich, als, versus, anders, höher als,
        niedriger als, gleich wie, so hoch wie
        """
    ),
    "comparative": phrases(
        """
        höher, niedriger, schneller, langsamer, länger, kürzer, breiter, schmaler, besser, schlechter,
        ruhiger, größer, kleiner, gleichmäßiger, öfter, häufiger, seltener, mehr vorhofflimmern, weniger
        vorhofflimmern, mehr pausen, weniger pausen, mehr episoden, weniger episoden, beruhigt*
        """
    ),
    "usual": phrases(
        """
        üblich*, sonst, gewöhnlich*, normalerweise, mein normal*, für mich normal, wie immer, andere tage,
        anderen nächten
        """
    ),
    "coverage": phrases(
        """
        aufgezeichnet, aufzeichnung*, aufgenommen, abdeckung, daten, lücke*, getragen, tragezeit,
        auswertbar*, ausgewertet, signal, erfasst, fehlt, fehlen, unterbrech*, unterbroch*, mitgeschnitten,
        verloren
        """
    ),
    "quality": phrases(
        """
        qualität*, signalqualität, gestört, störung im signal, störungen im signal, rauschen, verrauscht*,
        artefakt*, sauber*
        """
    ),
    "strip": phrases(
        """
        streifen, ekg streifen, ekg kurve*, ekg bild*, mein ekg, das ekg, ein ekg, ekg ausschnitt*
        """
    ),
    "alert": phrases(
        """
        alarm*, warnung*, meldung*, benachrichtigung*, warnhinweis*, gepiept, gewarnt, angeschlagen,
        losgegangen
        """
    ),
    "open": phrases("offen*, aktiv*, noch an, anstehend*, unbestätigt*, bestehend*"),
    "device": phrases(
        """
        akku*, batterie*, gerät, geräts, sensor*, gurt*, brustgurt*, pflaster*, elektrode*, verbunden,
        verbindung*, getrennt, sendet, senden, gesendet, übertrag*, bluetooth, geladen, ladestand*,
        aufladen, online, offline, funktioniert*, eingeschaltet, wearable*, rekorder*, abgefallen, sitzt
        """
    ),
    "battery": phrases("akku*, batterie*, geladen, ladestand*, aufladen, laden"),
    "note": phrases(
        """
        notiz*, notiert*, tagebuch*, eingetragen, aufgeschrieben, eintrag, einträge*, festgehalten, vermerkt
        """
    ),
    "symptom": phrases("symptom*, beschwerde*, gefühlt, wie ich mich"),
    "medication": phrases("medikament*, tablette*, pille*, arznei*, medizin, dosis, dosen"),
    "activity": phrases("aktivität*, sport*, bewegung, spaziergang*, training*"),
    "diary": phrases("tagebuch*"),
    "howwas": phrases("wie war, wie waren, wie ist es, wie lief, wie verlief"),
    "summary": phrases(
        """
        zusammenfass*, überblick*, übersicht*, bericht*, fasse _ zusammen, fass _ zusammen, wie war meine
        nacht, wie war die nacht, wie war der tag, wie war mein tag, wie geht es mir, wie geht es meinem
        herz*, wie geht es dem herz*, wie lief, alles in ordnung, alles ok, alles okay, alles gut, was ist
        passiert, was war los, was war in, wie war es, wie war meine woche, wie war die woche, was macht
        mein herz, wie sieht es aus, wie war der gestrige, wie steht es, kurz gesagt, wie war letzte, wie
        war gestern, wie war heute, wie habe ich geschlafen, wie hat _ herz, wie war mein abend, wie war
        mein morgen, wie war mein wochenende, wie war das wochenende
        """
    ),
    **MANNERS,
}
