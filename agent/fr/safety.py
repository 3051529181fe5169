"""French: the words of the safety gate, and what is said to somebody in danger."""

from typing import Final

from agent.fr.danger_everyday import EVERYDAY
from agent.fr.danger_masks import MASKS
from agent.fr.danger_phrases import PHRASES
from agent.fr.danger_scope import SCOPE
from agent.fr.danger_sudden import SUDDEN
from agent.fr.danger_words import CONCEPTS
from agent.gate import GateWords
from agent.phrases import merged

TEXTS: Final[dict[str, str]] = {
    "alerted": (
        "Ceux qui reçoivent des alertes d\u2019ici en reçoivent une maintenant\u00a0; appelez quand même "
        "vous-même."
    ),
    "escalate": (
        "Cela peut être une urgence. Appelez maintenant\u00a0: {number}. Je ne peux pas appeler les secours."
    ),
    "advise": (
        "D\u2019abord\u00a0: si cela revient ou se passe en ce moment, appelez les secours "
        "({number})\u00a0; n\u2019attendez pas mes enregistrements. Parlez-en de toute façon à votre "
        "médecin."
    ),
    "advise_near_faint": (
        "D\u2019abord\u00a0: si la tête vous tourne maintenant, asseyez-vous ou allongez-vous, et "
        "appelez les secours ({number}) si cela ne passe pas vite, si vous perdez connaissance, ou si "
        "vous avez mal à la poitrine ou du mal à respirer. Parlez-en de toute façon à votre médecin."
    ),
    "escalate_chest_pain": (
        "Cela peut être une urgence. Appelez maintenant\u00a0: {number}. Asseyez-vous, ne bougez plus et "
        "ne conduisez pas\u00a0; ouvrez la porte si vous êtes seul. Une seule dérivation ne me dit pas "
        "si c\u2019est un infarctus, et je ne peux pas appeler les secours."
    ),
    "escalate_breathing": (
        "Du mal à respirer peut être une urgence. Appelez maintenant\u00a0: {number}. Asseyez-vous bien "
        "droit et ne restez pas seul. Si une personne ne respire pas normalement et ne réagit pas, "
        "commencez le massage cardiaque. Je ne peux pas appeler les secours."
    ),
    "escalate_collapse": (
        "C\u2019est une urgence. Appelez maintenant\u00a0: {number}. Si la personne ne réagit pas et ne "
        "respire pas normalement, commencez le massage cardiaque et envoyez chercher un défibrillateur. "
        "Je ne peux pas appeler les secours."
    ),
    "escalate_stroke": (
        "Cela peut être un AVC, et chaque minute compte. Appelez maintenant\u00a0: {number}. Notez "
        "l\u2019heure du début\u00a0; ne mangez pas, ne buvez pas, ne conduisez pas. Même si c\u2019est "
        "passé. Je ne peux pas appeler les secours."
    ),
    "escalate_heart_attack": (
        "Si vous pensez que c\u2019est un infarctus, appelez maintenant\u00a0: {number}. Asseyez-vous, "
        "ne bougez plus et ne conduisez pas. Une seule dérivation ne montre pas un infarctus et ne peut "
        "pas l\u2019exclure, et je ne peux pas appeler les secours."
    ),
    "escalate_heart_stopped": (
        "Si vous allez très mal, ou si quelqu\u2019un ne réagit plus, appelez tout de suite\u00a0: "
        "{number}. Si une personne ne réagit pas et ne respire pas normalement, commencez le massage "
        "cardiaque. Je ne peux pas appeler les secours."
    ),
    "escalate_suicide": (
        "Je suis désolé que ce soit si dur. Vous n\u2019avez pas à porter cela seul. Si vous risquez de "
        "vous faire du mal, appelez maintenant ({number}), ou allez voir quelqu\u2019un de confiance. "
        "Une ligne vous écoute à toute heure\u00a0: 3114 en France, 0800 32 123 en Belgique, 143 en "
        "Suisse. Je n\u2019enregistre que le rythme du cœur et ne peux appeler personne pour vous."
    ),
    "escalate_overdose": (
        "Appelez maintenant\u00a0: {number}, ou le centre antipoison. Gardez l\u2019emballage sous la "
        "main. N\u2019attendez pas les symptômes et ne faites pas vomir. Je ne peux pas appeler les "
        "secours."
    ),
    "escalate_device_shock": (
        "Plusieurs chocs de suite, ou un choc avec un malaise, sont une urgence. Appelez "
        "maintenant\u00a0: {number}. Asseyez-vous ou allongez-vous, et ne conduisez pas. Après un seul "
        "choc sans malaise, appelez aujourd\u2019hui le service qui suit votre appareil. Je ne peux pas "
        "appeler les secours."
    ),
    "escalate_help": (
        "Si quelqu\u2019un a besoin d\u2019aide maintenant, appelez tout de suite\u00a0: {number}. Je ne "
        "peux pas appeler les secours ni juger d\u2019une urgence."
    ),
    "medication": (
        "Je ne conseille pas sur les médicaments\u00a0: ni lesquels, ni combien, ni s\u2019il faut "
        "arrêter. Demandez au médecin qui les a prescrits ou à un pharmacien\u00a0; pour une dose "
        "oubliée ou doublée, un pharmacien peut répondre tout de suite."
    ),
}

WORDS: Final = GateWords(
    code="fr",
    lists=merged(CONCEPTS, PHRASES, SUDDEN, SCOPE, MASKS, EVERYDAY),
    common=("mars", "avril", "mardi", "pouls", "batterie", "nuit"),
    joins={},
    folds={},
    elided=True,
)
