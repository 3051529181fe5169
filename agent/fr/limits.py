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
    milligrammes, somnifère*, antibiotique*, statine*, antiarythmique*, anticoagulation, secours,
    cachets, celui du matin, celui du soir, cachet du matin
    """
)
ADVICE: Final[tuple[str, ...]] = phrases(
    """
    dois je, je dois, devrais je, puis je, je peux, est ce que je peux, est ce que je dois, faut il,
    il faut, est il sûr, combien de, combien, quelle dose, augmenter, diminuer, réduire, baisser,
    arrêter, stopper, sauter, doubler, double, moitié, prendre plus, prendre moins, reprendre, prendre
    un autre, en plus, avec, ensemble, mélanger, interaction*, effets secondaires, recommandes,
    recommande, conseilles, conseille, quel médicament, lequel, efficace, aide, oublié, trop, assez,
    mieux, changer, commencer, suffit, suffisent, ai je encore besoin, encore besoin, besoin de, je
    commence, je laisse tomber, laisser tomber, j'arrête, si j'arrête, je baisse, je réduis,
    j'augmente, je monte, je diminue, je reprends, je prends, j'en prends, j'en reprends, je saute, je
    double, aiderait, plus forte, plus faible, plus élevée, trop forte, trop faible, trop élevée, d'un
    coup, écraser, couper, bière, alcool, vin, pamplemousse, vont ensemble, compatibles, que faire,
    quand dois je, prochaine prise, prochaine, le moment d'un, c'est le moment, supprimer, remplacer,
    à la place, meilleur, je ne le prends pas, je ne la prends pas, je le prends pas, je le saute, je
    la saute, lui en redonne, lui redonne, redonner, je lui donne, donner un autre, il me faut, plus
    doux, plus fort, plus léger, boire, tout seul, c'est grave, un problème si, gouttes, combien de
    gouttes
    """
)
ALONE: Final[tuple[str, ...]] = phrases(
    """
    que prendre pour, que prendre contre, que dois je prendre, que puis je prendre, quoi prendre, je
    baisse la dose, j'augmente la dose, je change la dose, que prendre, je lui en redonne, je lui
    redonne, lui en redonner, combien de gouttes, je ne le prends pas demain
    """
)
RECORD: Final[tuple[str, ...]] = phrases(
    """
    noté, notée, notes, note, journal, inscrit, quand ai je pris, ai je pris, montre, liste, écris
    que, écris, ai noté, j'ai noté, inscris, marque que
    """
)
STRONG: Final[tuple[str, ...]] = phrases(
    """
    dois je, je dois, puis je, je peux, faut il, que faire, que se passe, je baisse, je commence, je
    reprends, je laisse tomber, j'arrête, si j'arrête, j'en prends, encore besoin, ai je encore
    besoin, je ne le prends pas, lui en redonne, c'est grave, un problème si, il me faut, tout seul
    """
)
LOOKS: Final[tuple[str, ...]] = phrases(
    """
    étais je, j'étais, comment était, comment va, combien de fibrillation, depuis, le jour où, les
    jours où, après le, avant et après, compare, a baissé, baissé depuis, montre, a t il, depuis que,
    après avoir commencé, la nuit où, la nuit ou, ont commencé, a ralenti, t il ralenti, a accéléré
    """
)
DATING: Final[tuple[str, ...]] = phrases("depuis que, après avoir commencé, le jour où, les jours où")
