"""French words that mean danger together: parts of the body, sensations, people."""

from typing import Final

from agent.phrases import phrases

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    "chest": phrases(
        """
        poitrine, thorax, thoracique, sternum, côtes, cage thoracique, coeur, cœur, torse, épaule gauche
        """
    ),
    "pain": phrases(
        """
        mal, douleur, douleurs, fait mal, serre, serré, serrement, oppresse*, oppression, pression,
        appuie, écrase*, écrasement, brûle, brûlure, brûlures, pique, pointe, poignard*, coup de poignard,
        couteau, étau, éléphant, poids, lourdeur, lourd, pèse, pince*, élancement*, déchire*, tire,
        comprime*, insupportable, crampe*, douloureux, douloureuse, broie, broyé*, éclate*, exploser,
        explose, arrache, tord, tordue, comprime, transperce*, quelque chose ne va pas, étrangle*,
        lancinant*, barre, ceinture de fer, corset, gêne terrible, griffe
        """
    ),
    "self": phrases(
        """
        je, j, ai, me, m, moi, mon, ma, mes, il, elle, lui, son, sa, ses, mari, femme, mère, père, maman,
        papa, mamie, papi, fils, fille, enfant, frère, soeur, ami, amie, voisin, voisine, quelqu'un, ça,
        cela, très, forte, fort, violente, terrible, horrible, intense, soudain, soudaine, aide, y a, une,
        au, dans la
        """
    ),
    "owned_pain": phrases(
        """
        j'ai mal à la poitrine, ai mal à la poitrine, ai très mal à la poitrine, a mal à la poitrine, mal
        à la poitrine et, ai une douleur thoracique, ai des douleurs thoraciques, ai une douleur à la
        poitrine, ai une douleur dans la poitrine, ai des douleurs dans la poitrine, a une douleur
        thoracique, a une douleur dans la poitrine, ma douleur thoracique, cette douleur thoracique, cette
        douleur dans la poitrine, ma poitrine me fait mal, ma poitrine fait mal, poitrine me fait mal, ma
        poitrine me brûle, ma poitrine est serrée, ma poitrine se serre
        """
    ),
    "chest_pain": phrases(
        """
        douleur thoracique, douleurs thoraciques, douleur à la poitrine, douleur dans la poitrine,
        douleurs dans la poitrine, douleurs à la poitrine, mal à la poitrine, pression dans la poitrine,
        oppression dans la poitrine, oppression thoracique, serrement dans la poitrine, douleur derrière
        le sternum, angine de poitrine aiguë
        """
    ),
    "heart_pain": phrases(
        """
        mal au coeur et au bras, coeur me fait mal, coeur fait mal, douleur au coeur, douleur cardiaque,
        pointe au coeur, coeur se serre, coeur me brûle, coeur me serre
        """
    ),
    "arm_pain": phrases(
        """
        douleur dans le bras gauche, mal au bras gauche, bras gauche me fait mal, bras gauche fait mal,
        descend dans le bras, irradie dans le bras, irradie vers, irradie dans, remonte dans la mâchoire,
        monte dans la mâchoire, mâchoire et _ bras, bras et _ mâchoire, douleur dans la mâchoire et
        """
    ),
    "limb": phrases(
        """
        bras, jambe, jambes, main, mains, pied, pieds, visage, doigts, membres, côté gauche, côté droit,
        joue
        """
    ),
    "dead_limb": phrases(
        """
        ne peux plus bouger, peux plus bouger, peut plus bouger, n'arrive plus à bouger, arrive plus à
        bouger, arrive pas à bouger, peux plus lever, peut plus lever, arrive plus à lever, sens plus, ne
        sens plus, sent plus, sens pas, engourdi soudain*, engourdie, soudain engourdi*, engourdi d'un
        coup, engourdies, est engourdi, sont engourdis, sont engourdies, insensible*, sans force, plus de
        force, plus aucune force, perdu la force, soudain faible, faible d'un coup, pend, ballant, obéit
        plus, répond plus, paralysé*, mort d'un coup
        """
    ),
    "attack": phrases(
        """
        fais une crise cardiaque, fait une crise cardiaque, faire une crise cardiaque, ai une crise
        cardiaque, a une crise cardiaque, crise cardiaque maintenant, une crise cardiaque aide, c'est une
        crise cardiaque, est une crise cardiaque, fais un infarctus, fait un infarctus, faire un
        infarctus, ai un infarctus, a un infarctus en ce moment, c'est un infarctus, est un infarctus,
        attaque cardiaque, crois que c'est un infarctus, comme un infarctus
        """
    ),
    "stopped": phrases(
        """
        coeur s'est arrêté, coeur est arrêté, coeur s'arrête, coeur ne bat plus, coeur bat plus, coeur a
        cessé, suis en train de mourir, est en train de mourir, train de mourir, vais mourir, va mourir,
        je meurs, il meurt, elle meurt, se meurt, impression de mourir, crois que je meurs, agonise
        """
    ),
    "device": phrases("défibrillateur, dai, icd, pacemaker, stimulateur, implant, boîtier"),
    "shock": phrases(
        """
        choc, chocs, choqué, choquée, décharge, décharges, déchargé, secousse, secousses, déclenché,
        déclenche, électrochoc*
        """
    ),
    "bleeding": phrases("saigne, saignement, sang, saigner"),
    "unstopped": phrases(
        """
        n'arrête pas, arrête pas, s'arrête pas, arrête plus, partout, à flots, coule à flots
        """
    ),
    "near_faint": phrases(
        """
        vertige, vertiges, étourdi, étourdie, étourdissement*, tête qui tourne, tête me tourne, tête
        tourne, presque évanoui*, failli m'évanouir, failli tomber, failli perdre connaissance, voile
        noir, vais tomber dans les pommes, vais m'évanouir, jambes en coton, faiblesse soudaine, vaseux
        """
    ),
    "person": phrases(
        """
        je, j, ai, me, m, moi, mon, ma, mes, il, elle, lui, le, la, son, sa, nous, on, mari, femme, mère,
        père, maman, papa, mamie, papi, fils, fille, enfant, bébé, frère, soeur, ami, amie, voisin,
        voisine, quelqu'un, patient*, personne, homme, dame, monsieur, grand mère, grand père, copain,
        copine, collègue, tante, oncle, petit fils, petite fille, viens, suis
        """
    ),
    "simile": phrases(
        """
        comme si, comme un, comme une, l'impression, on dirait, impression que
        """
    ),
    "speech": phrases("parle, parler, paroles, mots, mot, phrase*, articuler"),
    "impaired": phrases(
        """
        bizarre*, ivre, soûl*, saoul*, incohérent*, n'importe quoi, bafouill*, incompréhensible*,
        bredouill*, étrange*, confus*, arrive plus, arrive pas, sans queue
        """
    ),
    "face": phrases("bouche, visage, sourire, paupière, oeil, joue, lèvre"),
    "droop": phrases(
        """
        tombe, tombant*, tordu*, de travers, affaissé*, pend, paralysé*, engourdi*, déformé*, asymétrique
        """
    ),
    "ingested": phrases("bu, avalé, mangé, pris, ingéré, injecté, boit, avale, avaler"),
    "poison": phrases(
        """
        javel, détergent, lessive, poison, essence, antigel, acide, soude, pile, pesticide*, insecticide*,
        ammoniac, champignons, déboucheur, produit ménager, mort aux rats, white spirit
        """
    ),
    "lots": phrases(
        """
        poignée, trop de, entier, entière, boîte, flacon, tous, toute, tout le, plein de, tas de, des
        dizaines, d'un coup, tous mes, toutes mes, exprès, chaque, vingt, trente, cinquante
        """
    ),
    "pills": phrases(
        """
        comprimé*, cachet*, gélule*, médicament*, pilule*, somnifère*, paracétamol, doliprane, aspirine,
        insuline, bêtabloquant*, bisoprolol, digoxine, anticoagulant*, antidépresseur*
        """
    ),
    "down": phrases(
        """
        par terre, au sol, tombé, tombée, allongé*, étendu*, dans l'escalier, chute, trouvé*, effondré*
        """
    ),
    "still": phrases(
        """
        ne bouge plus, ne bouge pas, bouge plus, bouge pas, répond pas, répond plus, parle plus, relève
        pas, se relever, ouvre pas les yeux, pâle, inconscient*, inanimé*, réagit plus
        """
    ),
    "clutch": phrases(
        """
        se tient la, se tenait la, s'est tenu, se serre la, porte la main, main sur la, agrippe
        """
    ),
    "autonomic": phrases(
        """
        sueur*, transpire*, nausée*, envie de vomir, vomi*, vomis, pâle, moite*
        """
    ),
    "odd": phrases("bizarre, étrange, drôle, gêne, inconfort*, désagréable"),
}
