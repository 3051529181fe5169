"""French words of everyday speech for what can be asked about, beside those of ``concepts.py``."""

from typing import Final

from agent.phrases import phrases

EVERYDAY: Final[dict[str, tuple[str, ...]]] = {
    "how_fast": phrases(
        "à quelle vitesse, à combien battait, fréquence ventriculaire, réponse ventriculaire"
    ),
    "heart": phrases("coeur, palpitant, poitrine, pompe"),
    "acknowledge": phrases(
        """
        acquitt*, confirmé*, validé*, vu l alerte, pris en compte, s en est occupé*, traité*
        """
    ),
    "who": phrases("qui, quelqu un, quelqu"),
    "hr": phrases("palpitant, battait, bat le coeur, battements, pouls, à combien, mon coeur bat"),
    "resting": phrases("pouls de sommeil, en dormant, endormi, pendant le sommeil, au calme"),
    "max": phrases(
        """
        au maximum, jusqu où est monté, est monté jusqu, à combien est monté, est monté, monté à
        combien, pic, maxi
        """
    ),
    "min": phrases("au minimum, descendu à combien, descendu jusqu, le plus lentement, mini"),
    "irregular": phrases("n importe comment, déréglé*, désordonné, en vrac, pas régulier"),
    "af": phrases("fibrillation, fibrille, fibrillait, fibrilation, fibri, fibrill*"),
    "pause": phrases("pauses, des pauses, arrêts, coeur arrêt*, s arrêtait, blanc, blancs"),
    "brady": phrases("lentement, trop lentement, dangereusement lent, lent, très lentement, mou"),
    "tachy": phrases(
        """
        s emballait, emballe, galop*, cavalé, cognait, tapait, très vite, palpitations, s est
        emballé, à toute vitesse
        """
    ),
    "ectopic": phrases(
        """
        extrasystoles, ratés, raté, sauté, saute un battement, sauts, battement en plus, battements
        en plus, extra*
        """
    ),
    "burden": phrases(
        """
        au total, en tout, combien d heures, combien de minutes, additionné, quelle proportion
        """
    ),
    "unusual": phrases(
        """
        truc bizarre, drôle de truc, louche, quelque chose de grave, inquiétant*, grave, d anormal,
        alarmant*
        """
    ),
    "trend": phrases(
        """
        évolution, sur les dernières, au fil des, s est allongé, s est raccourci, a grimpé, a
        dérivé, de semaine en semaine, jour après jour, nuit après nuit, de plus en plus, de moins
        en moins, chaque heure, courbe, est ce que ça monte, est ce que ça baisse, empire, s
        aggrave, aggrav*, s empire
        """
    ),
    "compare": phrases(
        """
        à côté de, côte à côte, face à, lequel, laquelle, quelle nuit, quel jour, ou bien
        """
    ),
    "comparative": phrases(
        """
        plus lent, plus rapide, plus tranquille, plus agité*, plus agitée, ralenti*
        """
    ),
    "coverage": phrases(
        """
        a tenu, tenu toute, capté, enlevé, retiré, décollé, enregistré, loupé, raté une partie,
        marché toute
        """
    ),
    "quality": phrases("lisible, pourri, mauvais signal, bon signal, propre"),
    "alert": phrases("a sonné, ça a sonné, bip, bips, bippé, alarme, sonnerie, alerté*"),
    "open": phrases(
        """
        pas acquitt*, non confirmé*, personne n a, pas encore vu*, pas vu*, non traité*, en attente
        """
    ),
    "device": phrases(
        """
        il reste combien, jus, capte, captes, tu m entends, reçois, autocollant, bidule, machin sur
        la poitrine, machin
        """
    ),
    "battery": phrases("jus, charge, il reste combien de batterie, autonomie"),
    "note": phrases("écrit, noté, dit sur, mentionné, marqué, ce que j ai écrit, écris*"),
    "summary": phrases(
        """
        comporté, s est comporté, comment il s est, en deux mots, en bref, en gros, le topo, dis moi
        comment, comment ça s est, comment va maman, comment va papa, elle a bien dormi, il a bien
        dormi, tout roule, raconte*, résume, résumé, l essentiel, point sur, comment allait, allait
        mon coeur, comment se portait
        """
    ),
    "source": phrases(
        """
        comment tu sais, comment le sais, comment sais, prouve*, d où ça vient, d où tu sors, sur
        quoi tu te bases, sur quoi, preuve*, t es sûr
        """
    ),
    "correction": phrases(
        """
        pardon, je voulais dire, je voulais, plutôt, non non, attends, erreur, je me suis trompé*,
        enfin
        """
    ),
    "also_about": phrases("et, aussi, pareil, idem, même chose, ensuite"),
    "why": phrases(
        """
        pourquoi, pour quelle raison, qu est ce qui a déclenché, comment ça se fait, à cause de quoi
        """
    ),
    "bye": phrases("à plus, à bientôt, bonne nuit, ciao, au revoir, tchao"),
    "greeting": phrases("coucou, salut, bonjour, bonsoir"),
    "thanks": phrases("merci beaucoup, merci bien, nickel, top, super, génial"),
    "howlong": phrases("combien de temps, combien d heures, pendant combien, longtemps"),
}
