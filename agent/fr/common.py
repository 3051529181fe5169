"""Everyday French words that are never taken for a misspelt word of another list."""

from typing import Final

from agent.phrases import words

COMMON: Final = words(
    """
    match catch fiche tâche hache riche alors ancien année appel après argent arrive assez assis attendre
    aucun aujourdhui autant autour autre autres avance avant avec avez avoir avril beau beaucoup belle
    besoin bien bientôt blanc boire bois bonne bout bras bruit cadre calme campagne cause celle celles celui
    centre certain chaise chambre champ chance change chaque chat chaud chemin cher chez chien chose choses
    ciel cinq classe clair comme comment compte connais corps côté coucher couleur coup courir cours court
    crois croire cuisine dans début dehors déjà demain demande demi depuis dernier derrière dessus deux
    devant devenir devoir dire dites dois doit donc donne donner dormir doute droit dure école écoute écrire
    elle elles encore enfant enfants enfin entendre entre envie envoyer épouse est étage état étais était
    été être eux exemple face facile faim faire fait famille faut faux femme fenêtre fille fils fin finir
    fois font force forme fort français frère froid gauche gens grand grande gros groupe guerre habite hier
    homme idée ici image important jamais jambe jardin jeudi jeune joie jouer jour jours juste laisse langue
    laquelle lequel leur leurs lettre lieu lire lit livre loin long longue lors lorsque lundi lune main
    maintenant mais maison mal manger manière matin mauvais meilleur même mère merci mettre midi mieux
    milieu mille minuit mois moins moitié moment monde monsieur montagne monter montre mort mot mourir moyen
    nature neuf nez noir nombre nouveau nouvelle nuit oeil ouvrir page pain papa papier parce parfois parle
    parler parmi partie partir partout passe passé pays peau pendant penser perdre père personne petit
    petite peur peut peux pied place plein pluie plus plusieurs plutôt point porte porter possible pour
    pourquoi pouvoir première prendre presque prêt prix problème prochain propos puis puisque quand quatre
    quel quelle quelque quelques question qui quoi raison regarde repas reste rester retour réveil rien
    route rouge rue sais salle samedi sang sans santé savoir sens sera seul seule seulement soeur soir
    soleil somme sommeil sont sortir souvent suis suite sujet sur sûr table tard temps tenir terre tête
    tient toujours tour tous tout toute toutes train travail très trois trop trouver vais valeur vendredi
    venir vent vers verre veut veux vie vieux ville vite vivre voici voilà voir voit voix vont votre vouloir
    voyage vrai vraiment
    """
)
