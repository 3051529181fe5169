"""French phrases that mean danger by themselves."""

from typing import Final

from agent.phrases import phrases

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "breath": phrases(
        """
        n'arrive plus à respirer, arrive plus à respirer, arrive pas à respirer, peux plus respirer,
        peux pas respirer, peut plus respirer, peut pas respirer, ne respire plus, ne respire pas,
        respire plus, respire pas, respire mal, respire très mal, respire à peine, du mal à respirer,
        mal à respirer, difficulté à respirer, difficultés à respirer, difficultés respiratoires,
        détresse respiratoire, manque d'air, plus d'air, pas d'air, d'air pas assez, pas assez d'air,
        cherche mon souffle, cherche son souffle, plus de souffle, souffle coupé, à bout de souffle,
        essoufflé, essoufflée, arrêté de respirer, cessé de respirer, s'arrête de respirer, étouffe,
        m'étouffe, s'étouffe, étouffé, étouffée, suffoque, suffocation, asphyxi*, avalé de travers et,
        devient bleu, devient tout bleu, devient bleue, devient toute bleue, est bleu, est tout bleu,
        toute bleue, lèvres bleues, lèvres sont bleues, lèvres violettes, visage bleu, gorge se ferme,
        gorge qui se ferme, gorge gonfle, gorge enfle, langue gonfle, langue enfle, langue qui gonfle,
        langue qui enfle, anaphyla*, se noie, noyé, noyée, halète, arrive plus à reprendre,
        arrive pas à reprendre, reprendre mon souffle, reprendre son souffle, plus respirer,
        pas respirer, respirer plus, peine à respirer, respire presque plus, respire très vite,
        respire bizarrement, souffle court, souffle très court, l'air ne passe, air ne rentre,
        air rentre pas, manque d'oxygène, besoin d'air, a arrêté de respirer, j'étrangle, s'étrangle,
        avalé de travers, deviennent bleues, devient violet, violet, est violette, raisin coincé,
        coincé dans la gorge, lèvres gonflent, gorge serrée et, ça siffle et, étouffer,
        difficultés _ respirer, difficulté _ respirer, gêne respiratoire importante, souffle est court,
        air du tout, doigts bleus, mousse rose, voies respiratoires, elle râle et, il râle et,
        oedème de quincke, glotte, ventoline ne, inhalateur ne, respiration faiblit
        """
    ),
    "collapse": phrases(
        """
        perdu connaissance, perd connaissance, perte de connaissance, perds connaissance, évanoui,
        évanouie, m'évanouir, évanouir, s'évanouit, m'évanouis, évanouissement, tombé dans les pommes,
        tombée dans les pommes, inconscient, inconsciente, sans connaissance, ne répond plus,
        répond plus, ne répond pas, répond pas, ne réagit plus, réagit plus, ne réagit pas, réagit pas,
        ne se réveille pas, se réveille pas, ne se réveille plus, se réveille plus,
        n'arrive pas à le réveiller, arrive pas à la réveiller, à le réveiller, à la réveiller,
        ne bouge plus, bouge plus, sans vie, inanimé, inanimée, plus de pouls, pas de pouls,
        trouve pas _ pouls, trouve plus _ pouls, sens pas _ pouls, sens plus _ pouls, écroulé, écroulée,
        s'écroule, s'effondre, effondré, effondrée, collapsus, malaise grave, tombé et, tombée et,
        vient de tomber et, gît, allongé par terre et, étendu par terre, par terre et ne, convuls*,
        crise d'épilepsie, crise épileptique, crise de convulsions, tremble de partout,
        mousse aux lèvres, bave et, écume aux lèvres, arrêt cardiaque, arrêt cardio*, yeux révulsés,
        revient pas à lui, revient pas à elle, reprend pas connaissance, regard fixe, tout mou,
        toute molle, est mou, est molle, immobile, pas de réponse, aucune réponse, aucune réaction,
        ne bouge pas, a l'air mort*, par terre, s'est effondré*, s'est écroulé*, s'est affaissé*,
        affaissé*, est affalé*, malaise et, fait un malaise, fait malaise, viens de m'évanouir,
        vient de s'évanouir, me suis évanoui*, tombé par terre, tombée par terre, tombé dans l'escalier,
        tombé d'un coup, tombée d'un coup, tombé raide, raide par terre, allongé dans, réveiller,
        inconscient*, perdu conscience, perd conscience, perte de conscience, comateux, coma,
        secousses et, des secousses, convulsion, épilepsie, yeux retournés, raide et, pouls introuvable,
        sans pouls, signe de vie, aucun signe de vie, tremblements incontrôlables,
        difficile à réveiller, perte de connaissance brutale
        """
    ),
    "stroke": phrases(
        """
        bouche de travers, bouche est de travers, bouche tordue, bouche _ tordue, bouche tombe,
        bouche qui tombe, visage de travers, visage tombe, visage qui tombe, visage affaissé,
        visage _ affaissé, visage paralysé, moitié de mon visage, moitié de son visage,
        moitié du visage, côté du visage, coin de la bouche, parle bizarrement, parle mal,
        parle de travers, n'arrive plus à parler, arrive plus à parler, arrive pas à parler,
        peut plus parler, peux plus parler, peut pas parler, parle plus, parle plus correctement,
        bredouille, bafouille soudain*, propos incohérents, paroles incohérentes, dit n'importe quoi,
        articule plus, trouve plus ses mots, trouve plus mes mots, trouve pas ses mots, moitié du corps,
        moitié de mon corps, moitié de son corps, côté du corps, côté gauche paralysé,
        côté droit paralysé, paralysé, paralysée, paralysie, hémiplégi*, côté gauche engourdi,
        côté droit engourdi, soudain aveugle, ne vois plus rien, vois plus rien, plus rien voir,
        perdu la vue, perte de vision, vois double soudain*, pire mal de tête, mal de tête atroce,
        mal de tête foudroyant, fait un avc, fais un avc, faire un avc, un avc en ce moment,
        c'est un avc, est un avc, soudain confus*, soudainement confus*, hémorragie cérébrale,
        bouche est tombée, bouche tombée, bouche _ côté, visage _ côté, moitié de la figure,
        moitié de son, sourire de travers, parler d'un coup, ne sait plus parler, parle bizarre,
        mots sortent, mots se mélangent, mots mélangés, cherche ses mots soudain,
        arrive plus à articuler, comprends pas ce qu'il, côté gauche ne, côté droit ne,
        côté gauche répond, côté paralysé, coté gauche, moitié paralysé*, un avc je crois,
        que c'est un avc, avc vite, est en train de faire un avc, vois plus d'un oeil, plus d'un oeil,
        oeil d'un coup, aveugle d'un oeil, pire céphalée, attaque cérébrale, hémiplég*,
        paralysie faciale, perte de la vue, faiblesse d'un côté, faiblesse du bras,
        faiblesse dans le bras, faiblesse soudaine d'un, trouble de la parole, troubles de la parole,
        difficulté à parler, difficultés à parler, du mal à parler, bras faible, mal de tête soudain,
        mal de tête brutal, mal de tête explosif, maux de tête soudains, confusion soudaine,
        ne sait plus où, vois plus d'un
        """
    ),
    "suicide": phrases(
        """
        veux mourir, voudrais mourir, envie de mourir, veux plus vivre, ne veux plus vivre,
        plus envie de vivre, plus envie de continuer, pas envie de vivre, vais me tuer, me tuer,
        veux me tuer, me suicider, mettre fin à mes jours, fin à mes jours, en finir, finir avec la vie,
        mettre fin à ma vie, fin à ma vie, m'ôter la vie, ôter la vie, plus de raison de vivre,
        aucune raison de vivre, vie n'a plus de sens, vie a plus de sens, vie ne vaut,
        préférerais être mort*, préfère être mort*, voudrais être mort*, mieux sans moi,
        seraient mieux sans moi, me faire du mal, me mutiler, automutil*, m'ouvrir les veines,
        ouvert les veines, ouvrir les veines, tailler les veines, me pendre, se pendre, me jeter sous,
        sauter du pont, sauter par la fenêtre, me tirer une balle, fatigué de vivre, fatiguée de vivre,
        ne plus me réveiller, plus me réveiller, disparaître pour toujours, peux plus continuer à vivre,
        me suicide, vais me suicider, suicider, mourir ce soir, envie d'en finir, veux en finir,
        plus la force de vivre, plus la force de continuer, plus de raison de, marre de vivre,
        marre de la vie, ras le bol de vivre, mieux si j'étais mort*, si j'étais mort*, mieux mort*,
        serait mieux sans moi, serais mieux mort*, mieux si je n'étais, si je n'existais,
        disparaître à jamais, disparaître définitivement, jamais me réveiller, dormir pour toujours,
        je ne manquerais à personne, manquerai à personne, un poids pour tous, un fardeau,
        une charge pour tout, lettre d'adieu, lettre de suicide, mot d'adieu, adieu à tous, dis adieu,
        me foutre en l'air, me flinguer, me tirer une, sauter du, sauter d'un, me jeter du,
        me jeter d'un, sous un train, sous le train, me noyer, me couper les veines, me taillader,
        combien de _ pour mourir, pour mourir, pour me tuer, mettre de côté des cachets, veux crever,
        envie de crever, crever ce soir, finir ce soir, la vie ne sert à rien, à quoi bon vivre,
        plus de sens à ma vie, m'empoisonner, me brûler vif, m'immoler, me poignarder, m'étouffer moi,
        m'électrocuter, me scarifier, me blesser, me laisser mourir, me jeter, cesser d'exister,
        ne plus exister, plus exister, jamais né, jamais née, pas être né, ma propre mort,
        plus heureux sans moi, mérite plus de vivre, mérite pas de vivre, mettre fin à ma souffrance,
        mettre fin à mes souffrances, fin à cette douleur, prendre tous ces cachets,
        prendre tous mes cachets, avaler tous, pensées suicidaires, idées suicidaires,
        idées noires et envie, suicidaire, foncer dans un arbre, les voix me disent, voix me disent de,
        cachets de côté, médicaments de côté pour
        """
    ),
    "overdose": phrases(
        """
        trop de comprimés, trop de cachets, trop de médicaments, trop de pilules, trop de gouttes,
        tous mes comprimés, tous mes médicaments, tous les comprimés, tous les cachets, toute la
        boîte, boîte entière, tout le flacon, flacon entier, plaquette entière, toute la plaquette,
        surdose, overdose, empoisonné*, intoxiqué*, intoxication, avalé # comprimés, pris #
        comprimés, avalé # cachets, pris # cachets, # comprimés d'un coup, une poignée de comprimés,
        poignée de cachets, bu de la javel, avalé de la javel, bu du produit, avalé une pile, avalé
        la pile, monoxyde de carbone, beaucoup trop de, beaucoup trop de médicaments, pris tous,
        pris toute la, avalé tous, avalé toute, avalé tout, pris tout le flacon, pris #, pris # de,
        pris # bisoprolol, avalé #, # bisoprolol, # métoprolol, # cachets, # comprimés, plaquette,
        toute ma boîte, la boîte entière, trop pris de, surdosage
        """
    ),
    "emergency": phrases(
        """
        une ambulance, l'ambulance, ambulance vite, ambulance svp, appelez le 15, appelle le 15,
        appelez le 112, appelle le 112, appelez le samu, appelle le samu, le samu vite,
        appelez les secours, appelle les secours, appelez les pompiers, appelle les pompiers,
        pompiers vite, besoin d'aide, à l'aide, au secours, aidez moi, aide moi, aidez nous,
        c'est une urgence, est une urgence, urgence médicale, un médecin vite,
        besoin d'un médecin tout de suite, saigne beaucoup, saigne abondamment, n'arrête pas de saigner,
        arrête pas de saigner, saignement* _ arrête pas, hémorragie, se vide de son sang,
        crache du sang, vomit du sang, vomis du sang, vomi du sang, tousse du sang, enceinte _ saign*,
        saign* _ enceinte, électrocut*, brûlure grave, gravement brûlé*, faut le samu, appelez le 18,
        le samu, appelez une, appelle une, une ambulance vite, faut une ambulance, venez vite,
        viens vite, vite un médecin, quelqu'un m'aide, aidez, pitié aidez, sos, sauvez moi,
        sang partout, du sang partout, ça saigne fort, pisse le sang, perd beaucoup de sang,
        perds beaucoup de sang, sang dans les vomi*, craché du sang, hémorragi*, poignardé, tiré dessus,
        choc anaphylactique, choc allergique, réaction allergique, plaques et je, renversé par une,
        brûlé gravement, besoin d'une ambulance, d'ambulance
        """
    ),
}
