"""German words that mean danger together: parts of the body, sensations, people."""

from typing import Final

from agent.phrases import phrases

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    "chest": phrases(
        """
        brust, brustkorb, brustbein, brustbereich, brustraum, brusthöhle, oberkörper, thorax,
        herzgegend, linke schulter, hinter den rippen, rippen, brustseite, brustkasten, brustkorbs,
        hinterm brustbein, linke brust, busen, herz
        """
    ),
    "pain": phrases(
        """
        schmerz*, schmertz*, weh, weg tut, sticht, stechen*, stich, stiche, druck, drückt, drücken,
        brennt, brennen*, brenn, eng, enge, engegefühl, zugeschnürt, schnürt, zusammengeschnürt,
        zieht, ziehen, krampft, krampf, krämpfe, elefant, schwer, schwere, last, gewicht, stein,
        zerreißt, reißt, reißen, explodiert, zerspringt, presst, pressen, klemmt, gequetscht,
        quetscht, messer, unerträglich*, spannt, beklemm*, schraubstock, ring um, platzt, sprengt,
        zerdrückt, zusammendrück*, zusammengedrückt, zerquetsch*, brennend*, würgt, dreht sich um,
        stimmt etwas nicht, stimmt was nicht, wringt, einschnür*, explodier*, hämmert, eisern*,
        panzer, klammer, ring, tut, wehtut, weh tut, quetsch*, liegt, sitzt jemand, sitzt,
        tonnengewicht, zentner*, tonne, laster, lkw, felsbrocken, amboss, schraubzwinge, ziept,
        pocht, beißt, bohrt, bohrend*, schneidet, verbrennt, feuer, glüht, eingeschnürt,
        eingeklemmt, zerreißen, zerspringen, platzen, schmerzend*, aua, wie verrückt
        """
    ),
    "self": phrases(
        """
        ich, mir, mich, mein, meine, meinen, meinem, meiner, er, sie, ihm, ihr, ihn, sein, seine,
        es, mann, frau, mutter, vater, mama, papa, oma, opa, sohn, tochter, kind, bruder, schwester,
        freund, freundin, nachbar*, kollege, kollegin, jemand, starke*, stark, heftig*, schlimm*,
        plötzlich*, furchtbar*, unerträglich*, tut, fühlt, da, so, seit, hilfe, wie, unser, unsere,
        unserem, als, höllisch, wahnsinnig, kaum, fürchterlich, furchtbares, schrecklich*,
        entsetzlich*, gerade, jetzt, total
        """
    ),
    "owned_pain": phrases(
        """
        ich habe brustschmerz*, habe brustschmerz*, hab brustschmerz*, habe schmerzen in der brust,
        meine brustschmerzen, hat brustschmerz*, bekomme gerade brustschmerzen, starke
        brustschmerz*, plötzlich brustschmerz*, jetzt brustschmerz*, wieder brustschmerz*,
        brustschmerzen und, druck auf der brust habe, brustenge, schmerzen in der brust, schmerzen
        in meiner brust, schmerz in meiner brust, druck auf meiner brust, brustschmerzen seit,
        brustschmerzen die, brust tut weh, brust schmerzt, brust weh, hab brustweh, brustweh, druck
        hinter dem brustbein, brennen hinter dem brustbein, engegefühl hinter, enge hinter dem
        brustbein, schmerzen hinter dem brustbein, herzenge
        """
    ),
    "chest_pain": phrases(
        """
        brustschmerz*, brustschmertz*, schmerzen in der brust, schmerz in der brust, schmerzen in
        brust, druck auf der brust, druck auf brust, druck in der brust, enge in der brust,
        engegefühl in der brust, stechen in der brust, brust tut weh, angina pectoris anfall,
        herzschmerz*, brust schmerz*, brust schmerzt, brust tut _ weh, brust weh, brsutschmerz*,
        schmerzen brust, stechen in brust, brustdruck, druck brust, brennen in der brust, brennen
        hinter dem brustbein
        """
    ),
    "heart_pain": phrases(
        """
        herz tut weh, herz tut _ weh, herz schmerzt, herz sticht, stechen im herz*, stiche im herz*,
        schmerzen im herz*, schmerz im herz*, herzstechen, herzschmerz*, herz zerreißt, herz
        krampft, herz verkrampft, druck auf dem herz*, mir tut _ herz weh, herz tut so weh, herz
        brennt, herz drückt, herz wird zerquetscht, stich ins herz, stechen in der herzgegend,
        schmerzen in der herzgegend, herz zieht sich zusammen
        """
    ),
    "arm_pain": phrases(
        """
        linken arm zieht, in den linken arm, linker arm _ weh, linker arm schmerzt, linker arm tut,
        schmerzen im linken arm, schmerz im linken arm, strahlt in den arm, strahlt _ arm aus,
        strahlt in den kiefer, zieht _ kiefer, ausstrahlung in, schmerzen zwischen den
        schulterblättern _ schwitz*, arm und kiefer, zieht in den arm, zieht in den linken, strahlt
        in den, strahlt in die schulter, strahlt aus in, zieht in den kiefer, zieht in den rücken,
        kiefer schmerz* und, beide arme tun weh, arm kribbelt und, der arm kribbelt
        """
    ),
    "limb": phrases(
        """
        arm, arme, bein, beine, beinen, hand, hände, fuß, füße, gesicht, wange, finger, unterkörper,
        gliedmaßen, seite, körper, körperseite, gesichtshälfte, gesichtsseite
        """
    ),
    "dead_limb": phrases(
        """
        nicht mehr bewegen, nicht bewegen, nicht mehr heben, nicht heben, nicht mehr anheben, nicht
        mehr spüren, nicht spüren, nicht mehr fühlen, spüre _ nicht mehr, fühle _ nicht mehr, spürt
        _ nicht, kein gefühl, kein gefühl mehr, gefühllos, taub, plötzlich taub, ist taub, sind
        taub, taubheitsgefühl, keine kraft, kraftlos, plötzlich schwach, hängt herunter, hängt
        schlaff, schlaff, gehorcht nicht, gelähmt, wie gelähmt, wie tot, abgestorben, kann _ nicht
        mehr bewegen, kann _ nicht mehr heben, lässt sich nicht, fällt runter, hängt runter, hängt
        nur, baumelt, spüre nichts, kein gefühl in, ohne gefühl, plötzlich lahm, lahm, versagt,
        knickt weg, gefühl mehr
        """
    ),
    "attack": phrases(
        """
        habe einen herzinfarkt, hab einen herzinfarkt, hat einen herzinfarkt, ich glaube
        herzinfarkt, bekomme einen herzinfarkt, kriege einen herzinfarkt, ist das ein herzinfarkt,
        wie ein herzinfarkt, herzinfarkt jetzt, gerade einen herzinfarkt, herzinfarkt hilfe, einen
        herzinfarkt gerade, das ist ein herzinfarkt, einen herzinfarkt zu haben, vermutlich
        herzinfarkt, habe einen herzanfall, herzattacke, herzinfarkt hab*, nen herzinfarkt, n
        herzinfarkt, herzinfarkt bekomm*, glaub herzinfarkt, glaube es ist ein herzinfarkt, es ist
        ein herzinfarkt, könnte ein herzinfarkt, einen infarkt, nen infarkt, habe einen infarkt, hat
        einen infarkt, herzinfarkt oder, kriegt einen herzinfarkt, bekommt einen herzinfarkt,
        herzanfall
        """
    ),
    "stopped": phrases(
        """
        herz ist stehen geblieben, herz ist stehengeblieben, herz steht still, herz hat aufgehört,
        herz schlägt nicht, herz schlägt nicht mehr, ich sterbe, ich glaube ich sterbe, im sterben,
        liegt im sterben, muss sterben, werde sterben, stirbt gerade, er stirbt, sie stirbt,
        todesangst, gleich sterben, gefühl zu sterben, sterbe gerade, ich muss sterben, hab das
        gefühl zu sterben, herz setzt aus und, herz bleibt stehen, herz blieb stehen
        """
    ),
    "device": phrases(
        """
        defi, defibrillator, icd, herzschrittmacher, schrittmacher, implantat, gerät, das gerät in
        meiner brust, gerät in der brust, kasten in der brust, crt, defis
        """
    ),
    "shock": phrases(
        """
        geschockt, schock, schocks, schockt, schock abgegeben, ausgelöst, löst aus, auslöst,
        stromstoß, stromschlag, stromschläge, stromstöße, elektroschock*, schläge abgegeben, einen
        schlag, schläge versetzt, schlag versetzt, schlag bekommen, schläge bekommen, gewischt,
        schocks bekommen, schock bekommen, geschockt worden, gefeuert, geballert, einen stromschlag,
        dreimal ausgelöst, elektrisiert
        """
    ),
    "bleeding": phrases(
        """
        blutet, blute, blutung, blut, bluten, blutend, geblutet, verblutet
        """
    ),
    "unstopped": phrases(
        """
        hört nicht auf, hört gar nicht, nicht aufhör*, nicht stillen, nicht zu stillen, überall, strömt,
        spritzt, in strömen, nicht mehr auf, kein ende, läuft und läuft, stark, heftig, wie verrückt,
        alles voll, literweise, lässt sich nicht, pulsierend, unkontrollier*, schwer, vaginal*
        """
    ),
    "near_faint": phrases(
        """
        schwindlig, schwindelig, schwindel, schwummrig, schwarz vor augen, fast ohnmächtig, beinahe
        ohnmächtig, fast umgekippt, beinahe umgekippt, fast in ohnmacht, fast zusammengebrochen,
        benommen, flau, schwach auf den beinen, dreht sich alles, alles dreht sich, wackelig, fast
        umgefallen, schummrig, duselig, drehschwindel, weiche knie, wacklig, beinahe weggekippt,
        fast weggekippt, schwindelanfall
        """
    ),
    "person": phrases(
        """
        ich, mir, mich, mein, meine, meinen, meinem, meiner, er, sie, ihm, ihr, ihn, wir, uns, mann,
        frau, mutter, vater, mama, papa, oma, opa, großmutter, großvater, sohn, tochter, kind,
        kinder, baby, säugling, bruder, schwester, freund, freundin, nachbar*, kollege, kollegin,
        jemand, patient*, mensch, person, enkel*, tante, onkel, der kleine, die kleine, mutti, vati,
        chef, gast, schatz, partner*, junge, mädchen, unser, unsere, unserem, frau nebenan, alter
        mann, alte dame, omi, opi, papi, mami, patientin, bewohner*, kumpel, cousin, cousine,
        schwiegermutter, schwiegervater, lebensgefährt*, bin
        """
    ),
    "simile": phrases(
        """
        als ob, als würde, als wäre, als wenn, als säße, als stünde, als hätte, wie ein, wie eine, wie
        wenn, fühlt sich an
        """
    ),
    "speech": phrases(
        """
        spricht, sprechen, redet, reden, sprache, worte, wörter, wort, satz, gesprochen, aussprache,
        sprachlos
        """
    ),
    "impaired": phrases(
        """
        wirr, undeutlich, lall*, verwaschen*, unverständlich*, komisch, seltsam, betrunken,
        besoffen, kann nicht, kein, keinen, verwirrt, durcheinander, unzusammenhängend, schwer
        verständlich, verwaschen, wirres, unsinn, quatsch, kauderwelsch, nicht mehr, nicht
        verstehen, kaum zu verstehen, falsche wörter, lallend
        """
    ),
    "face": phrases("mund, mundwinkel, gesicht, lächeln, augenlid, auge, wange, lippe"),
    "droop": phrases(
        """
        hängt, hängen, hängend, schief, verzogen, runter, herab, taub, gelähmt, einseitig, hängt
        runter, hängt herunter, hängt herab, asymmetrisch, verschoben, runtergerutscht, fällt herab,
        auf einer seite
        """
    ),
    "ingested": phrases(
        """
        getrunken, trank, geschluckt, schluckte, verschluckt, gegessen, genommen, eingenommen,
        gespritzt, gefressen, runtergeschluckt, reingeschluckt, intus
        """
    ),
    "poison": phrases(
        """
        reiniger, rohrreiniger, abflussreiniger, bleiche, chlor, spülmittel, gift, benzin,
        frostschutzmittel, säure, lauge, batterie, knopfzelle, lampenöl, pilze, rattengift,
        waschmittel, entkalker, chemikalien, spülmaschinentab*, putzmittel, toilettenreiniger,
        klorreiniger, terpentin, verdünnung, klebstoff, tollkirsche*, beeren
        """
    ),
    "lots": phrases(
        """
        handvoll, zu viele, zu viel, ganze, ganzen, ganzes, flasche, packung, schachtel, alle,
        sämtliche, haufen, dutzende, auf einmal, alle meine, jede, absichtlich, zwanzig, dreissig,
        fünfzig, zehn, fünfzehn, überdosis, extra viele, viel zu viele, viel zu viel, den ganzen
        """
    ),
    "pills": phrases(
        """
        tablette*, pille*, kapsel*, medikament*, schlafmittel, schlaftabletten, paracetamol,
        aspirin, insulin, betablocker*, bisoprolol, metoprolol, digoxin, blutverdünner, marcumar,
        antidepressiv*, morphium, *tabletten, *pillen, *medikamente, pillen, tabletten,
        herztabletten, schlafmitteln, medis, eliquis, concor, beloc, opiate, tropfen
        """
    ),
    "down": phrases(
        """
        liegt, lag, am boden, auf dem boden, im treppenhaus, gestürzt, hingefallen, umgefallen,
        runtergefallen, vom stuhl, gefallen, gefunden, liegt am, am fußboden, zu boden, im bad, auf
        der treppe, in der küche, runtergestürzt
        """
    ),
    "still": phrases(
        """
        rührt sich nicht, bewegt sich nicht, antwortet nicht, spricht nicht, reagiert nicht, steht
        nicht auf, kommt nicht hoch, kommt nicht mehr hoch, öffnet die augen nicht, blass, bleich,
        regungslos, nicht ansprechbar, verwirrt, bewusstlos, atmet, rührt sich, sagt nix, sagt
        nichts, nix mehr, nichts mehr, bewegt sich, ganz grau, grau im gesicht, aschfahl, rührt,
        keine antwort, gibt keine
        """
    ),
    "clutch": phrases(
        """
        greift sich, fasst sich, hält sich, packt sich, griff sich, fasste sich, hielt sich, krallt,
        fasst sich an, greift sich an, hält sich die, hand auf der, hände auf der, drückt die hand
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
