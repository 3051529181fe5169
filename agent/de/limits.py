"""German words of medicines, and of asking for advice on them."""

from typing import Final

from agent.phrases import phrases

MEDICINES: Final[tuple[str, ...]] = phrases(
    """
    medikament*, medizin, tablette*, *tabletten, pille*, *pillen, dosis, dosierung, arznei*,
    betablocker*, blutverdünner*, gerinnungshemmer*, bisoprolol, metoprolol, concor, beloc, sotalol,
    amiodaron, flecainid, propafenon, digoxin, digitoxin, verapamil, diltiazem, apixaban, eliquis,
    rivaroxaban, xarelto, dabigatran, pradaxa, edoxaban, lixiana, marcumar, phenprocoumon, warfarin,
    ass, aspirin, ibuprofen, paracetamol, ramipril, amlodipin, insulin, magnesium, kalium, spritze*,
    tropfen, mg, milligramm, schlafmittel, antibiotik*, statin*, schilddrüsen*
    """
)
ADVICE: Final[tuple[str, ...]] = phrases(
    """
    soll ich, soll er, soll sie, sollte ich, darf ich, kann ich, könnte ich, muss ich, ist es sicher,
    wie viel*, wieviel*, welche dosis, höhere dosis, niedrigere dosis, erhöhen, verringern,
    reduzieren, senken, absetzen, weglassen, auslassen, aufhören, halbieren, verdoppeln, doppelte,
    mehr nehmen, weniger nehmen, noch eine, zusätzlich*, zusammen mit, vertragen, verträgt,
    wechselwirkung*, nebenwirkung*, empfiehl*, empfehlen, empfiehlst, rätst, welches, welche, hilft,
    helfen, vergessen, zu viel, genug, besser, umstellen, wechseln, anfangen
    """
)
ALONE: Final[tuple[str, ...]] = phrases(
    """
    was soll ich nehmen, was soll ich einnehmen, was kann ich nehmen, was hilft gegen, was nehme ich
    gegen
    """
)
RECORD: Final[tuple[str, ...]] = phrases(
    """
    notiert, notiz, notizen, tagebuch, eingetragen, aufgeschrieben, wann habe ich, habe ich _
    genommen, hatte ich _ genommen, seit ich, seitdem ich, nachdem ich, zeig*, liste
    """
)
