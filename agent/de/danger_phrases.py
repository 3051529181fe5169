"""German phrases that mean danger by themselves."""

from typing import Final

from agent.phrases import phrases

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "breath": phrases(
        """
        keine luft, kaum luft, kaum noch luft, nicht genug luft, zu wenig luft, keine luft mehr,
        luft weg, luft bleibt, bleibt _ luft weg, luftnot, atemnot, nicht atmen, nicht mehr atmen,
        nicht richtig atmen, atmet nicht, atmet nicht mehr, atmet kaum, kaum atmen, schwer atmen,
        schlecht atmen, atmen fällt, nicht durchatmen, aufgehört zu atmen, hört auf zu atmen,
        atemstillstand, ersticke*, erstickt, erstickung*, am ersticken, ringt nach luft,
        ringe nach luft, ringen nach luft, schnappt nach luft, schnappe nach luft, nach luft schnapp*,
        japst, röchelt, blau angelaufen, läuft blau, lippen _ blau, blaue lippen, blau im gesicht,
        blau im _ gesicht, ganz blau, wird blau, verschluckt und, kehle _ zu, hals _ zugeschwoll*,
        hals schwillt, zunge schwillt, zunge _ geschwollen, zunge _ anschwell*, hals geht zu, hals _ zu,
        kurzatmig, außer atem, kriegt keine luft, kriege keine luft, krieg keine luft,
        bekommt keine luft, bekomme keine luft, bekomm keine luft, anaphylak*, keinen atem, ertrunken,
        ertrinkt, untergegangen, krieg ka luft, ka luft, kei luft, keene luft, krieg kaum luft,
        bekomme kaum luft, bekomm kaum luft, krieg keine, krieg nicht genug luft, krieg zu wenig luft,
        keine luft krieg*, keine luft bekomm*, luft wird knapp, luft geht aus, geht die luft aus,
        luft wegbleibt, atme kaum, kann kaum atmen, kann nicht mehr atmen, atmung setzt aus,
        atmung ausgesetzt, nicht am atmen, atmet ganz flach, atmet komisch, atmet so komisch,
        schnappatmung, läuft blau an, blaue fingernägel, lippen sind blau, lippen werden blau,
        im hals stecken, kriegt kaum luft, bekommt kaum luft, ringt um luft, ringe um luft,
        atemnot habe, hilfe luft, kein sauerstoff, verschluckt, schlecht luft, bekomme schlecht luft,
        kriege schlecht luft, luft kriegen, atemwege, schwellung im hals, schnürt mir die luft,
        würgt mich, immer schlechter luft, schlechter luft, spray hilft nicht, inhalator hilft nicht,
        zyanose, atmung setzt, atmung wird, schnauft komisch, schnauft so komisch,
        komische geräusche beim atmen
        """
    ),
    "collapse": phrases(
        """
        umgekippt, umgefallen, umkippt, kippt _ um, kippte _ um, zusammengebrochen, zusammengesackt,
        sackt zusammen, bricht zusammen, brach zusammen, kollabiert, kollaps, bewusstlos*, ohnmächtig,
        ohnmacht, in ohnmacht, ohnmachtsanfall, nicht ansprechbar, nicht mehr ansprechbar,
        reagiert nicht, reagiert nicht mehr, reagiert auf nichts, rührt sich nicht, bewegt sich nicht,
        bewegt sich nicht mehr, wacht nicht auf, wacht nicht mehr auf, nicht aufwachen, nicht wach zu,
        nicht wach bekommen, nicht wecken, nicht aufwecken, antwortet nicht, antwortet nicht mehr,
        keinen puls, kein puls, puls nicht, puls weg, krampfanfall, krampft, epileptischen anfall,
        epileptischer anfall, epilepsieanfall, krampfanfälle, zuckt am ganzen, zuckt überall,
        schaum vor dem mund, am boden liegt, liegt am boden, liegt auf dem boden, liegt leblos, leblos,
        herzstillstand, weggetreten, bewusstsein verloren, bewusstsein verliert,
        verliert das bewusstsein, verliere das bewusstsein, schwarz vor augen geworden und, weggekippt,
        nicht mehr zu sich, kommt nicht zu sich, starrt ins leere, zu boden gestürzt, gestürzt und,
        hingefallen und, gestürzt _ reagiert, schlaff, ganz schlaff, keine antwort, gibt keine antwort,
        keine reaktion, nicht wach, wacht nicht, nicht zu wecken, regungslos, sieht tot aus, wie tot da,
        zusammengeklappt, klappte zusammen, weggesackt, zusammengesunken, nicht wachzukriegen,
        nicht wach zu kriegen, nicht wachkriegen, nicht mehr wach, krieg ihn nicht wach,
        krieg sie nicht wach, bekomme sie nicht wach, bekomme ihn nicht wach, liegt da und,
        liegt reglos, reglos, nicht bei bewusstsein, ohne bewusstsein, bewußtlos, nicht bei sich,
        reagiert nimmer, rührt sich nimmer, sagt nix mehr, sagt nichts mehr, kein lebenszeichen,
        keine lebenszeichen, krampfen, krampft am, am krampfen, anfall gerade, hat einen anfall,
        einen krampfanfall, verdreht die augen, augen verdreht, umgekippt bin, bin umgekippt,
        vom stuhl gekippt, vom stuhl gefallen, in ohnmacht gefallen, ohnmächtig geworden,
        spüre keinen puls, fühle keinen puls, finde keinen puls, ich spüre seinen puls nicht,
        kreislaufkollaps, zuckt und, zuckt am, bewusstseinsverlust, unkontrolliertes zittern,
        krämpfe am ganzen, schwer zu wecken
        """
    ),
    "stroke": phrases(
        """
        mundwinkel hängt, mundwinkel _ hängt, mundwinkel hängen, hängender mundwinkel, mund hängt,
        mund ist schief, mund _ schief, schiefer mund, gesicht hängt, gesicht _ schief, gesichtshälfte,
        gesichtshälfte ist, gesicht ist taub, gesicht _ taub, redet wirr, redet _ wirr, spricht wirr,
        spricht _ wirr, spricht undeutlich, spricht _ undeutlich, lallt, lalle, redet unverständlich,
        spricht unverständlich, verwaschen*, sprache ist weg, sprache _ weg, kann nicht sprechen,
        kann nicht mehr sprechen, kann nicht richtig sprechen, kann nicht mehr reden, kann nicht reden,
        nicht mehr richtig sprechen, finde die worte nicht, findet die worte nicht, einseitig gelähmt,
        halbseitig, halbseitenlähmung, gelähmt, lähmung*, körperhälfte, eine seite _ taub,
        seite ist taub, seite _ gelähmt, linke seite taub, rechte seite taub, plötzlich blind,
        plötzlich nichts mehr sehen, sehe plötzlich nichts, sehe plötzlich doppelt, plötzlich doppelt,
        schlimmste kopfschmerzen, schlimmsten kopfschmerzen, vernichtungskopfschmerz,
        explodierende kopfschmerzen, einen schlaganfall hat, hat einen schlaganfall,
        habe einen schlaganfall, ich glaube schlaganfall, verdacht auf schlaganfall,
        ist das ein schlaganfall, hirnblutung, plötzlich verwirrt, schlaganfall hilfe,
        schlaganfall meine, einen schlaganfall bekommen gerade, kann _ nicht mehr sprechen,
        kann _ nicht sprechen, kann _ nicht mehr reden, kann _ nicht reden, nicht mehr sprechen,
        bringt kein wort, bringt keinen satz, bringt keine worte, findet keine worte, redet komisch,
        spricht komisch, redet unsinn, redet nur noch, redet durcheinander, redet verwaschen,
        ist ein schlaganfall, glaube ein schlaganfall, schlaganfall gerade, einen schlaganfall,
        nen schlaganfall, schlaganfall hat, gesicht auf einer, gesicht ist auf einer,
        auf einer seite schief, ganze seite taub, seite _ taub, körperseite, halbe gesicht,
        halbes gesicht, halber körper, schiefes gesicht, schiefes lächeln, lächeln ist schief,
        mund nach unten, sieht plötzlich nichts, auf einem auge blind, auge blind, sehe auf einem auge,
        sehe doppelt, plötzlich heftigste kopfschmerzen, schlimmste kopfweh, stärkste kopfschmerzen,
        nicht mehr gerade stehen plötzlich, arm hängt, arm fällt runter, hirnschlag, schlagerl,
        gesichtslähmung, sehverlust, plötzliche schwäche, schwäche im arm, armschwäche, sprachstörung*,
        sprechstörung*, seitenschwäche, plötzlich stärkste kopfschmerzen,
        plötzlich heftige kopfschmerzen, plötzliche heftige kopfschmerzen, plötzliche verwirrtheit,
        weiß nicht wo ich bin
        """
    ),
    "suicide": phrases(
        """
        nicht mehr leben, nicht leben, nicht länger leben, umbringen, bringe mich um, bring mich um,
        mich umbringe, mir das leben nehmen, das leben nehmen, mein leben beenden, leben beenden, leben
        ein ende, ein ende setzen, ein ende machen, schluss machen mit allem, schluss mit allem, schluss
        mit meinem leben, schluss mit dem leben, allem ein ende, sterben will, will sterben, möchte
        sterben, will nur noch sterben, wünschte ich wäre tot, wäre lieber tot, lieber tot, will tot
        sein, möchte tot sein, keinen sinn mehr, kein sinn mehr, sinnlos _ leben, leben ist sinnlos,
        leben hat keinen sinn, nicht mehr weiterleben, nicht weiterleben, nicht mehr aufwachen, nicht
        mehr da sein, ohne mich besser, besser ohne mich, selbst verletzen, mich ritzen, ritze mich,
        pulsadern, vor den zug, von der brücke springen, vom dach springen, aufhängen will, mich
        aufhängen, erhängen, mich erschießen, lebensmüde, kann nicht mehr weiter, will nicht mehr hier
        sein, will nicht mehr auf der welt, mich vergiften, abschiedsbrief, brief geschrieben _
        abschied, will nicht mehr, kein bock mehr zu leben, keinen bock mehr zu leben, keine lust mehr
        zu leben, keine lust mehr auf das leben, keine kraft mehr zu leben, mag nicht mehr leben, mag
        nimmer leben, nimmer leben, möchte _ sterben, will _ sterben, würde gern sterben, möchte tot,
        wäre gern tot, wenn ich tot wäre, besser tot, besser wenn ich tot, wäre es besser wenn ich, wäre
        besser wenn ich, ohne mich _ besser, besser dran ohne, allen zur last, nur noch eine last,
        niemand würde mich vermissen, keiner würde mich vermissen, mach schluss, mache schluss, schluss
        machen mit dem leben, ich beende es, beende alles, alles beenden, es beenden, ein ende bereiten,
        nicht mehr aufwache, nie mehr aufwachen, nie wieder aufwachen, für immer schlafen, für immer
        einschlafen, abschiedsbriefe, verabschiede mich für immer, tabletten gesammelt, sammle
        tabletten, reicht um zu sterben, um zu sterben, um mich umzubringen, umzubringen, töten will,
        mich töten, mich selbst töten, mich verletzen, mir was antun, mir etwas antun, was anzutun,
        leben satt, des lebens müde, keinen ausweg mehr, nicht mehr auf dieser welt, von der brücke,
        mich vor den zug, vor einen zug, springe vom, hat keinen sinn mehr, es hat alles keinen, mein
        leben ist vorbei, sinn mehr im leben, wieviele _ um zu sterben, wie viele _ um zu sterben, mich
        erhängen, mich ertränken, mich anzünden, mich verbrennen, mich erstechen, mich ersticken, mich
        aufschlitzen, mich schneiden, ich ritze, mich verhungern, hänge mich auf, häng mich auf,
        aufzuhängen, zu erhängen, zu erschießen, selbst umbringen, ohne mich glücklicher, glücklicher
        ohne mich, wenn ich verschwinden würde, verschwinden für immer, für immer verschwinden, aufhören
        zu existieren, nicht mehr existieren, nie geboren, gegen einen baum, meinen tod, planen zu
        sterben, springen will, runterspringen, von der klippe, schmerz beenden, leiden beenden, alle
        diese tabletten nehmen, alle tabletten nehmen, niemand würde es merken wenn ich, niemand würde
        mich, niemandem fehlen, niemand merkt wenn ich, keiner merkt wenn ich, keinem fehlen, stimmen
        sagen mir, tabletten gehortet, tabletten aufgehoben und
        """
    ),
    "overdose": phrases(
        """
        zu viele tabletten, zu viele pillen, zu viel medikament*, zu viele medikamente, zu viel
        davon genommen, alle tabletten, alle pillen, ganze packung, ganze schachtel, ganze flasche,
        alle meine tabletten, tabletten geschluckt, überdosis, überdosiert, vergiftet, vergiftung, #
        tabletten _ genommen, # tabletten genommen, # tabletten geschluckt, # _ pillen geschluckt, #
        pillen, handvoll tabletten, spülmittel getrunken, reiniger getrunken, bleiche getrunken,
        gift geschluckt, knopfzelle _ verschluckt, batterie verschluckt, knopfbatterie _
        verschluckt, doppelte dosis genommen und, kohlenmonoxid, zu viel genommen, tabletten auf
        einmal, zu viele betablocker, viel zu viele, zu viele davon, zu viele von, zuviele
        tabletten, zu viel bisoprolol, # _ genommen was jetzt, # stück genommen, # bisoprolol, #
        betablocker, # metoprolol, # eliquis, # schlaftabletten, # paracetamol, alle pillen
        genommen, alles geschluckt, alle genommen, die ganze packung, den ganzen blister, ganzen
        blister
        """
    ),
    "emergency": phrases(
        """
        krankenwagen, rettungswagen, notarzt, rettungsdienst, sanitäter, ruf* _ hilfe, hilfe holen,
        holt hilfe, hol hilfe, schnell hilfe, brauche hilfe, brauchen hilfe, hilfe bitte, bitte hilfe,
        brauche dringend, notfall, ein notfall, ruf die 112, ruft die 112, rufen sie die 112, ruf 112,
        brauche sofort einen arzt, einen arzt schnell, blutet stark, blute stark, starke blutung,
        blutung hört nicht, hört nicht auf zu bluten, verblute*, spucke blut, spuckt blut,
        blut gespuckt, blut erbrochen, erbreche blut, erbricht blut, huste blut, hustet blut,
        bluthusten, schwanger _ blut*, stromschlag bekommen, schwer verletzt, schwere verbrennung*,
        kranknwagen, ambulanz, hubschrauber, rettung rufen, rettung schnell, ruft die rettung, ruft wen,
        ruf jemand, hilfe hilfe, brauch hilfe, brauchen schnell, hilfe schnell, zu hilfe, sos,
        112 rufen, schnell einen arzt, arzt schnell, blut überall, überall blut, blutet wie, blutet und,
        blutet ohne, verbluten, blutung nicht, blutet durch, kotze blut, kotzt blut, blut kotz*,
        blut gehustet, blut im stuhl, niedergestochen, angeschossen, allergischer schock,
        allergischen schock, allergische reaktion und, wespenstich und, bienenstich und,
        ausschlag und kaum luft, epipen, überfahren worden, angefahren worden
        """
    ),
}
