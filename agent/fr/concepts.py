"""French words for what can be asked about."""

from typing import Final

from agent.fr.manners import MANNERS
from agent.phrases import pairs, phrases

FOLDS: Final[dict[str, str]] = {
    "variabilité de la fréquence cardiaque": "vfc",
    "variabilité cardiaque": "vfc",
    "fréquence cardiaque": "pouls",
    "fréquences cardiaques": "pouls",
    "rythme cardiaque moyen": "pouls",
    "fréquence respiratoire": "respiration",
    "intervalle pr": "pr",
    "intervalle qt": "qt",
    "qt corrigé": "qtc",
    "tachycardie ventriculaire": "tv",
    "est ce que": "",
    "sans fil": "sansfil",
}
JOINS: Final[dict[str, str]] = pairs(
    """
    aujourd = aujourdhui, fc = pouls, resumé = résumé, pouvez vous = pouvez, coeur = cœur, cœur = coeur,
    afib = fibrillation
    """
)

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    # Ce qui est mesuré.
    "hr": phrases(
        """
        pouls, fréquence, fréquences, bpm, battements par minute, pulsation*, à quelle vitesse _ coeur,
        vitesse _ coeur, coeur bat, coeur battait, rythme cardiaque le plus, cardio
        """
    ),
    "resting": phrases("au repos, repos, de repos"),
    "max": phrases(
        """
        maximum, maximal*, max, le plus haut, la plus haute, plus élevé*, le plus rapide, la plus rapide,
        pic, pointe, le plus vite, plus haut*
        """
    ),
    "min": phrases(
        """
        minimum, minimal*, min, le plus bas, la plus basse, le plus lent, la plus lente, le plus lentement,
        plus bas*, le plus faible, la plus faible
        """
    ),
    "average": phrases("moyenne*, moyen, en moyenne, médiane*, typique*"),
    "rr": phrases(
        """
        rr, intervalle rr, intervalles rr, intervalle entre les battements, temps entre les battements
        """
    ),
    "rmssd": phrases("rmssd, vfc, hrv, variabilité"),
    "pr": phrases("pr, pq, espace pr"),
    "qrs": phrases("qrs, durée du qrs, largeur du qrs, complexe* qrs"),
    "qt": phrases("qt"),
    "qtc": phrases("qtc, qtcf"),
    "p_duration": phrases("durée de l onde p, onde p, ondes p, largeur de l onde p"),
    "intervals": phrases("intervalle*, valeurs de l ecg, mesures, toutes les valeurs"),
    # Rythme.
    "rhythm": phrases("rythme*, régulier*, régulière*, régulièrement, sinusal*, sinus"),
    "irregular": phrases(
        """
        irrégulier*, irrégulière*, irrégularité*, arythmie*, désordonné*, trouble du rythme, troubles du
        rythme
        """
    ),
    "af": phrases("fibrillation*, fa, af, fibrillation auriculaire, fibrillation atriale, fibrillé"),
    "pause": phrases(
        """
        pause, pauses, arrêt du coeur, coeur arrêté, s est arrêté, asystolie*, coeur _ arrêté
        """
    ),
    "brady": phrases(
        """
        bradycardie*, trop lent*, phase* lente*, pouls lent, coeur lent, très lent*, rythme lent,
        ralentissement*, épisode* lent*
        """
    ),
    "tachy": phrases(
        """
        tachycardie*, trop vite, trop rapide*, phase* rapide*, pouls rapide, coeur rapide, très rapide*,
        emballé*, emballement*, s emballe, épisode* rapide*, rythme rapide
        """
    ),
    "wide_run": phrases("salve*, battements larges, complexes larges, tv, tachycardie ventriculaire, tvns"),
    "bigeminy": phrases("bigémin*, un battement sur deux"),
    "trigeminy": phrases("trigémin*, un battement sur trois"),
    "ectopic": phrases(
        """
        extrasystole*, battement* précoce*, battement* prématuré*, battement* supplémentaire*, ectop*, esv,
        esa, essv, battement* en trop, battement* manqué*
        """
    ),
    "above_ventricles": phrases(
        """
        supraventriculaire*, auriculaires prématurées, esa, essv, extrasystoles auriculaires
        """
    ),
    # Comment on le demande.
    "burden": phrases(
        """
        charge, combien de temps, combien de, quelle part, pourcentage*, proportion, part, durée totale,
        temps total
        """
    ),
    "event": phrases(
        """
        épisode*, événement*, évènement*, crise*, survenu*, arrivé, détecté*, trouvé*, vu, constaté*, phase,
        phases
        """
    ),
    "unusual": phrases(
        """
        anormal*, inhabituel*, bizarre*, problème*, étrange*, particulier*, particulière*, remarquable*,
        quelque chose, calme, agité*, suspect*, rien de spécial, signaler
        """
    ),
    "trend": phrases(
        """
        tendance*, évolution*, évolué*, évolue*, changé, changement*, augmenté, augmente, diminué, diminue,
        baissé, monté, courbe, graphique*, au fil, au cours du temps, jour par jour, nuit par nuit, heure
        par heure, semaine par semaine, de jour en jour, progress*, s améliore*, amélioré
        """
    ),
    "compare": phrases(
        """
        compar*, par rapport, différence*, diffère*, contre, versus, que d habitude, plus haut que, plus bas
        que, plus rapide que, plus lent que, plus élevé que, pareil que, que celui, que celle, que la nuit,
        qu hier, qu avant, que lundi
        """
    ),
    "comparative": phrases(
        """
        plus haut que, plus bas que, plus rapide que, plus lent que, plus élevé* que, plus long*, plus
        court*, mieux, meilleur*, pire, plus calme, plus régulier*, plus souvent, moins souvent, plus de
        fibrillation, moins de fibrillation, plus de pauses, moins de pauses, plus d épisodes, moins d
        épisodes, ralenti, accéléré
        """
    ),
    "usual": phrases(
        """
        d habitude, habituel, habituelle, habituellement, normalement, ma normale, les autres jours, les
        autres nuits
        """
    ),
    "coverage": phrases(
        """
        enregistré*, enregistrement*, couverture, données, trou*, manque*, manqué, porté, portée,
        analysable*, signal, capté, captés, captée, captées, interruption*, interrompu*, coupure*, perdu*,
        enregistrée
        """
    ),
    "quality": phrases(
        """
        qualité, parasit*, bruit, bruité*, artefact*, net, propre, perturbé*, perturbation*
        """
    ),
    "strip": phrases("tracé*, bande*, mon ecg, l ecg, un ecg, courbe ecg, image de l ecg"),
    "alert": phrases("alerte*, alarme*, avertissement*, notification*, sonné, sonne, bipé, averti*"),
    "open": phrases("en cours, active*, actif*, ouverte*, actuelle*, non acquittée*"),
    "device": phrases(
        """
        batterie*, pile*, appareil*, capteur*, ceinture*, patch*, électrode*, connecté*, connexion*,
        déconnecté*, émet, envoie, transmet*, bluetooth, chargé*, charge de la batterie, recharge*, en
        ligne, hors ligne, fonctionne*, marche, allumé*, décollé*, montre connectée, enregistreur
        """
    ),
    "battery": phrases("batterie*, pile*, recharge*, charger, chargé*"),
    "note": phrases("note, notes, noté*, journal, inscrit*, écrit*, consigné*, entrées"),
    "symptom": phrases("symptôme*, plainte*, ressenti*, malaise*"),
    "medication": phrases("médicament*, comprimé*, pilule*, cachet*, dose*, traitement*"),
    "activity": phrases("activité*, sport*, exercice*, marche, promenade*, entraînement*"),
    "diary": phrases("journal"),
    "howwas": phrases(
        """
        comment était, comment a été, comment s est passé*, comment étaient, comment ça s est passé, quel
        était
        """
    ),
    "summary": phrases(
        """
        résum*, bilan*, aperçu, rapport, synthèse, comment était ma nuit, comment s est passé* ma, comment s
        est passé* la, comment va mon coeur, comment vais je, comment ça va, tout va bien, tout est en
        ordre, que s est il passé, qu est ce qui s est passé, quoi de neuf, comment était la nuit, comment a
        été ma nuit, comment a été la nuit, comment était ma journée, comment s est passée, comment s est
        passé, comment était hier, comment était aujourdhui, comment va le coeur, comment se porte, comment
        était ma semaine, ma nuit, comment ai je dormi
        """
    ),
    **MANNERS,
}
