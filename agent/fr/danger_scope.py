"""French phrases that take a danger back, soften it, or bring it into the present."""

from typing import Final

from agent.phrases import phrases

SCOPE: Final[dict[str, tuple[str, ...]]] = {
    "alternatives": phrases("ni, ou"),
    "no": phrases("pas, jamais, aucun, aucune, sans, ni, rien, non"),
    "not_no": phrases(
        """
        arrête pas, sais pas, ne sais, pas bien, pas sûr, pas sûre, passe pas, part pas, pas seulement,
        pas normal, va pas, pas mieux, pas de blague, supporte pas, supporte plus, rassure pas, jamais
        rien, jamais eu ça, jamais eu, plus rien, comprends pas
        """
    ),
    "hypothetical": phrases(
        """
        si j, si je, si mon, si ma, si quelqu'un, si on, s'il, si elle, si il, si le, si la, en cas
        de, en cas d, au cas où, que faire si, que faire en cas, que dois je faire si, que se passe,
        que se passerait, quand faut il, quand dois je, quand doit on, quand appeler, quels sont,
        quelles sont, quel est, quelle est, qu'est ce qu'un, qu'est ce que, c'est quoi, que
        signifie, que veut dire, peut elle, peut il, peut provoquer, peut causer, peut on, peuvent,
        pourrait, provoque*, cause*, symptômes, symptôme de, signes de, signes d, signe de, risque
        de, risque d, danger de, différence entre, peux tu détecter, peux tu voir, détectes tu,
        détecte, est ce que tu vois, explique, expliquez, parle moi de, pourquoi les gens, pourquoi
        on, peur de faire, peur d'avoir, crainte, prévenir, probabilité, comment savoir, comment
        reconnaître, combien de, supposons, imaginons, faut il, demande si, si j'arrêtais, si
        j'avais, si je m, appris quoi, appris à, on a appris, tu le verrais si, qui serait prévenu
        """
    ),
    "not_hypothetical": phrases("comme si, comme s'il, s'il vous plaît, s'il te plaît, s'il vous plait"),
    "generic": phrases(
        """
        symptôme, symptômes, effet de, effets de, effet secondaire, effets secondaires, peut donner,
        signe, signes, signifie, risque, détect*, mesur*, cause*, provoque*
        """
    ),
    "asking": phrases(
        """
        que, pourquoi, quand, comment, quel, quelle, quels, quelles, combien, peut, peuvent, est ce,
        est elle, est il, distinguer, laisse t il, était il
        """
    ),
    "about": phrases(
        """
        note, notes, journal, noté, notée, inscrit, écrit, enregistré, montre moi, montrez moi,
        affiche, liste, film, films, série, télé, télévision, livre, roman, article, lu, lis,
        lecture, podcast, infos, nouvelles, chanson, jeu, documentaire, cours, formation, exercice
        d'évacuation, rêvé, rêve, cauchemar, numéro des urgences, numéro d'urgence, contact
        d'urgence, bouton d'urgence, appris, apprend, secourisme, vidéo, youtube, magazine, parlait
        d'un, parle d'un suicide, veut dire, examen, atelier
        """
    ),
    "long_past": phrases(
        """
        avant le pontage, avant son pontage, avant l'opération, avant son opération,
        il y a des années, il y a un an, il y a deux ans, il y a trois ans, il y a quatre ans, il y
        a cinq ans, il y a dix ans, il y a # ans, il y a des mois, il y a longtemps, l'an dernier,
        l'année dernière, le mois dernier, l'été dernier, en 19#, en 20#, quand j'étais, enfant j,
        autrefois, dans ma jeunesse, mort d'un, morte d'un, mort d'une, morte d'une, mort de, morte
        de, est décédé*, décédé*, antécédents, dans ma famille, dans la famille, depuis mon
        infarctus, après mon infarctus, après mon avc, la semaine dernière, il y a des semaines, de
        ma vie, dans ma vie, survécu, ancien infarctus, feu mon, feu ma, défunt*, enfant elle,
        évanouie enfant, évanoui enfant, étant enfant, étant petit*, quand elle était, quand il
        était, en 2009, en janvier, en février, en mars, en avril, en mai, en juin, en juillet, en
        août, en septembre, en octobre, en novembre, en décembre, au printemps, à 50 ans, à 40 ans,
        à 60 ans, est mort en, jadis, dans le temps, il y a des lustres
        """
    ),
    "recent_past": phrases(
        """
        hier, la nuit dernière, hier soir, avant hier, lundi, mardi, mercredi, jeudi, vendredi, samedi,
        dimanche, ce week end, il y a deux jours, il y a quelques jours, l'autre jour, cette semaine
        """
    ),
    "asked_past": phrases(
        """
        ai je eu, avais je, était ce, y a t il eu, est ce que j'ai eu, quand j'ai eu, quand j'avais
        """
    ),
    "past_verb": phrases("eu, avait, avais, était, été, avez, étais"),
    "present": phrases(
        """
        maintenant, en ce moment, encore, de nouveau, à nouveau, soudain, soudainement, d'un coup,
        tout à coup, vient de, viens de, à l'instant, il y a quelques minutes, il y a une minute,
        depuis ce matin, depuis une heure, depuis une demi, depuis dix, depuis hier, ce matin,
        aujourd'hui j'ai, ai mal, ai très mal, fait mal, me fait, empire, s'aggrave, ça brûle, ça
        serre, là maintenant, là tout de suite, toujours mal, toujours là
        """
    ),
    "exertion": phrases(
        """
        escaliers, escalier, courir, couru, course, sport, exercice, vélo, marche, marchant, parfois,
        souvent, montée, à l'effort, footing
        """
    ),
    "exercise": phrases("musculation, gym, pompes, haltères, développé couché, courbatures"),
    "thing": phrases(
        """
        wifi, internet, connexion, réseau, appli, application, serveur, programme, ordinateur, portable,
        téléphone, batterie, routeur, signal, caméra, chaise, table, étagère, économie, bourse, arbre,
        voiture, vélo, verre, site, page, pile, montre, câble, écran, chargeur, enregistreur, tablette,
        chauffage, toit, pont, marché, prix, immeuble, bâtiment, système
        """
    ),
    "topic": phrases(
        """
        numéro des urgences, numéro d'urgence, contact d'urgence, bouton d'urgence, pas une urgence,
        essai, test, exercice
        """
    ),
    "posture": phrases(
        """
        endormi sur, dormi dessus, froid, gelé*, dentiste, anesthési*, piqûre, à force d'être,
        à force de, dormi sur, dormi sur le
        """
    ),
    "reason": phrases("parce que, parce qu'il, parce que j'ai"),
    "breaks": phrases("mais, cependant, pourtant, car, sauf, jusqu"),
    "joints": phrases("et, ou, pendant, puis, alors"),
    "subjects": phrases(
        """
        je, j, me, m, mon, ma, mes, il, elle, lui, son, sa, ses, le, la, les, ça, c, on, nous, est, suis,
        ai, a, maintenant, peux, peut, que, quel, quelle, comment, quand, aide, aidez, ne, n, soudain, y,
        était, mari, femme, maman, papa, crois, au
        """
    ),
}
