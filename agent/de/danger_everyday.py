"""German words of danger as they are said every day: dialect, slang, and how people tell what they see.

They stand beside the phrases of the same concept in the other tables.
"""

from typing import Final

from agent.phrases import phrases

EVERYDAY: Final[dict[str, tuple[str, ...]]] = {
    "came_to": phrases(
        """
        aufgewacht, wach geworden, zu mir gekommen, zu sich gekommen, wieder zu mir, wieder zu sich,
        wachte auf, wieder aufgewacht, munter worn, munter geworden
        """
    ),
    "ground": phrases(
        """
        boden, fußboden, flur, fliesen, teppich, treppe, badezimmer, badboden, küchenboden, gang,
        straße, wiese, gehweg, hausflur
        """
    ),
    "brought_up": phrases(
        """
        hust*, huste, hustet, gehustet, spuck*, spuckt, gespuckt, kotz*, kotzt, gekotzt, erbrech*,
        erbricht, erbrochen, speib*, würgt
        """
    ),
    "bad_colour": phrases(
        """
        aschfahl, kreidebleich, leichenblass, ganz grau, grau im gesicht, ganz lila, ganz blau,
        käseweiß, weiß wie die wand, weiß wie eine wand, wachsbleich, wachsweiß, schreckliche farbe,
        komische farbe im gesicht, farbe im gesicht verloren
        """
    ),
    "breath": phrases(
        """
        röchelt, röchel, röcheln, rasselt beim atmen, rasselnder atem, atmet nur noch stoßweise,
        atmet so komisch, schnauft nimmer, krieg keine luft, kriege keine luft, luft mehr krieg*,
        schnauf nimmer, kann nicht schnaufen, derschnauf, bekomm kei luft, lippen sind ganz blau,
        lippen ganz blau, blau um die lippen, blau um den mund, atmet fast nicht
        """
    ),
    "chest": phrases(
        """
        brüste, brustl, vorn auf der brust, brustgegend, rippenbogen, herzgrube
        """
    ),
    "pain": phrases(
        """
        druckts, drückts, brennts, stichts, reißts, schnürts, drückt zu, drückt ab, drückt zusammen
        """
    ),
    "device": phrases(
        """
        defi, schrittmacher defi, herzdefi, kastl, kästchen unterm schlüsselbein, das ding unterm
        schlüsselbein, unter dem schlüsselbein, unterm schlüsselbein, aggregat
        """
    ),
    "shock": phrases(
        """
        zugeschlagen, schlägt zu, schlägt dauernd, haut mir eine, eine gehauen, eine gewischt, eine
        verpasst, eins verpasst, getreten, tritt mich, losgegangen, geht dauernd los, geht los,
        feuert, schießt, abgefeuert, stromstöße, schocks
        """
    ),
    "limb": phrases(
        """
        linke seite, rechte seite, linken seite, rechten seite, linke hälfte, rechte hälfte, halbe
        seite, ganze seite, pfote, haxn, hax, pratze
        """
    ),
    "dead_limb": phrases(
        """
        ist weg, seite weg, einfach weg, fort, spür i nimmer, lässt alles fallen, lässt alles
        runterfallen, macht nicht mehr mit, will nicht mehr, geht nicht mehr, tut nicht mehr
        """
    ),
    "collapse": phrases(
        """
        zusammengekracht, zsammbrochen, zammbrochen, zammgebrochen, zusammenbrochen, zammgsackt,
        zammgesackt, zammgeklappt, zammgeklappt is, umgehaut, umghaut, hingfallen und, augen nicht
        auf, macht die augen nicht, macht die augen nicht auf, öffnet die augen nicht, schlägt die
        augen nicht, sagt nichts mehr, sagt kein wort mehr, rührt sich nicht mehr, rührt sich nicht,
        wie lange ich da lag, wie lang ich da lag, wie lange ich da gelegen, weiß nicht wie ich auf
        den boden, reagiert auf nix, krieg keine antwort, kriege keine antwort, liegt einfach da
        und, kein puls mehr, kein puls zu, keinen puls mehr, puls nicht mehr, leblos auf, liegt
        leblos, bewegt sich nimmer, kein mucks, gibt keinen mucks, schaum am mund, schaum vorm mund,
        schaum auf den lippen, schaum um den mund, ganz steif und
        """
    ),
    "stroke": phrases(
        """
        schlagerl, schlagl, schlag gekriegt, schlag bekommen, schlägle, gschlaganfall, nicht mehr
        richtig reden, nicht richtig reden, auf einmal nicht mehr reden, spricht auf einmal, redet
        auf einmal, lallt auf einmal, mund hängt, mund hängt runter, mundwinkel runter, halbseite,
        ganze linke seite, ganze rechte seite, linke seite weg, rechte seite weg, linke seite ist
        weg, rechte seite ist weg
        """
    ),
    "owned_pain": phrases(
        """
        brustschmerz ist wieder, brustschmerzen sind wieder, schmerz in der brust ist wieder, brust
        zu, brust ab
        """
    ),
    "attack": phrases(
        """
        herzkasper, herzkaschperl, herzschlag krieg, infarkt glaub ich, glaub infarkt, glaub ein
        infarkt
        """
    ),
    "overdose": phrases(
        """
        ganze schachtel, ganze packung, die ganze packung, alle auf einmal geschluckt, alles auf
        einmal geschluckt
        """
    ),
    "suicide": phrases(
        """
        mag nicht mehr leben, will nicht mehr leben, mag nicht mehr, mach mich weg, mich wegmachen,
        heimdrehen, mich hamdrahn, mir das leben, abtreten will, mit dem leben abgeschlossen, dem
        leben abgeschlossen
        """
    ),
    "emergency": phrases(
        """
        kommts schnell, kommen sie schnell, kommt bitte schnell, rettungsdienst schicken, sanka,
        notdoktor, schickts, rettung bitte
        """
    ),
    "misjudged": phrases(
        """
        dabei war es nur, dabei wars nur, war aber nur, war es nur, war dann nur, war bloß, wars
        bloß, stellte sich heraus, hat sich herausgestellt, war nur sodbrennen, nur sodbrennen, nur
        blähungen, war harmlos, fehlalarm
        """
    ),
    "mask": phrases(
        """
        fast einen herzinfarkt, beinahe einen herzinfarkt, fast nen herzinfarkt, fast einen
        herzkasper, fast einen infarkt, herzinfarkt gekriegt als, fast das herz stehen, fast das
        herz stehengeblieben, herz stehen als, herz stehengeblieben als, graue haare, haare grau,
        mörderisch*, ersticke in arbeit, ersticken in arbeit, ersticke im papierkram, zum sterben
        langweilig, sterbenslangweilig, tierisch, mordshunger
        """
    ),
    "topic": phrases(
        """
        rufst du selber, rufst du selbst, rufst du von, von selbst, von allein, automatisch, rufst
        du dann, rufst du auch, alarmierst du
        """
    ),
    "allergen": phrases(
        """
        erdnuss*, erdnüss*, nüsse, nuss, wespe*, biene*, hornisse*, gestochen, stich, krabben,
        garnelen, penicillin, antibiotik*
        """
    ),
    "reaction": phrases(
        """
        pfeift, pfeifen, schwillt, geschwollen, anschwell*, quaddeln, hals zu, hals eng, kribbelt,
        keine luft, ausschlag am ganzen, zugeschwollen
        """
    ),
    "lots": phrases(
        """
        zwei packungen, drei packungen, packungen, schachteln, blister, zwei schachteln, fläschchen
        """
    ),
    "heart_pain": phrases(
        """
        auf dem herzen sitzt, liegt auf dem herzen wie, sitzt auf meinem herz*, drückt aufs herz,
        drückt auf das herz, druck aufs herz, schwer ums herz und schmerz*
        """
    ),
    "arm_pain": phrases(
        """
        bis in den kiefer, bis in den unterkiefer, bis in den arm, bis zum kiefer, in den
        unterkiefer, runter in den arm, geht in den arm, zieht bis, ausstrahl* in den
        """
    ),
}
