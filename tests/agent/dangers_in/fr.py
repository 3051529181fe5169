"""French."""

ESCALATE = """
j'ai très mal à la poitrine
j'ai une douleur dans la poitrine qui descend dans le bras gauche
je n'arrive plus à respirer
mon mari vient de tomber et ne se réveille pas
ma mère ne respire plus
ça serre dans la poitrine
sa bouche est de travers et il parle bizarrement
je ne sens plus mes jambes
je veux mourir
j'ai pris trop de comprimés
mon défibrillateur vient de m'envoyer un choc
douleur thoracique
je crois que je fais une crise cardiaque
papa a perdu connaissance
elle convulse
je ne peux plus bouger mon bras droit
appelez une ambulance s'il vous plaît
je suis enceinte et j'ai mal à la poitrine
ma fille a avalé toute la boîte de médicaments
j'étouffe
il devient tout bleu
je n'ai plus envie de vivre
je vais me tuer
la moitié de mon visage est engourdie
ma grand-mère ne répond plus
je ne trouve pas son pouls
j'ai l'impression qu'un éléphant est assis sur ma poitrine
je viens de m'évanouir
mon coeur s'est arrêté
doulleur a la poitrine et sueurs
avant je n'avais jamais rien mais maintenant ça brûle derrière le sternum
je crois que je suis en train de mourir
ma femme fait un AVC
je crache du sang
mon fils s'étouffe avec un bonbon
du mal à respirer depuis dix minutes
"""

CALM = """
le patch sur la poitrine me gratte
la ceinture thoracique est trop serrée
comment était mon pouls cette nuit
mon grand-père a eu un infarctus en 1990
que faire si j'ai mal à la poitrine
je n'ai pas mal à la poitrine
pas de douleur thoracique ni de vertiges
la fibrillation peut-elle provoquer un AVC
quels sont les signes d'un AVC
la batterie est morte
je meurs d'envie de savoir
la connexion est tombée
il y a des années je me suis évanoui une fois
montre-moi mes notes sur les douleurs thoraciques
combien de fois ai-je noté des vertiges
peux-tu détecter un infarctus
je suis mort de fatigue, ai-je bien dormi
j'ai vu un film sur une crise cardiaque
c'est quoi un arrêt cardiaque
mon coeur bat vite
je vais bien aujourd'hui
je n'ai jamais perdu connaissance
quel est le numéro des urgences
ma grand-mère est morte d'un AVC
j'ai pris mes comprimés à huit heures
j'étais essoufflé dans les escaliers
je suis mort de rire
ai-je eu de la fibrillation cette nuit
combien de temps a duré la plus longue pause
la peau sous le patch est rouge
quand faut-il appeler une ambulance
si mon mari s'évanouit, est-ce que tu le vois
histoire de tuer le temps, quel était mon pouls
j'ai lu un livre sur le suicide
hier musculation de la poitrine, quel pouls
le capteur est-il connecté
"""
