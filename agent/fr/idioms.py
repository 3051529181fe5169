"""French idioms and looser words for what can be asked about, beside those of ``everyday.py``."""

from typing import Final

from agent.phrases import phrases

IDIOMS: Final[dict[str, tuple[str, ...]]] = {
    "heart": phrases("moteur, machine, horloge, tocante"),
    "extent": phrases(
        """
        à quel point, jusqu où, jusqu à combien, à combien, combien est, à quelle vitesse
        """
    ),
    "hr": phrases(
        """
        coeur _ vite, coeur _ lentement, pulsation*, battements par minute, rythme par minute, cadence,
        battait, cardio, fréquence du coeur, bat vite, bat lentement
        """
    ),
    "max": phrases(
        """
        au plus haut, au plus vite, le plus haut, la plus haute, sommet, record, grimpé jusqu, grimpé à,
        monté jusqu, monté à, plafond, culmin*, valeur maximale, à fond
        """
    ),
    "min": phrases(
        """
        au plus bas, le plus bas, la plus basse, descendu à, descendu, est descendu, tombé à, tombé
        jusqu, creux, plancher, valeur minimale, baissé jusqu, baissé à, le plus lent, jusqu où est
        descendu
        """
    ),
    "resting": phrases(
        """
        allongé*, couché*, immobile, pouls nocturne, pouls de nuit, au repos, en dormant, pendant mon
        sommeil
        """
    ),
    "average": phrases("en moyenne, en général, globalement, moyenné*"),
    "rhythm": phrases("en cadence, régulièrement, bien réglé, quel rythme, tempo"),
    "irregular": phrases(
        """
        cahot*, saccad*, par à coups, à contretemps, hors rythme, sans rythme, instable, chaotique,
        tremblot*
        """
    ),
    "af": phrases("fibril*, oreillette*, flutter, atrial*"),
    "pause": phrases(
        """
        stoppé*, bloqué*, figé*, sans battre, sans battement, cessé de battre, silence*, à l arrêt,
        arrêté de battre, s est arrêté, suspendu*, retenu son souffle
        """
    ),
    "brady": phrases(
        """
        lents, lente, lentes, au ralenti, ralenti excessif, paresseu*, traîn*, pouls bas, rythme lent
        """
    ),
    "tachy": phrases(
        """
        emballement*, cavalcade, à cent à l heure, au galop, précipité*, affolé*, s affol*, pouls élevé,
        rythme rapide, couru
        """
    ),
    "wide_run": phrases(
        """
        larges à la suite, battements larges, salve*, rafale*, plusieurs larges, complexes larges, série
        de larges, larges d affilée
        """
    ),
    "ectopic": phrases(
        """
        en trop, battements bizarres, battement bizarre, battements prématurés, prématuré*, trop tôt,
        bégay*, bégaiement*, hoquet*, soubresaut*, loupé un battement, à côté, en avance, intempestif*,
        supplémentaire*, surnuméraire*
        """
    ),
    "burden": phrases(
        """
        somme, pourcentage, pour cent, proportion, cumul*, total, combien d heures en, charge
        """
    ),
    "event": phrases("incident*, survenu*, apparu*, repéré*, détect*, constaté*, remarqué*, eu lieu"),
    "unusual": phrases(
        """
        étrange*, bizarre*, curieu*, peur, effray*, frayeur, ennui*, souci*, bêtise*, misère*, hors
        norme, sort de l ordinaire, saute aux yeux, marquant*, remarquable*, anomal*, pas normal,
        mauvaise nouvelle, drame, fait des siennes, écart*
        """
    ),
    "trend": phrases(
        """
        accumul*, s accumul*, à la hausse, à la baisse, en hausse, en baisse, peu à peu, petit à petit,
        tendance*, direction, au fil du temps, progress*, d un jour à l autre, d une nuit à l autre,
        augmente, diminue, grimpe, descend
        """
    ),
    "compare": phrases(
        """
        par rapport, face à face, en comparaison, compar*, vis à vis, oppos*, l un contre l autre, mis
        côte à côte, rapproch*, confront*
        """
    ),
    "comparative": phrases(
        """
        plus bas, plus haut, plus élevé*, moins vite, plus vite, moins haut, moins élevé*, réduit*,
        augmenté*, plus doux, plus calme, moins calme, plus stable, plus fort, plus faible
        """
    ),
    "coverage": phrases(
        """
        écout*, entendu*, surveill*, suivi*, complet, complète, entier, entière, sans coupure, coupure*,
        trou, trous, perte*, perdu*, en service, bien passé, arrivé*, manqu*
        """
    ),
    "quality": phrases("net, nette, flou*, bruité*, parasité*, parasite*, brouill*, déformé*, propreté"),
    "alert": phrases(
        """
        bipé*, bipe*, bippe*, bruit, boucan, vacarme, raffut, sirène*, vibr*, réveillé*, klaxon*,
        carillon*, alarm*, son strident, gueul*
        """
    ),
    "open": phrases(
        """
        personne n a, resté*, laissé*, non résolu*, pas traité*, pas réglé*, à traiter, à confirmer,
        encore ouvert*, sans réponse
        """
    ),
    "acknowledge": phrases(
        """
        signé*, éteint l alarme, coupé l alarme, géré*, réglé*, approuv*, accusé réception, vérifié* l
        alarme
        """
    ),
    "device": phrases(
        """
        boîtier, boîte, appareil*, engin, truc, gadget, émetteur, connexion, liaison, signal radio,
        toujours là, encore en vie, allumé*, synchronis*, contact, capteur*
        """
    ),
    "battery": phrases(
        """
        batterie, chargé*, recharg*, énergie, tient encore, tiendra, va tenir, autonomie, vide, plein,
        côté batterie
        """
    ),
    "note": phrases(
        """
        je t ai dit, t ai raconté, raconté, lis moi, relire, mes mots, commentaire*, remarque*, dicté*,
        plaint*, consigné*, enregistré dans mes
        """
    ),
    "summary": phrases(
        """
        verdict, go _ smoothly, went _ smoothly, go _ well, went _ well, go without, in good nick, in
        decent nick, in fine fettle, in good form, in form, how is life, bilan, conclusion, en un mot,
        tableau, où j en suis, où en suis je, comment je vais, comment ça a, ça a donné, donné quoi, ça
        donne, tout est normal, tout va bien, en ordre, l essentiel, point de situation, s est passé, s
        est passée, ça a été, tenu le coup, état des lieux, état de mon coeur
        """
    ),
    "source": phrases(
        """
        derrière, quelles données, combien de fenêtres, d où vient, d où sort, convain*, fiable*,
        vérif*, méthode, provenance, origine, appuie*, étaye*, repose sur
        """
    ),
    "define": phrases(
        """
        comment s appelle, comment appelle, s appelle, comment on dit, mot pour, nom de, en mots
        simples, en clair
        """
    ),
    "meaning": phrases(
        """
        comment s appelle, comment appelle, comment on dit, mot pour, en mots simples, en clair
        """
    ),
    "correction": phrases(
        """
        me suis trompé*, me trompe, mon erreur, oublie ça, efface, je pensais à, en fait, je corrige,
        oups, ah non, ou plutôt
        """
    ),
    "also_about": phrases(
        """
        de même, même question, répète, encore une fois, et ensuite, et maintenant, refais
        """
    ),
    "why": phrases("raison, motif, à quoi c est dû, à quoi est dû, d où vient que, pour quel motif"),
}
