"""German phrases that only sound like danger."""

from typing import Final

from agent.phrases import phrases

MASKS: Final[dict[str, tuple[str, ...]]] = {
    "mask": phrases(
        """
        brustgurt*, brustband*, brustpflaster*, brustsensor*, brusthaar*, brustmuskel*, brustschwimm*,
        brustkorbumfang, brusttraining, bankdrücken, gurt _ brust, pflaster _ brust, sensor _ brust,
        elektrode* _ brust, band _ brust, haut _ brust, brust juckt, juckt _ brust, akku _ tot, handy _
        tot, leitung _ tot, sterbe vor, sterben vor, todmüde, todlangweilig, lache mich tot, lachen mich
        tot, totlachen, totgelacht, zum totlachen, tot umfallen vor lachen, atemberaubend*, atemübung*,
        blutdruck, luftdruck, zeitdruck, unter druck, druck machen, unter strom, muskelkater, umgebracht
        vor lachen, bringt mich um den schlaf, die zeit totschlagen, zeit totschlagen, totschlagen,
        eingeschlafen, einschlafen, schlaf anfall, beim rasieren geschnitten, in den finger geschnitten,
        schock fürs leben, fast umgekippt, beinahe umgekippt, fast ohnmächtig, beinahe ohnmächtig, fast
        zusammengebrochen, fast in ohnmacht, beinahe in ohnmacht, fast bewusstlos, aus der puste, hunde,
        hund, das pflaster bringt mich um, bringt mich um den verstand, liebe auf den ersten, herzlich*,
        herz am rechten fleck, von herzen, schwarz auf weiß, magen brenn*, sodbrennen, nicht luft,
        frische luft, luftfeuchtigkeit, gute luft, die luft im, tot umgefallen vor, umgefallen vor,
        umfallen vor, tot vor, schock abgegeben letzte, sprechen wir, reden wir, mit anderen worten,
        gesicht zu gesicht, alle nächte, alle tage, einen schock bekommen als die, tür hängt, akku
        stirbt, akku _ stirbt, batterie stirbt, handy stirbt, handy _ gestorben, akku gestorben, sterben
        für ein, sterben für eine, training hat mich umgebracht, die treppe bringt mich um, bringt mich
        um, herz gebrochen, gebrochenes herz, herz für, herz schlägt für, brust raus, brustgurt, schluss
        für heute, schluss mit der, schluss mit den, schluss mit fragen, eng um die brust, stramm um die
        brust, fest um die brust, lockern, locker stellen, weiter stellen, aufzeichnung beenden,
        aufnahme beenden, beende die aufzeichnung, beende die, programm beenden, sitzung beenden, schlag
        getroffen, der schlag, zusätzliche schläge, schläge pro, herzschlag, herzschläge, extraschläge,
        schlagzeug, tot auf dem sofa, lach mich tot, lache mich kaputt, elektrode brennt, brennt _ haut,
        haut brennt, drückt der gurt, drückt das band, gurt drückt, gurt sitzt, band sitzt, gurt liegt,
        pflaster liegt, puls liegt, liegt mein, liegt der, liegt die, liegt daran, liegt das, liegt am
        gerät, panikattacke, wie liegt, stromausfall
        """
    ),
}
