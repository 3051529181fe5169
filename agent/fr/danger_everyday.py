"""French words of danger as they are said every day: dialect, slang, and how people tell what they see.

They stand beside the phrases of the same concept in the other tables.
"""

from typing import Final

from agent.phrases import phrases

EVERYDAY: Final[dict[str, tuple[str, ...]]] = {
    "came_to": phrases(
        """
        réveillé, réveillée, me suis réveillé, me suis réveillée, revenu à moi, revenue à moi,
        revenu à lui, revenue à elle, repris connaissance, repris conscience, reprends connaissance
        """
    ),
    "ground": phrases(
        """
        par terre, sol, carrelage, parquet, tapis, salle de bain, couloir, escalier, trottoir,
        pelouse, cuisine
        """
    ),
    "brought_up": phrases(
        """
        crach*, vom*, touss*, recrach*, dégueul*, rend
        """
    ),
    "bad_colour": phrases(
        """
        livide, blême, tout gris, toute grise, gris, teint gris, teint cireux, blanc comme un linge,
        blanche comme un linge, couleur bizarre, couleur affreuse, violacé, violacée, tout violet,
        toute violette, cyanosé, cyanosée
        """
    ),
    "breath": phrases(
        """
        râle, râlent, gargouill*, suffoque, j'ai plus d'air, manque d'air, respire comme, respire en
        sifflant, siffle en respirant, sifflement en respirant, lèvres bleues, lèvres toutes bleues,
        bleu autour de la bouche, bleu autour, reprendre son souffle, peux plus souffler, cherche de
        l'air, cherche l'air, gorge se serre et, plus de respiration, respiration bruyante, respire
        par à coups
        """
    ),
    "chest": phrases(
        """
        buste, cage, sein, seins, plexus, torse
        """
    ),
    "pain": phrases(
        """
        écrase, écrasé, truc qui m'écrase, qui m'écrase, qui serre, qui brûle, lance, lancine, coup
        de poignard, coups de poignard, comme un poids, super mal, grave mal, hyper mal
        """
    ),
    "device": phrases(
        """
        défibrillateur, boîtier, mon boîtier, stimulateur, pile cardiaque, dai, appareil dans la
        poitrine, implant, sous la clavicule
        """
    ),
    "shock": phrases(
        """
        châtaigne*, coup de jus, coups de jus, électrochoc*, coup de pied, coups de pied, coup de
        poing, secousse électrique, secousses électriques, m'a mis, m'a envoyé, m'envoie, déclenche,
        s'est déclenché, se déclenche, choque, m'a choqué, décharge, décharges, chocs
        """
    ),
    "limb": phrases(
        """
        bras gauche, bras droit, jambe gauche, jambe droite, main gauche, main droite, côté, tout le
        côté, moitié
        """
    ),
    "dead_limb": phrases(
        """
        plus de force, pas de force, aucune force, ne répond plus, répond plus, plus rien, lâché,
        lâche tout, fait tomber tout, comme du coton, en coton, ballante, ballant, pend, pendouille
        """
    ),
    "droop": phrases(
        """
        pend, pendouille, pendante, qui pend, s'affaisse, affaissé, tombant
        """
    ),
    "collapse": phrases(
        """
        dans les pommes, tourné de l'oeil, tourne de l'oeil, revient pas à elle, revient pas à lui,
        revient plus, sent plus son pouls, sent plus le pouls, sens plus son pouls, sent pas son
        pouls, sent pas de pouls, plus son pouls, plus de pouls, trouve pas son pouls, trouve plus
        son pouls, sans réaction, réagit à rien, répond à rien, les yeux ouverts mais, est partie
        et, est parti et, tombe comme une masse, tombé comme une masse, tombée comme une masse,
        s'est vautré et, s'est effondrée, a convulsé, convulse, raide comme, aucune idée de ce qui
        s'est passé, ne sais pas combien de temps, sais pas comment je suis arrivé par terre, écume
        à la bouche, de la mousse à la bouche, mousse à la bouche, bave mousseuse, s'est raidi
        """
    ),
    "stroke": phrases(
        """
        a la bouche de travers, bouche tordue, bafouille, baragouine, parle comme si elle avait bu,
        parle comme s'il avait bu, comme si elle avait bu, comme s'il avait bu, parle comme un
        ivrogne, dit des trucs sans queue, côté du visage pend, côté de son visage, côté de son
        visage pend, un côté qui pend, perdu la parole, perd la parole
        """
    ),
    "owned_pain": phrases(
        """
        douleur dans la poitrine est revenue, douleur est revenue dans la poitrine, mal au thorax,
        mal dans le thorax, douleur au thorax, douleur thorax, truc qui m'écrase la poitrine
        """
    ),
    "overdose": phrases(
        """
        avalé toute la plaquette, toute la plaquette, plaquette entière, gobé, gobé toute, gobé deux
        boîtes, gobé une boîte, boîtes de somnifères, boîte de somnifères, avalé la boîte
        """
    ),
    "suicide": phrases(
        """
        veux crever, envie de crever, me foutre en l'air, me buter, me flinguer, plus envie d'être
        là, veux plus être là, tout arrêter pour de bon, en finir avec tout, j'en peux plus de
        vivre, envie d'en finir
        """
    ),
    "emergency": phrases(
        """
        venez vite, vite ma, vite mon, envoyez quelqu'un, envoyez les secours, faites venir, secours
        vite, urgence svp
        """
    ),
    "misjudged": phrases(
        """
        alors que c'était, c'était juste, c'était seulement, mais c'était, finalement c'était, en
        fait c'était, rien de grave, fausse alerte, juste des brûlures, juste des gaz, c'était que
        """
    ),
    "mask": phrases(
        """
        failli _ crise cardiaque, failli _ infarctus, failli faire une attaque, failli _ arrêt
        cardiaque, failli mourir de, failli me tuer de, failli crever de rire, presque fait une
        crise cardiaque, séance mortelle, sport mortelle, mortel cette, étouffe de travail, étouffe
        de boulot, croule sous, cheveux gris, cheveux blancs, tempes grises, ciel gris, temps gris,
        écran gris, meurt d'envie, batterie _ mourir, failli me tuer, failli m'étouffer de rire
        """
    ),
    "topic": phrases(
        """
        toi-même, toi même, tout seul, automatiquement, tu appelles, est-ce que tu appelles,
        appelles-tu
        """
    ),
    "allergen": phrases(
        """
        cacahuète*, cacahuette*, noix, guêpe*, abeille*, frelon*, piqûre, piqué*, crevette*, fruits
        de mer, pénicilline, antibiotique*
        """
    ),
    "reaction": phrases(
        """
        siffle, sifflement, gonfle*, enflé*, plaques, gorge, picote*, manque d'air, urticaire
        """
    ),
    "lots": phrases(
        """
        deux boîtes, trois boîtes, boîtes, plaquettes, flacons, poignée
        """
    ),
    "heart_pain": phrases(
        """
        poids sur le coeur, assis sur le coeur, serre le coeur et, écrase le coeur, pression sur le
        coeur
        """
    ),
    "arm_pain": phrases(
        """
        part dans le bras, descend dans le bras, descend dans l'avant-bras, jusque dans la mâchoire,
        dans la mâchoire, jusqu'à la mâchoire, irradie dans, remonte dans la mâchoire, dans les deux
        bras
        """
    ),
}
