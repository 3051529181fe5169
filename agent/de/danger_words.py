"""German words that mean danger together: parts of the body, sensations, people."""

from typing import Final

from agent.phrases import phrases

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    "chest": phrases(
        """
        brust, brustkorb, brustbein, brustbereich, brustraum, brusthöhle, oberkörper, thorax, herzgegend,
        linke schulter, hinter den rippen, rippen, brustseite
        """
    ),
    "pain": phrases(
        """
        schmerz*, schmertz*, weh, weg tut, sticht, stechen*, stich, stiche, druck, drückt, drücken,
        brennt, brennen*, brenn, eng, enge, engegefühl, zugeschnürt, schnürt, zusammengeschnürt, zieht,
        ziehen, krampft, krampf, krämpfe, elefant, schwer, schwere, last, gewicht, stein, zerreißt, reißt,
        reißen, explodiert, zerspringt, presst, pressen, klemmt, gequetscht, quetscht, messer,
        unerträglich*, spannt, beklemm*, schraubstock, ring um, platzt, sprengt, zerdrückt,
        zusammendrück*, zusammengedrückt, zerquetsch*, brennend*, würgt, dreht sich um, stimmt etwas
        nicht, stimmt was nicht, wringt, einschnür*, explodier*, hämmert, eisern*, panzer, klammer, ring
        """
    ),
    "self": phrases(
        """
        ich, mir, mich, mein, meine, meinen, meinem, meiner, er, sie, ihm, ihr, ihn, sein, seine, es,
        mann, frau, mutter, vater, mama, papa, oma, opa, sohn, tochter, kind, bruder, schwester, freund,
        freundin, nachbar*, kollege, kollegin, jemand, starke*, stark, heftig*, schlimm*, plötzlich*,
        furchtbar*, unerträglich*, tut, fühlt, da, so, seit, hilfe, wie
        """
    ),
    "owned_pain": phrases(
        """
        ich habe brustschmerz*, habe brustschmerz*, hab brustschmerz*, habe schmerzen in der brust, meine
        brustschmerzen, hat brustschmerz*, bekomme gerade brustschmerzen, starke brustschmerz*, plötzlich
        brustschmerz*, jetzt brustschmerz*, wieder brustschmerz*, brustschmerzen und, druck auf der brust
        habe, brustenge
        """
    ),
    "chest_pain": phrases(
        """
        brustschmerz*, brustschmertz*, schmerzen in der brust, schmerz in der brust, schmerzen in brust,
        druck auf der brust, druck auf brust, druck in der brust, enge in der brust, engegefühl in der
        brust, stechen in der brust, brust tut weh, angina pectoris anfall, herzschmerz*
        """
    ),
    "heart_pain": phrases(
        """
        herz tut weh, herz tut _ weh, herz schmerzt, herz sticht, stechen im herz*, stiche im herz*,
        schmerzen im herz*, schmerz im herz*, herzstechen, herzschmerz*, herz zerreißt, herz krampft, herz
        verkrampft, druck auf dem herz*, mir tut _ herz weh
        """
    ),
    "arm_pain": phrases(
        """
        linken arm zieht, in den linken arm, linker arm _ weh, linker arm schmerzt, linker arm tut,
        schmerzen im linken arm, schmerz im linken arm, strahlt in den arm, strahlt _ arm aus, strahlt in
        den kiefer, zieht _ kiefer, ausstrahlung in, schmerzen zwischen den schulterblättern _ schwitz*,
        arm und kiefer
        """
    ),
    "limb": phrases(
        """
        arm, arme, bein, beine, beinen, hand, hände, fuß, füße, gesicht, wange, finger, unterkörper,
        gliedmaßen, seite, körper
        """
    ),
    "dead_limb": phrases(
        """
        nicht mehr bewegen, nicht bewegen, nicht mehr heben, nicht heben, nicht mehr anheben, nicht mehr
        spüren, nicht spüren, nicht mehr fühlen, spüre _ nicht mehr, fühle _ nicht mehr, spürt _ nicht,
        kein gefühl, kein gefühl mehr, gefühllos, taub, plötzlich taub, ist taub, sind taub,
        taubheitsgefühl, keine kraft, kraftlos, plötzlich schwach, hängt herunter, hängt schlaff, schlaff,
        gehorcht nicht, gelähmt, wie gelähmt, wie tot, abgestorben
        """
    ),
    "attack": phrases(
        """
        habe einen herzinfarkt, hab einen herzinfarkt, hat einen herzinfarkt, ich glaube herzinfarkt,
        bekomme einen herzinfarkt, kriege einen herzinfarkt, ist das ein herzinfarkt, wie ein herzinfarkt,
        herzinfarkt jetzt, gerade einen herzinfarkt, herzinfarkt hilfe, einen herzinfarkt gerade, das ist
        ein herzinfarkt, einen herzinfarkt zu haben, vermutlich herzinfarkt, habe einen herzanfall,
        herzattacke
        """
    ),
    "stopped": phrases(
        """
        herz ist stehen geblieben, herz ist stehengeblieben, herz steht still, herz hat aufgehört, herz
        schlägt nicht, herz schlägt nicht mehr, ich sterbe, ich glaube ich sterbe, im sterben, liegt im
        sterben, muss sterben, werde sterben, stirbt gerade, er stirbt, sie stirbt, todesangst, gleich
        sterben, gefühl zu sterben
        """
    ),
    "device": phrases(
        """
        defi, defibrillator, icd, herzschrittmacher, schrittmacher, implantat, gerät
        """
    ),
    "shock": phrases(
        """
        geschockt, schock, schocks, schockt, schock abgegeben, ausgelöst, löst aus, auslöst, stromstoß,
        stromschlag, stromschläge, stromstöße, elektroschock*, schläge abgegeben, einen schlag
        """
    ),
    "bleeding": phrases("blutet, blute, blutung, blut, bluten"),
    "unstopped": phrases(
        """
        hört nicht auf, hört gar nicht, nicht aufhör*, nicht stillen, nicht zu stillen, überall, strömt,
        spritzt, in strömen
        """
    ),
    "near_faint": phrases(
        """
        schwindlig, schwindelig, schwindel, schwummrig, schwarz vor augen, fast ohnmächtig, beinahe
        ohnmächtig, fast umgekippt, beinahe umgekippt, fast in ohnmacht, fast zusammengebrochen, benommen,
        flau, schwach auf den beinen, dreht sich alles, alles dreht sich, gleich um, gleich umkippen,
        wackelig
        """
    ),
    "person": phrases(
        """
        ich, mir, mich, mein, meine, meinen, meinem, meiner, er, sie, ihm, ihr, ihn, wir, uns, mann, frau,
        mutter, vater, mama, papa, oma, opa, großmutter, großvater, sohn, tochter, kind, kinder, baby,
        säugling, bruder, schwester, freund, freundin, nachbar*, kollege, kollegin, jemand, patient*,
        mensch, person, enkel*, tante, onkel, der kleine, die kleine, mutti, vati, chef, gast, schatz,
        partner*, junge, mädchen
        """
    ),
    "simile": phrases(
        """
        als ob, als würde, als wäre, als wenn, als säße, als stünde, als hätte, wie ein, wie eine, wie
        wenn, fühlt sich an
        """
    ),
    "speech": phrases("spricht, sprechen, redet, reden, sprache, worte, wörter, wort, satz"),
    "impaired": phrases(
        """
        wirr, undeutlich, lall*, verwaschen*, unverständlich*, komisch, seltsam, betrunken, besoffen, kann
        nicht, kein, keinen, verwirrt, durcheinander, unzusammenhängend, schwer verständlich
        """
    ),
    "face": phrases("mund, mundwinkel, gesicht, lächeln, augenlid, auge, wange, lippe"),
    "droop": phrases(
        """
        hängt, hängen, hängend, schief, verzogen, runter, herab, taub, gelähmt, einseitig
        """
    ),
    "ingested": phrases(
        """
        getrunken, trank, geschluckt, schluckte, verschluckt, gegessen, genommen, eingenommen, gespritzt
        """
    ),
    "poison": phrases(
        """
        reiniger, rohrreiniger, abflussreiniger, bleiche, chlor, spülmittel, gift, benzin,
        frostschutzmittel, säure, lauge, batterie, knopfzelle, lampenöl, pilze, rattengift, waschmittel,
        entkalker, chemikalien, spülmaschinentab*
        """
    ),
    "lots": phrases(
        """
        handvoll, zu viele, zu viel, ganze, ganzen, ganzes, flasche, packung, schachtel, alle, sämtliche,
        haufen, dutzende, auf einmal, alle meine, jede, absichtlich, zwanzig, dreissig, fünfzig
        """
    ),
    "pills": phrases(
        """
        tablette*, pille*, kapsel*, medikament*, schlafmittel, schlaftabletten, paracetamol, aspirin,
        insulin, betablocker*, bisoprolol, metoprolol, digoxin, blutverdünner, marcumar, antidepressiv*,
        morphium, *tabletten, *pillen, *medikamente
        """
    ),
    "down": phrases(
        """
        liegt, lag, am boden, auf dem boden, im treppenhaus, gestürzt, hingefallen, umgefallen,
        runtergefallen, vom stuhl, gefallen, gefunden
        """
    ),
    "still": phrases(
        """
        rührt sich nicht, bewegt sich nicht, antwortet nicht, spricht nicht, reagiert nicht, steht nicht
        auf, kommt nicht hoch, kommt nicht mehr hoch, öffnet die augen nicht, blass, bleich, regungslos,
        nicht ansprechbar, verwirrt, bewusstlos, atmet, rührt sich
        """
    ),
    "clutch": phrases(
        """
        greift sich, fasst sich, hält sich, packt sich, griff sich, fasste sich, hielt sich, krallt
        """
    ),
    "autonomic": phrases(
        """
        kalter schweiss, kaltem schweiss, kalten schweiss, kaltschweissig, schweissausbruch,
        schweissausbrüche, schweiss, schwitze, schwitzt, schwitzen, übel, übelkeit, kotzübel, erbreche,
        erbricht, blass
        """
    ),
    "odd": phrases("komisch, seltsam, merkwürdig, unangenehm, nicht in ordnung, flattert"),
}
