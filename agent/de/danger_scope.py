"""German phrases that take a danger back, soften it, or bring it into the present."""

from typing import Final

from agent.phrases import phrases

SCOPE: Final[dict[str, tuple[str, ...]]] = {
    "alternatives": phrases("oder, noch"),
    "no": phrases(
        """
        nicht, kein, keine, keinen, keiner, keinerlei, nie, niemals, ohne, weder, nichts, frei von
        """
    ),
    "not_no": phrases(
        """
        nicht mehr aus, nicht auf zu, hört nicht, nicht sicher, weiß nicht, nicht wissen, keine ahnung,
        nicht gut, nicht nur, nicht besser, geht nicht weg, nicht weg, nicht aushalten, nicht auszuhalten,
        nicht nachlass*, lässt nicht nach, kein witz, kein spaß, kein scherz, nicht lustig, nie was, nie
        etwas, vorher nie, noch nie so, nie so
        """
    ),
    "hypothetical": phrases(
        """
        wenn ich, wenn er, wenn sie, wenn mein*, wenn jemand, wenn man, wenn die, wenn das, falls,
        im fall, was wäre, angenommen, was soll ich tun wenn, was mache ich wenn, was tun bei, was
        tun wenn, was passiert, wann soll, wann sollte, wann muss, wann ruft, kann vorhofflimmern,
        kann das, kann ein, können, könnte vorhofflimmern, was sind, was ist, was bedeutet, was
        heißt, woran erkenn*, wie erkenn*, anzeichen, symptome, symptom von, ursachen, ursache,
        risiko*, gefahr von, unterschied zwischen, erkennst du, erkennt hearth, erkennt das,
        bemerkst du, merkst du, siehst du, kannst du, kannst du erkennen, erzähl mir von, erkläre,
        warum bekommt man, warum werden, angst vor, sorge vor, vorbeugen, wahrscheinlichkeit, wie
        wahrscheinlich, wie ist die, führt vorhofflimmern, löst vorhofflimmern, sollte man, soll
        man, ob ich, ob man, wie oft, was sagt, welche, fragt ob, wollte wissen ob, gelernt was,
        gelernt wie, wenn nachts, hätte wer, wissen möchte ob
        """
    ),
    "not_hypothetical": phrases("als wenn, als ob wenn"),
    "generic": phrases(
        """
        symptom, symptome, anzeichen, nebenwirkung*, wirkung von, wirkung vom, kommen von, kommt _ vom,
        kann _ vom, kann _ von den, zeichen von, zeichen für, bedeut*, risiko, erkenn*, messen,
        gemessen, ursache*, auslösen, verursach*
        """
    ),
    "asking": phrases(
        """
        was, warum, wieso, wann, wie, welche, welcher, können, sind, ist das, ist ein, ist
        vorhofflimmern, stirbt man, hinterlässt, würdest, würde
        """
    ),
    "about": phrases(
        """
        notiz, notizen, tagebuch, notiert, eingetragen, aufgeschrieben, protokoll, zeig mir, zeige
        mir, zeig, einträge, film, filme, serie, fernsehen, fernseher, radio, buch, roman, artikel,
        gelesen, lese gerade, podcast, nachrichten, zeitung, lied, spiel, quiz, kreuzworträtsel,
        gehört von, vortrag, kurs, erste hilfe kurs, übung, probealarm, geträumt, traum, albtraum,
        notrufnummer, notfallnummer, notfallkontakt, notfallknopf, gelernt, beigebracht, magazin,
        doku, prüfung, unterricht, lehrgang, video über, youtube
        """
    ),
    "long_past": phrases(
        """
        vor jahren, vor einem jahr, vor zwei jahren, vor drei jahren, vor vier jahren, vor fünf jahren,
        vor zehn jahren, vor # jahren, jahre her, vor monaten, letztes jahr, letzten sommer, letzten
        winter, vor dem bypass, vor seinem bypass, vor der operation, vor der op, im jahr 19#, im jahr
        20#, 19#, 20#, als kind, früher, damals, vor langer zeit, starb an, gestorben an, ist an _
        gestorben, verstarb, verstorben, in der familie, in meiner familie, familiengeschichte,
        vorgeschichte, seit meinem herzinfarkt, nach meinem herzinfarkt, nach meinem schlaganfall,
        letzten monat, vor wochen, letzte woche, in meinem leben, in der jugend, überlebt, verstorbener,
        verstorbene, als junge, als mädchen, als jugendliche*, als student*, vor langem, im frühjahr, im
        januar, im februar, im märz, im april, im mai, im juni, im juli, im august, im september, im
        oktober, im november, im dezember, mit 40, mit 50, mit 60, in 2009, seinerzeit
        """
    ),
    "recent_past": phrases(
        """
        gestern, letzte nacht, gestern abend, vorgestern, am montag, am dienstag, am mittwoch, am
        donnerstag, am freitag, am samstag, am sonntag, am wochenende, letzten montag, letzten dienstag,
        letzten mittwoch, letzten donnerstag, letzten freitag, letzten samstag, letzten sonntag,
        vergangenen montag, vergangenen sonntag, letztes wochenende, vor tagen, vor zwei tagen, neulich,
        letztens, diese woche
        """
    ),
    "asked_past": phrases(
        """
        hatte ich, hatte er, hatte sie, habe ich _ gehabt, war ich, war mein, war da, gab es, waren da,
        hat mein, als ich
        """
    ),
    "past_verb": phrases("hatte, gehabt, war, gewesen, wurde, gab"),
    "present": phrases(
        """
        jetzt, gerade, eben, im moment, momentan, aktuell, immer noch, noch immer, schon wieder, wieder,
        soeben, plötzlich, seit heute, seit einer, seit ein paar, seit stunden, seit minuten, heute
        morgen, heute nacht, tut weh, tut _ weh, schmerzt, wird schlimmer, ich habe schmerzen, habe
        starke, mir ist, akut
        """
    ),
    "exertion": phrases(
        """
        treppe*, treppen, sport, joggen, laufen, rennen, radfahren, bergauf, manchmal, oft, meistens, beim
        gehen, training, anstrengung, gelaufen, wandern
        """
    ),
    "exercise": phrases(
        """
        fitnessstudio, training, muskelkater, liegestütz*, hanteln, bankdrücken
        """
    ),
    "thing": phrases(
        """
        wlan, internet, verbindung, app, server, programm, rechner, computer, handy, telefon, akku,
        batterie, router, signal, kamera, gerät, stuhl, tisch, zelt, regal, wirtschaft, börse, aktie*,
        lampe, baum, fahrrad, auto, vase, glas, aufzeichnung, verstärker, netzteil, ladegerät, heizung,
        zaun, dach, brücke, markt, preise, gebäude, haus, leiter, system, netz
        """
    ),
    "topic": phrases(
        """
        notrufnummer, notfallnummer, notfallkontakt, notfallknopf, kein notfall, notfallpass, nummer vom,
        nummer des, test, probealarm
        """
    ),
    "posture": phrases(
        """
        eingeschlafen, kälte, kalt, gefroren, draufgelegen, zahnarzt, betäub*, spritze, narkose,
        überschlagen, vom sitzen, vom liegen, vom schlafen, falsch gelegen
        """
    ),
    "reason": phrases("weil"),
    "breaks": phrases("aber, jedoch, sondern, doch, weil, denn, bis"),
    "joints": phrases("und, oder, während, dann"),
    "subjects": phrases(
        """
        ich, mir, mich, mein, meine, meinen, meinem, er, sie, ihm, ihr, es, der, die, das, sein, seine,
        wir, kann, können, jetzt, ist, war, hat, habe, hab, hilfe, bitte, tut, mann, frau, oma, opa, mama,
        papa, plötzlich, was, wie, wann, soll, ihre, ihren, bekomme, kriege, reagiert, atmet, wacht, zieht
        """
    ),
}
