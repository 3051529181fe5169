"""French words of medicines, and of asking for advice on them."""

from typing import Final

from agent.phrases import phrases

MEDICINES: Final[tuple[str, ...]] = phrases(
    """
    médicament*, comprimé*, cachet*, gélule*, pilule*, dose, doses, dosage, traitement, bêtabloquant*,
    bêta bloquant*, anticoagulant*, bisoprolol, métoprolol, aténolol, sotalol, amiodarone, cordarone,
    flécaïne, flécaïnide, propafénone, digoxine, vérapamil, diltiazem, apixaban, eliquis, rivaroxaban,
    xarelto, dabigatran, pradaxa, previscan, coumadine, warfarine, aspirine, kardégic, ibuprofène,
    paracétamol, doliprane, ramipril, amlodipine, insuline, magnésium, potassium, gouttes, mg,
    milligrammes, somnifère*, antibiotique*, statine*
    """
)
ADVICE: Final[tuple[str, ...]] = phrases(
    """
    dois je, je dois, devrais je, puis je, je peux, est ce que je peux, est ce que je dois, faut il,
    il faut, est il sûr, combien de, combien, quelle dose, augmenter, diminuer, réduire, baisser,
    arrêter, stopper, sauter, doubler, double, moitié, prendre plus, prendre moins, reprendre, prendre
    un autre, en plus, avec, ensemble, mélanger, interaction*, effets secondaires, recommandes,
    recommande, conseilles, conseille, quel médicament, lequel, efficace, aide, oublié, trop, assez,
    mieux, changer, commencer
    """
)
ALONE: Final[tuple[str, ...]] = phrases(
    """
    que prendre pour, que prendre contre, que dois je prendre, que puis je prendre, quoi prendre
    """
)
RECORD: Final[tuple[str, ...]] = phrases(
    """
    noté, notée, notes, note, journal, inscrit, quand ai je pris, ai je pris, depuis que, après avoir
    commencé, montre, liste
    """
)
