"""French phrases that only sound like danger."""

from typing import Final

from agent.phrases import phrases

MASKS: Final[dict[str, tuple[str, ...]]] = {
    "mask": phrases(
        """
        ceinture thoracique, ceinture _ poitrine, bande thoracique, sangle _ poitrine, patch _ poitrine,
        capteur _ poitrine, électrode* _ poitrine, peau _ poitrine, poils de la poitrine, musculation de
        la poitrine, poitrine me gratte, gratte la poitrine, tour de poitrine, meurs d'envie, meurs de
        rire, meurs de faim, meurs de soif, meurs de sommeil, meurs de curiosité, meurs d'ennui, meurs
        de fatigue, mort de fatigue, morte de fatigue, mort de rire, morte de rire, mort de peur, mort
        de faim, batterie _ morte, batterie morte, pile morte, téléphone _ mort, tuer le temps, tue le
        temps, pression artérielle, tension artérielle, pression du capteur, sous pression, souffle
        coupé par la beauté, à couper le souffle, coupé en me rasant, coupé le doigt, presque évanoui*,
        failli m'évanouir, failli tomber, failli perdre connaissance, presque tombé*, presque perdu
        connaissance, mal de tête léger, courbature*, pied endormi, bras endormi en, jambe endormie,
        endormi sur, du pain, brûlures d'estomac, mal au coeur en voiture, cœur gros, par coeur, coup de
        coeur, bouche bée, air conditionné, plein air, air frais, choc des cultures, choc de la
        nouvelle, essoufflé dans les escaliers, étouffe de chaleur, étouffe dans cette pièce, m'a fait
        un choc, fait un choc, nouvelle _ choc, à mourir de, chanson à mourir, à mourir d, on parle de,
        parle moi de, autrement dit, toutes les nuits, tous les jours, étouffe sous, sous le travail,
        étouffe au travail de, batterie est en train de mourir, batterie en train de mourir, batterie _
        mourir, téléphone _ mourir, batterie meurt, meurs d, briser le coeur, brisé le coeur, coeur
        brisé, coeur bat pour, mon coeur bat pour, crise de panique, crise de rire, crise de nerfs, fou
        rire, film a failli, film a failli me, me tuer de rire, failli me donner, entraînement m'a tué,
        m'a tué, tuerais pour, va me tuer, vont me tuer, va finir par me tuer, me tue, me tuent, à tuer,
        choc de voir, ça m'a fait un choc, électrode brûle, brûle un peu la peau, brûle la peau, brûle _
        peau, mal à la peau, me serre un peu, serre un peu, ceinture me serre, ceinture serre, sangle me
        serre, sangle serre, c'est mort pour, écroulé de sommeil, effondré de sommeil, écroulée de
        sommeil, terminer l'enregistrement, finir l'enregistrement, en finir avec l'enregistrement,
        mettre fin à l'enregistrement, fin à la session, a planté, décharger la, batterie déchargée,
        déchargée, endormi sur le canapé, mal _ de rire, overdose de café, overdose de sucre
        """
    ),
}
