"""French words for how something is asked: why, what, how often, and what leans on the question before."""

from typing import Final

from agent.phrases import phrases

MANNERS: Final[dict[str, tuple[str, ...]]] = {
    # Pourquoi et quoi.
    "why": phrases(
        """
        pourquoi, pour quelle raison, comment ça se fait, comment se fait il, qu est ce qui te fait dire, qu
        est ce qui vous fait dire
        """
    ),
    "source": phrases(
        """
        comment sais tu, comment le sais tu, comment savez vous, comment le savez vous, comment tu sais, d
        où vient, d où viennent, d où tiens tu, d où tenez vous, d où sort, sur quoi, basé*, fondé*,
        repose*, source*, preuve*, es tu sûr*, êtes vous sûr*, à quel point, quel modèle, quel algorithme,
        quelle version, calculé*, comment as tu, comment avez vous, comment est ce mesuré, quelles données,
        fiable*
        """
    ),
    "define": phrases(
        """
        qu est ce que, qu est ce qu, c est quoi, que signifie*, que veut dire, veut dire, signifi*,
        définition, définis, explique*, définir, que sont
        """
    ),
    "meaning": phrases(
        """
        que signifie*, signifi*, que veut dire, veut dire, veulent dire, définition, définis, explique*,
        expliquez, c est quoi, définir, qu est ce que c est
        """
    ),
    "help": phrases(
        """
        que peux tu, que pouvez vous, que puis je demander, aide, aidez moi à comprendre, comment
        fonctionnes tu, qui es tu, qui êtes vous, comment ça marche, quelles questions, que sais tu faire,
        que savez vous faire
        """
    ),
    "greeting": phrases("bonjour, salut, bonsoir, coucou, hello"),
    "thanks": phrases("merci*, parfait, super, ok, d accord, très bien, c est gentil, génial"),
    "bye": phrases(
        """
        au revoir, à bientôt, bonne nuit, c est tout, à plus, salut à bientôt, ciao, plus de questions,
        adieu
        """
    ),
    # Forme de la question.
    "count": phrases(
        """
        combien de fois, combien d épisodes, combien de pauses, combien d alertes, nombre, combien y, à
        quelle fréquence, compte*, combien d extrasystoles
        """
    ),
    "when": phrases(
        """
        quand, à quelle heure, quelle heure, quel jour, quelle nuit, à quel moment, à quels moments
        """
    ),
    "howlong": phrases("combien de temps, durée, duré, dure"),
    "longest": phrases("le plus long, la plus longue, les plus longs, les plus longues, le pire, la pire"),
    "shortest": phrases("le plus court, la plus courte"),
    "newest": phrases(
        """
        dernier, dernière, derniers, dernières, le plus récent, la plus récente, dernière fois
        """
    ),
    "oldest": phrases("premier, première, premiers, premières, le plus ancien, la plus ancienne"),
    "above": phrases("au dessus, plus de, supérieur*, dépass*, plus haut que, plus rapide que, au delà"),
    "below": phrases("en dessous, au dessous, moins de, inférieur*, sous, plus bas que, plus lent que"),
    "normal": phrases(
        """
        normal*, en ordre, bon, bonne, mauvais*, bien, ok, sain*, trop haut*, trop bas*, trop élevé*,
        dangereux, dangereuse, inquiét*, grave*, élevé*, dans les limites, correct*, trop long*, allongé*
        """
    ),
    "mine": phrases("mon, ma, mes, je, j, moi, son, sa, ses, il, elle"),
    "any": phrases(
        """
        y a t il, y avait il, y a t il eu, il y a, il y avait, ai je, j ai eu, ai je eu, est ce que j,
        quelconque*, des, jamais, as tu, avez vous, montre*, liste*, quels, quelles, une seule, du tout
        """
    ),
    "past": phrases(
        """
        était, étaient, avait, eu, a été, ai eu, j avais, y a t il eu, avais, étais, ont été, passé
        """
    ),
    "present": phrases("est, suis, sont, maintenant, actuellement, en ce moment, là, actuel*"),
    "and_also": phrases("et, aussi, également, ainsi que"),
    # Débuts de relances.
    "also_about": phrases(
        """
        et, qu en est il, même chose pour, pareil pour, la même chose pour, et pour, et quoi, et comment,
        idem pour
        """
    ),
    "correction": phrases(
        """
        pardon, désolé*, je voulais dire, je veux dire, plutôt, en fait, non je, correction, excuse*, pas ça
        """
    ),
    "pointing": phrases(
        """
        il, elle, cela, ça, ce, cette, ceux, celui, celle, le plus, la plus, le premier, le dernier, la
        première, la dernière, y, en, ils, elles, là
        """
    ),
}
