"""French words of sudden danger: throats that close, children and pills, what is about to happen."""

from typing import Final

from agent.phrases import phrases

SUDDEN: Final[dict[str, tuple[str, ...]]] = {
    "fillers": phrases(
        """
        très, tout à coup, d'un coup, soudain, soudainement, maintenant, vraiment, tellement, super,
        trop, hyper, carrément, tout, toute, là, presque, aussi, plus, même, bien, si, un peu,
        quasiment
        """
    ),
    "airway": phrases(
        """
        gorge, langue, lèvre, lèvres, visage, bouche, paupières
        """
    ),
    "swelling": phrases(
        """
        gonfle*, gonflé*, enfle*, enflé*, gonflent, enflent, ferme, se resserre, tuméfié*
        """
    ),
    "gullet": phrases(
        """
        gorge, trachée, gosier
        """
    ),
    "stuck": phrases(
        """
        coincé*, bloqué*, raisin, arête, travers, obstrué*
        """
    ),
    "child": phrases(
        """
        fils, fille, enfant, bébé, petit, petite, petit fils, neveu, nièce, gamin, gamine, gosse,
        jumeaux, chien, garçon
        """
    ),
    "ate": phrases(
        """
        mangé, avalé, ingéré, croqué, gobé
        """
    ),
    "shaking": phrases(
        """
        secousses, secoué*, tremble, tremblements, raide, convulse
        """
    ),
    "imminent": phrases(
        """
        vais m'évanouir, vais tomber dans les pommes, tomber dans les pommes, vais m'effondrer, vais
        m'écrouler, vais perdre connaissance, perds connaissance, en train de m'évanouir, tout
        devient noir, tout est noir et, je vois tout noir, tout est en train de devenir noir, vais
        tomber, je pars là, je m'évanouis, je me sens partir, je tourne de l'oeil, vais tourner de
        l'oeil
        """
    ),
    "watching": phrases(
        """
        tu le verrais, verrais tu, remarquerais, saurais tu, serait prévenu, préviendrais, demande
        si, demandé si, veut savoir si, en général, en théorie, plus fréquent, plus fréquente,
        statistique*, si j'arrêtais, si je m'évanouis
        """
    ),
    "suicide_named": phrases(
        """
        suicid*, suicidaire*
        """
    ),
    "no_point": phrases(
        """
        aucun sens, plus de sens, pas de sens, n'a plus de sens, aucune raison, pas de raison,
        plus de raison, plus envie, pas envie, plus la force, ne mérite pas, mérite pas, mérite plus,
        marre, fatigué de, fatiguée de, ras le bol, ne vaut, vaut plus, vaut pas, rien, veux pas,
        veux plus, à quoi bon, pourquoi continuer
        """
    ),
    "living": phrases(
        """
        vivre, la vie, exister, en vie, rester en vie, être en vie, vivant, vivante
        """
    ),
    "resolved": phrases(
        """
        c'est passé, est passé, est passée, a disparu, c'est fini, ça va mieux, va mieux maintenant,
        plus mal, n'ai plus mal, s'est arrêté tout seul, passée tout de suite, passé tout de suite,
        la douleur est partie, est vite passé, est vite passée
        """
    ),
    "returned": phrases(
        """
        de nouveau, à nouveau, encore, revient, est revenu, revenue, toujours, pire
        """
    ),
    "sight": phrases(
        """
        vision, vue, un oeil, d'un oeil, les yeux
        """
    ),
    "sight_gone": phrases(
        """
        perdu, perdue, perte, soudain*, d'un coup, tout à coup, aveugle, noir, disparu
        """
    ),
    "breathing": phrases(
        """
        respire, respiration, souffle
        """
    ),
    "laboured": phrases(
        """
        bizarre*, faible, plus faible, bruit, bruits, très vite, superficiel*, saccadé*, siffle, râle,
        râles, ronfle bizarrement, lentement et
        """
    ),
}
