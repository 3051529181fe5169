"""French words that mean danger together: parts of the body, sensations, people."""

from typing import Final

from agent.phrases import phrases

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    "chest": phrases(
        """
        poitrine, thorax, thoracique, sternum, côtes, cage thoracique, coeur, cœur, torse, épaule
        gauche, poitrines, cage, sein gauche, buste, pectoraux
        """
    ),
    "pain": phrases(
        """
        mal, douleur, douleurs, fait mal, serre, serré, serrement, oppresse*, oppression, pression,
        appuie, écrase*, écrasement, brûle, brûlure, brûlures, pique, pointe, poignard*, coup de
        poignard, couteau, étau, éléphant, poids, lourdeur, lourd, pèse, pince*, élancement*,
        déchire*, tire, comprime*, insupportable, crampe*, douloureux, douloureuse, broie, broyé*,
        éclate*, exploser, explose, arrache, tord, tordue, comprime, transperce*, quelque chose ne
        va pas, étrangle*, lancinant*, barre, ceinture de fer, corset, gêne terrible, griffe,
        serrent, écrasée, écraser, enserre, opprime, oppressé*, brûlent, piquer, poignarde, tonne,
        brique, camion, pierre, assis sur, marteau, feu, incendie, arraché, souffre, souffrance,
        chien, atroce*, horrible*, intenable, contract*, spasme*, resserre
        """
    ),
    "self": phrases(
        """
        je, j, ai, me, m, moi, mon, ma, mes, il, elle, lui, son, sa, ses, mari, femme, mère, père,
        maman, papa, mamie, papi, fils, fille, enfant, frère, soeur, ami, amie, voisin, voisine,
        quelqu'un, ça, cela, très, forte, fort, violente, terrible, horrible, intense, soudain,
        soudaine, aide, y a, une, au, dans la, notre, nos, on, depuis, là, comme, tient, monsieur,
        madame, terriblement, atroce, plus
        """
    ),
    "owned_pain": phrases(
        """
        j'ai mal à la poitrine, ai mal à la poitrine, ai très mal à la poitrine, a mal à la
        poitrine, mal à la poitrine et, ai une douleur thoracique, ai des douleurs thoraciques, ai
        une douleur à la poitrine, ai une douleur dans la poitrine, ai des douleurs dans la
        poitrine, a une douleur thoracique, a une douleur dans la poitrine, ma douleur thoracique,
        cette douleur thoracique, cette douleur dans la poitrine, ma poitrine me fait mal, ma
        poitrine fait mal, poitrine me fait mal, ma poitrine me brûle, ma poitrine est serrée, ma
        poitrine se serre, mal dans la poitrine, mal à la poitrine là, très mal à la poitrine, mal
        poitrine, ça me serre dans la poitrine, ça serre dans la poitrine, serre la poitrine, poids
        sur la poitrine, étau dans la poitrine, pression derrière le sternum, pression terrible,
        brûlure derrière le sternum, brûle derrière le sternum, douleurs derrière le sternum,
        poitrine mal, poitrine me fait
        """
    ),
    "chest_pain": phrases(
        """
        douleur thoracique, douleurs thoraciques, douleur à la poitrine, douleur dans la poitrine,
        douleurs dans la poitrine, douleurs à la poitrine, mal à la poitrine, pression dans la
        poitrine, oppression dans la poitrine, oppression thoracique, serrement dans la poitrine,
        douleur derrière le sternum, angine de poitrine aiguë, mal poitrine, poitrine mal, douleur
        poitrine, douleur dans poitrine, étau dans la poitrine, poids sur la poitrine, brûlure dans
        la poitrine
        """
    ),
    "heart_pain": phrases(
        """
        mal au coeur et au bras, coeur me fait mal, coeur fait mal, douleur au coeur, douleur
        cardiaque, pointe au coeur, coeur se serre, coeur me brûle, coeur me serre, mal au coeur
        côté gauche, mal au coeur et dans le bras, coeur me fait super mal, coeur me fait vraiment
        mal, coeur se déchire de douleur, coeur qui serre, coeur me lance
        """
    ),
    "arm_pain": phrases(
        """
        douleur dans le bras gauche, mal au bras gauche, bras gauche me fait mal, bras gauche fait
        mal, descend dans le bras, irradie dans le bras, irradie vers, irradie dans, remonte dans la
        mâchoire, monte dans la mâchoire, mâchoire et _ bras, bras et _ mâchoire, douleur dans la
        mâchoire et, part dans le bras, part dans la mâchoire, descend le long du bras, va dans le
        bras, fourmis dans le bras, fourmillements dans le bras gauche, remonte dans le cou, monte
        dans le cou, dans la mâchoire, deux bras me font mal, irradie
        """
    ),
    "limb": phrases(
        """
        bras, jambe, jambes, main, mains, pied, pieds, visage, doigts, membres, côté gauche, côté
        droit, joue, côté du corps, bras gauche, bras droit, jambe gauche, jambe droite, moitié du
        visage, côté
        """
    ),
    "dead_limb": phrases(
        """
        ne peux plus bouger, peux plus bouger, peut plus bouger, n'arrive plus à bouger, arrive plus
        à bouger, arrive pas à bouger, peux plus lever, peut plus lever, arrive plus à lever, sens
        plus, ne sens plus, sent plus, sens pas, engourdi soudain*, engourdie, soudain engourdi*,
        engourdi d'un coup, engourdies, est engourdi, sont engourdis, sont engourdies, insensible*,
        sans force, plus de force, plus aucune force, perdu la force, soudain faible, faible d'un
        coup, pend, ballant, obéit plus, répond plus, paralysé*, mort d'un coup, répond pas, ne
        répond plus, bouger d'un coup, bouge plus, engourdi, ne le sens plus, ne la sens plus, est
        mort, est molle, est mou, lâche, retombe, tombe tout seul, sans sensation, plus de
        sensation, plus de sensibilité, plus lever, plus soulever, soulever, inerte
        """
    ),
    "attack": phrases(
        """
        fais une crise cardiaque, fait une crise cardiaque, faire une crise cardiaque, ai une crise
        cardiaque, a une crise cardiaque, crise cardiaque maintenant, une crise cardiaque aide,
        c'est une crise cardiaque, est une crise cardiaque, fais un infarctus, fait un infarctus,
        faire un infarctus, ai un infarctus, a un infarctus en ce moment, c'est un infarctus, est un
        infarctus, attaque cardiaque, crois que c'est un infarctus, comme un infarctus, fais un
        infarct*, c'est l'infarctus, infarctus je crois, peut être un infarctus, une crise cardiaque
        je crois, fais une attaque, crise du coeur, crise cardiaque vite
        """
    ),
    "stopped": phrases(
        """
        coeur s'est arrêté, coeur est arrêté, coeur s'arrête, coeur ne bat plus, coeur bat plus,
        coeur a cessé, suis en train de mourir, est en train de mourir, train de mourir, vais
        mourir, va mourir, je meurs, il meurt, elle meurt, se meurt, impression de mourir, crois que
        je meurs, agonise, son coeur ne bat, impression que je vais mourir, sens que je meurs, sens
        mourir
        """
    ),
    "device": phrases(
        """
        défibrillateur, dai, icd, pacemaker, stimulateur, implant, boîtier, l'appareil dans ma
        poitrine, appareil dans la poitrine, boîtier dans, défibrillateurs, défib
        """
    ),
    "shock": phrases(
        """
        choc, chocs, choqué, choquée, décharge, décharges, déchargé, secousse, secousses, déclenché,
        déclenche, électrochoc*, décharges d'affilée, envoyé trois, envoyé une décharge, coups de
        jus, coup de jus, choquer, m'a envoyé, choquait, déclenché trois, tapé, m'a secoué
        """
    ),
    "bleeding": phrases(
        """
        saigne, saignement, sang, saigner, saignent, hémorragie, ensanglanté*
        """
    ),
    "unstopped": phrases(
        """
        n'arrête pas, arrête pas, s'arrête pas, arrête plus, partout, à flots, coule à flots,
        s'arrête plus, arrête jamais, beaucoup, abondamment, gicle, pisse, coule, à gros, ça coule,
        incontrôlable, sévère, vaginal*, abondant*
        """
    ),
    "near_faint": phrases(
        """
        vertige, vertiges, étourdi, étourdie, étourdissement*, tête qui tourne, tête me tourne, tête
        tourne, presque évanoui*, failli m'évanouir, failli tomber, failli perdre connaissance,
        voile noir, jambes en coton, faiblesse soudaine, vaseux, tête légère, étourdi*, presque
        tombé, vertigineux, flageol*, presque écroulé*, la tête vide, malaise
        """
    ),
    "person": phrases(
        """
        je, j, ai, me, m, moi, mon, ma, mes, il, elle, lui, le, la, son, sa, nous, on, mari, femme,
        mère, père, maman, papa, mamie, papi, fils, fille, enfant, bébé, frère, soeur, ami, amie,
        voisin, voisine, quelqu'un, patient*, personne, homme, dame, monsieur, grand mère, grand
        père, copain, copine, collègue, tante, oncle, petit fils, petite fille, viens, suis, papy,
        mamy, tata, tonton, beau père, belle mère, conjoint*, compagne, compagnon, vieux, vieille,
        gars, pote, notre, nos, c, bebe, cousin, cousine, infirmière
        """
    ),
    "simile": phrases(
        """
        comme si, comme un, comme une, l'impression, on dirait, impression que
        """
    ),
    "speech": phrases(
        """
        parle, parler, paroles, mots, mot, phrase*, articuler, parlait, langage, élocution, articule
        """
    ),
    "impaired": phrases(
        """
        bizarre*, ivre, soûl*, saoul*, incohérent*, n'importe quoi, bafouill*, incompréhensible*,
        bredouill*, étrange*, confus*, arrive plus, arrive pas, sans queue, mélange, mélangés,
        embrouillé*, comprends rien, comprend rien, pas compréhensible, pâteuse, pâteux, du
        charabia, charabia
        """
    ),
    "face": phrases(
        """
        bouche, visage, sourire, paupière, oeil, joue, lèvre, coin, commissure, figure, joues
        """
    ),
    "droop": phrases(
        """
        tombe, tombant*, tordu*, de travers, affaissé*, pend, paralysé*, engourdi*, déformé*,
        asymétrique, tombée d'un, tombe d'un, d'un côté, de côté, penche, tiré vers, décroché*,
        pendante
        """
    ),
    "ingested": phrases(
        """
        bu, avalé, mangé, pris, ingéré, injecté, boit, avale, avaler, gobé, ingurgité
        """
    ),
    "poison": phrases(
        """
        javel, détergent, lessive, poison, essence, antigel, acide, soude, pile, pesticide*,
        insecticide*, ammoniac, champignons, déboucheur, produit ménager, mort aux rats, white
        spirit, eau de javel, produit wc, dissolvant, térébenthine, baies, liquide vaisselle,
        raticide, colle
        """
    ),
    "lots": phrases(
        """
        poignée, trop de, entier, entière, boîte, flacon, tous, toute, tout le, plein de, tas de,
        des dizaines, d'un coup, tous mes, toutes mes, exprès, chaque, vingt, trente, cinquante,
        dix, quinze, plaquette, beaucoup trop, beaucoup, énormément
        """
    ),
    "pills": phrases(
        """
        comprimé*, cachet*, gélule*, médicament*, pilule*, somnifère*, paracétamol, doliprane,
        aspirine, insuline, bêtabloquant*, bisoprolol, digoxine, anticoagulant*, antidépresseur*,
        médocs, médoc, cachets, eliquis, xanax, lexomil, morphine, tranquillisants
        """
    ),
    "down": phrases(
        """
        par terre, au sol, tombé, tombée, allongé*, étendu*, dans l'escalier, chute, trouvé*,
        effondré*, écroulé, dans la cuisine, dans la salle de bain, escalier, à terre, tombé dans
        """
    ),
    "still": phrases(
        """
        ne bouge plus, ne bouge pas, bouge plus, bouge pas, répond pas, répond plus, parle plus,
        relève pas, se relever, ouvre pas les yeux, pâle, inconscient*, inanimé*, réagit plus,
        réagit pas, gris, grise, tout gris, bleu, bleue, blanc comme, livide, ne dit plus
        """
    ),
    "clutch": phrases(
        """
        se tient la, se tenait la, s'est tenu, se serre la, porte la main, main sur la, agrippe, se
        tient la poitrine, tient la poitrine, main à la poitrine, mains sur la poitrine, se touche
        la
        """
    ),
    "autonomic": phrases(
        """
        sueur*, transpire*, nausée*, envie de vomir, vomi*, vomis, pâle, moite*, sueurs froides, en
        sueur, vomir, je transpire, blême, livide
        """
    ),
    "odd": phrases("bizarre, étrange, drôle, gêne, inconfort*, désagréable"),
}
