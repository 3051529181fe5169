"""German idioms and looser words for what can be asked about, beside those of ``everyday.py``."""

from typing import Final

from agent.phrases import phrases

IDIOMS: Final[dict[str, tuple[str, ...]]] = {
    "heart": phrases("motor, maschine, uhrwerk, altes herz"),
    "extent": phrases("wie langsam, wie schnell, wie niedrig, wie hoch, wie tief, wie weit"),
    "hr": phrases(
        """
        herz _ schnell, herz _ langsam, pulsschlag*, herztakt, schlagzahl, pro minute, wie oft schlägt,
        wie oft schlug, pumpfrequenz, pulszahl, herzschläge
        """
    ),
    "max": phrases(
        """
        in der spitze, allerhöchste*, gipfel*, rekord*, am meisten, bis auf, hochgeschnellt,
        maximalwert*, spitzenpuls, oberste*, hochgeklettert, geklettert auf
        """
    ),
    "min": phrases(
        """
        am wenigsten, tiefpunkt*, abgesackt, gesunken auf, gefallen auf, runter auf, minimalwert*,
        unterste*, untergrenze, heruntergegangen, wie tief
        """
    ),
    "resting": phrases(
        """
        beim ruhen, wenn ich liege, im liegen, nachts im schlaf, schlafend, nächtlicher puls, nächtliche
        herzfrequenz, ausgeruht
        """
    ),
    "average": phrases("so im mittel, im großen und ganzen, mittel, durchschnittlich*"),
    "rhythm": phrases("im takt, gleichmäßig, taktfest, ruhigen takt, welcher takt, herztakt"),
    "irregular": phrases(
        """
        unstet, holpert, holperte, wackel*, sprunghaft, taktlos, nicht im takt, wild durcheinander,
        ungeordnet
        """
    ),
    "af": phrases("geflimmert, flattern, geflattert, flattert, flatterte, vorhofflattern, vorhöfe"),
    "pause": phrases(
        """
        angehalten, hielt an, innegehalten, stockt*, gestockt, stillstand, stand still, stillgestanden,
        unterbrochen geschlagen, ohne schlag, kein schlag, atem angehalten, ausgelassen, schlagpause*,
        sendepause
        """
    ),
    "brady": phrases(
        """
        träge, gemächlich, schleich*, geschlichen, zu träge, langsame werte, niedriger puls,
        schneckentempo, zu niedrig
        """
    ),
    "tachy": phrases(
        """
        gehetzt, hetzt*, auf hochtouren, galopp, durchgegangen, ging durch, gerast, zu rasch, schnelle
        werte, hoher puls, davongerannt, losgerannt, gepocht, pochen
        """
    ),
    "wide_run": phrases(
        """
        breite hintereinander, breite in folge, breite in serie, breite folge*, kammersalve*,
        ventrikuläre salve*, mehrere breite, breite komplexe, folge breiter, kette breiter
        """
    ),
    "bigeminy": phrases("abwechselnd normal und extra, jeder 2 schlag"),
    "trigeminy": phrases("jeder 3 schlag"),
    "ectopic": phrases(
        """
        stolperer, gestolpert, gehüpft, hüpft*, zusatzschlag*, fehlschlag, fehlschläge*, sprünge,
        gezuckt, zuckt*, ruckler, geruckelt, ruckel*, schluckauf, extrasystol*, zwischenschlag, aus der
        reihe, vorzeitig*, eingestreut*, einstreu*
        """
    ),
    "burden": phrases(
        """
        summe, unterm strich, zusammen genommen, in stunden, in minuten, wieviel prozent, gesamtzeit,
        last
        """
    ),
    "event": phrases(
        """
        vorkommnis*, zwischenfall, zwischenfälle*, aufgetaucht, gesehen, bemerkt, registriert, gezeigt
        """
    ),
    "unusual": phrases(
        """
        ins auge, aus der reihe, erschreck*, erschrock*, angst mach*, beängstig*, kummer, ärger, unfug,
        verrückt*, nicht normal, eigenartig*, sonderbar*, hervorgestochen, sticht hervor, hervor, drama,
        unregelmäßigkeit*, aus dem rahmen, gravierend*, ausreißer, zicken, mucken, macken, rumgezickt
        """
    ),
    "trend": phrases(
        """
        häufen, häuft*, gehäuft, angestiegen, ansteig*, abnimmt, zunimmt, nimmt zu, nimmt ab, nach oben,
        nach unten, tendenz*, richtung, zeitlich*, allmählich, nach und nach, runter, rauf, abgeflaut,
        schwankt*, schwankung*, als verlauf, zeitverlauf, aufwärts, abwärts
        """
    ),
    "compare": phrases(
        """
        abgleich, im gegensatz, stell _ nebeneinander, nebeneinander, messen mit, gegenüberstell*,
        kontrast, wer war, was war höher, was war schneller, welcher war
        """
    ),
    "comparative": phrases(
        """
        gesenkt, erhöht, tiefer, mehr schläge, weniger schläge, gelassener, wilder, lebhafter, rascher,
        gleichmäßigere, stabiler, instabiler, sanfter, stärker, schwächer, reduziert
        """
    ),
    "coverage": phrases(
        """
        zugehört, gelauscht, mitgehört, überwacht, beobachtet, verfolgt, vollständig*, komplett*,
        lückenlos*, ausfall, ausfälle*, aussetzer im signal, datenverlust, paketverlust*, angelegt, im
        einsatz, durchgehend, angekommen, mitbekommen, empfangen
        """
    ),
    "quality": phrases(
        """
        klar, undeutlich, zappelig, verzerrt, störungen, unlesbar, verrauscht, zu unruhig, signalgüte
        """
    ),
    "alert": phrases(
        """
        krach, lärm, radau, rabatz, gebrummt, brumm*, gehupt, gedudelt, alarm, geheult, gefiept, fiept*,
        geläutet, läutet*, vibriert, theater, aufgeweckt, geweckt, gebimmelt, gemeckert, signalton, töne
        """
    ),
    "open": phrases(
        """
        ungeklärt*, unerledigt*, liegengeblieben, niemand gekümmert, keiner gekümmert, keiner bestätigt,
        übrig, noch nicht erledigt, wartet noch, unbeantwortet*
        """
    ),
    "acknowledge": phrases(
        """
        erledigt, abgestellt, ausgeschaltet, gekümmert, abgesegnet, weggeklickt, angenommen
        """
    ),
    "device": phrases(
        """
        kasten, kästchen, ding, apparat, apparatur, dings, sender, rekorder, hardware, technik,
        verbindung, kontakt, signalstärke, ladung, läuft noch, hält noch, lebt noch, synchron*
        """
    ),
    "battery": phrases(
        """
        ladung, leer, voll, akkustand, hält der akku, hält noch, reicht der, reicht noch, energie,
        füllstand, nachladen
        """
    ),
    "note": phrases(
        """
        gesagt habe, dir gesagt, dir erzählt, erzählt, vorgelesen, lies vor, vorlesen, meine worte,
        kommentar*, bemerkung*, anmerkung*, diktiert, hingekritzelt, beschwert, geklagt, hinterlegt
        """
    ),
    "summary": phrases(
        """
        fazit, urteil, bilanz, kurzum, im überblick, wie stehe ich, wie steh ich, lage, zustand,
        gesamtbild, kernaussage*, das wesentliche, in ordnung gewesen, wie liefs, wie lief s, wie lief
        das, alles normal, alles im lot, im lot, alles im grünen, gut durch die nacht, durchgekommen,
        gut überstanden, überstanden, wie schlägt sich, wie ging s, stand der dinge
        """
    ),
    "source": phrases(
        """
        dahinter, steckt dahinter, eingeflossen, flossen ein, welche daten, wie viele fenster,
        nachvollzieh*, überprüf*, beleg mir, überzeug*, woraus, woher hast, woher nimmst, gestützt,
        methode, herkunft, zustande, glaubwürdig*, verlässlich*
        """
    ),
    "define": phrases(
        """
        wie heißt, nennt man, bezeichnet man, wie nennt, begriff für, wort für, in einfachen worten, auf
        deutsch
        """
    ),
    "meaning": phrases(
        """
        wie heißt das wenn, nennt man, wie nennt, begriff für, wort für, in einfachen worten, auf
        deutsch
        """
    ),
    "correction": phrases(
        """
        mein fehler, vertan, verwechselt, quatsch, streich das, vergiss das, ich dachte an, gemeint,
        besser gesagt, beziehungsweise, anders, ups, hoppla, nee
        """
    ),
    "also_about": phrases(
        """
        genauso, ebenso, desgleichen, gleiche frage, wiederhol*, und dann, danach, noch mal, nochmals
        """
    ),
    "why": phrases(
        """
        wozu, was steckt hinter, was war der grund, grund, grund für, warum nur, wieso denn, weswegen
        """
    ),
}
