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
    tropfen, mg, milligramm, schlafmittel, antibiotik*, statin*, schilddrüsen*, notfalltablette*,
    abendtablette*, morgentablette*, herztablette*, tabletten, dosen, gerinnungs*, antiarrhythmik*,
    betablocker
    """
)
ADVICE: Final[tuple[str, ...]] = phrases(
    """
    soll ich, soll er, soll sie, sollte ich, darf ich, kann ich, könnte ich, muss ich, ist es sicher,
    wie viel*, wieviel*, welche dosis, höhere dosis, niedrigere dosis, erhöhen, verringern,
    reduzieren, senken, absetzen, weglassen, auslassen, aufhören, halbieren, verdoppeln, doppelte,
    mehr nehmen, weniger nehmen, noch eine, zusätzlich*, zusammen mit, vertragen, verträgt,
    wechselwirkung*, nebenwirkung*, empfiehl*, empfehlen, empfiehlst, rätst, welches, welche, hilft,
    helfen, vergessen, zu viel, genug, besser, umstellen, wechseln, anfangen, reichen, reicht, brauche
    ich _ noch, brauche ich, noch nötig, noch notwendig, nicht mehr brauche, zu hoch, zu niedrig, zu
    stark, zu schwach, streichen, einfach absetze, absetze, ausschleichen, runter, hoch, rauf, muss
    ich jetzt, zwei nehmen, nachholen, nachnehmen, pausieren, stoppen, beenden, zerkleinern, teilen,
    mörsern, mit alkohol, bier, wein, grapefruit, wieder nehmen, wann muss ich, wann soll ich, nächste
    nehmen, was jetzt, was tun, was nun, was passiert wenn, das beste, bestes, am besten, statt,
    ersetzen, zeit für eine, auszusetzen, aussetzen, abzusetzen, wegzulassen, einzunehmen, noch eine
    geben, noch einmal geben, nochmal geben, eine geben, alkohol, trinken, hochgehen, raufgehen,
    runtergehen, erhöhe, verringere, spricht was dagegen, spricht etwas dagegen, schlimm wenn, ist es
    schlimm, schadet, schwächeres, stärkeres, milderes, sanfteres, wieviel tropfen, tropfen
    """
)
ALONE: Final[tuple[str, ...]] = phrases(
    """
    was soll ich nehmen, was soll ich einnehmen, was kann ich nehmen, was hilft gegen,
    was nehme ich gegen, was kann ich gegen _ nehmen, was soll ich gegen _ nehmen, was nimmt man gegen,
    was soll ich gegen _ einnehmen, dosis runter, dosis hoch, dosis rauf, dosis ändern, dosis anpassen
    """
)
RECORD: Final[tuple[str, ...]] = phrases(
    """
    notiert, notiz, notizen, tagebuch, eingetragen, aufgeschrieben, wann habe ich, habe ich _
    genommen, hatte ich _ genommen, zeig*, liste, aufschreib*, schreib auf, schreibe auf, notier*,
    trag ein, trage ein
    """
)
STRONG: Final[tuple[str, ...]] = phrases(
    """
    soll ich, sollte ich, darf ich, kann ich, könnte ich, muss ich, was jetzt, soll er, soll sie, was
    passiert wenn, dosis runter, dosis hoch, brauche ich, spricht was dagegen, spricht etwas dagegen,
    ist es schlimm, geben wir, noch eine geben, auf eigene faust, allein auf, wie lange nach
    """
)
LOOKS: Final[tuple[str, ...]] = phrases(
    """
    hatte ich, war ich, war mein, wie war, wie viel vorhofflimmern, seit, an dem tag, am tag als, an
    tagen, nach der, nach dem, vor und nach, vergleiche, gesunken, gestiegen, wie ist mein, seit ich,
    seitdem ich, nachdem ich, in der nacht, die nacht als, nacht in der, tag an dem, vorher und
    nachher, hat das, hat der, kamen die, wurde mein, war der
    """
)
DATING: Final[tuple[str, ...]] = phrases(
    "seit ich, seitdem ich, nachdem ich, an dem tag, am tag als, an tagen"
)
