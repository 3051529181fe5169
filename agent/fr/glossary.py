"""What words mean, in plain French; and the words that name them."""

from typing import Final

from agent.fr.clinical import CLINICAL_GLOSSARY
from agent.phrases import phrases

TERMS: Final[dict[str, tuple[str, ...]]] = {
    "heart rate": phrases("fréquence cardiaque, pouls, battements par minute, bpm"),
    "resting heart rate": phrases("fréquence cardiaque au repos, pouls au repos, fréquence de repos"),
    "atrial fibrillation": phrases("fibrillation auriculaire, fibrillation atriale, fibrillation, fa, af"),
    "AF burden": phrases("charge de fibrillation, charge en fa, charge"),
    "sinus rhythm": phrases("rythme sinusal, sinusal"),
    "pause": phrases("pause, pauses"),
    "bradycardia": phrases("bradycardie*"),
    "tachycardia": phrases("tachycardie*"),
    "ventricular tachycardia": phrases("tachycardie ventriculaire, tv, salve de battements larges"),
    "bigeminy": phrases("bigéminisme, bigéminée"),
    "trigeminy": phrases("trigéminisme, trigéminée"),
    "early beat": phrases("extrasystole*, battement précoce, battements précoces, battement prématuré"),
    "PVC": phrases("esv, extrasystole ventriculaire, extrasystoles ventriculaires, pvc"),
    "PAC": phrases(
        """
        esa, essv, extrasystole auriculaire, extrasystoles auriculaires, supraventriculaire*, pac
        """
    ),
    "RR interval": phrases("rr, intervalle rr"),
    "heart rate variability": phrases("variabilité cardiaque, variabilité, vfc, hrv, rmssd"),
    "PR interval": phrases("pr, intervalle pr, pq"),
    "QRS": phrases("qrs, complexe qrs, durée du qrs"),
    "QT interval": phrases("qt, intervalle qt"),
    "QTc": phrases("qtc, qtcf, fridericia, qt corrigé"),
    "P wave": phrases("onde p, ondes p"),
    "T wave": phrases("onde t, ondes t"),
    "R peak": phrases("pic r, onde r"),
    "ECG": phrases("ecg, électrocardiogramme"),
    "lead": phrases("une dérivation, dérivation, dérivations"),
    "coverage": phrases("couverture, temps analysable"),
    "signal quality": phrases("qualité du signal"),
    "median": phrases("médiane"),
    "arrhythmia": phrases("arythmie*"),
    "ectopy": phrases("ectopie"),
    "artefact": phrases("artefact*"),
}

GLOSSARY: Final[dict[str, str]] = {
    "heart rate": (
        "La fréquence cardiaque est le nombre de battements du cœur en une minute (bpm). Je la tire de "
        "fenêtres de dix secondes."
    ),
    "resting heart rate": (
        "La fréquence cardiaque au repos est la fréquence quand le corps est calme. Je prends la médiane "
        "en rythme sinusal entre minuit et 6 h."
    ),
    "atrial fibrillation": (
        "Dans la fibrillation auriculaire (FA), les oreillettes du cœur tremblent au lieu de "
        "battre\u00a0; le pouls devient irrégulier et l'ECG ne montre pas d'ondes P. Elle peut aller et "
        "venir sans qu'on la sente. Dire si quelqu'un en a une revient à un médecin\u00a0; je ne signale "
        "que des passages qui y ressemblent."
    ),
    "AF burden": "C'est la part du temps analysable passée en fibrillation auriculaire.",
    "sinus rhythm": (
        "Le rythme sinusal est le rythme propre du cœur\u00a0: chaque battement part du nœud sinusal, "
        "avec une onde P avant lui."
    ),
    "pause": (
        "Une pause est un long intervalle entre deux battements. Je compte les intervalles à partir de la "
        "durée réglée, avec un signal net des deux côtés."
    ),
    "bradycardia": "Une bradycardie est un rythme lent du cœur. Beaucoup de gens en ont une en dormant.",
    "tachycardia": (
        "Une tachycardie est un rythme rapide du cœur. Elle vient aussi avec l'effort, la fièvre et "
        "l'émotion."
    ),
    "ventricular tachycardia": (
        "Une salve de battements larges, ce sont plusieurs battements rapides à la suite qui partent des "
        "ventricules, ou en ont l'air. Une salve rapide s'appelle tachycardie ventriculaire. Cela doit "
        "être vu par un médecin."
    ),
    "bigeminy": (
        "Dans le bigéminisme, un battement sur deux vient trop tôt\u00a0; les battements vont donc par "
        "paires."
    ),
    "trigeminy": "Dans le trigéminisme, un battement sur trois vient trop tôt.",
    "early beat": (
        "Un battement précoce (extrasystole) vient avant son heure, souvent suivi d'une courte attente "
        "ressentie comme un battement manqué. La plupart des gens en ont quelques-uns."
    ),
    "PVC": "Une extrasystole ventriculaire (ESV) est un battement précoce qui part des ventricules du cœur.",
    "PAC": "Une extrasystole auriculaire (ESA) est un battement précoce qui part des oreillettes du cœur.",
    "RR interval": "L'intervalle RR est le temps d'un battement au suivant, en millisecondes.",
    "heart rate variability": (
        "La variabilité cardiaque dit combien change le temps entre les battements. J'utilise le "
        "RMSSD\u00a0: la différence typique entre un intervalle RR et le suivant. En fibrillation "
        "auriculaire, elle ne dit rien du stress ni de la forme."
    ),
    "PR interval": (
        "L'intervalle PR est le temps du début de l'onde P au début du complexe QRS\u00a0: ce que met "
        "l'influx pour passer des oreillettes aux ventricules. En fibrillation auriculaire, il n'y en a "
        "pas."
    ),
    "QRS": (
        "Le complexe QRS est la partie haute et étroite de l'ECG, quand les ventricules se contractent. "
        "Sa durée dit combien de temps cela prend."
    ),
    "QT interval": (
        "L'intervalle QT est le temps du début du complexe QRS à la fin de l'onde T. Il raccourcit quand "
        "le cœur bat plus vite."
    ),
    "QTc": (
        "Le QTc est l'intervalle QT corrigé pour la fréquence cardiaque. J'utilise la formule de "
        "Fridericia\u00a0: QT divisé par la racine cubique de RR en secondes."
    ),
    "P wave": "L'onde P est la petite onde avant le complexe QRS, quand les oreillettes se contractent.",
    "T wave": "L'onde T est l'onde après le complexe QRS, quand les ventricules récupèrent.",
    "R peak": "Le pic R est la pointe du complexe QRS\u00a0; c'est là que les battements sont comptés.",
    "ECG": "Un ECG enregistre à travers la peau les petits signaux électriques du cœur.",
    "lead": (
        "Une dérivation est une direction d'où l'on voit le signal du cœur. Cet enregistreur en a "
        "une\u00a0; un ECG complet en a douze, et beaucoup de choses ne se jugent qu'avec elles."
    ),
    "coverage": (
        "La couverture dit quelle part d'un temps a été enregistrée et était assez nette pour être "
        "analysée. Je ne dis que quelque chose n'a pas eu lieu qu'à partir de 80 %."
    ),
    "signal quality": (
        "La qualité du signal est une note de 0 (inutilisable) à 1 (propre) pour chaque dizaine de secondes."
    ),
    "median": (
        "La médiane est la valeur du milieu\u00a0: la moitié des valeurs est en dessous, l'autre moitié "
        "au-dessus."
    ),
    "arrhythmia": (
        "Une arythmie est tout rythme autre qu'un rythme sinusal régulier. Ce qu'elle signifie, c'est à "
        "un médecin de le dire."
    ),
    "ectopy": "L'ectopie, ce sont des battements précoces qui partent d'ailleurs que du nœud sinusal.",
    "artefact": (
        "Un artefact est quelque chose dans le signal qui ne vient pas du cœur, comme un mouvement ou le "
        "bourdonnement du secteur."
    ),
    **CLINICAL_GLOSSARY,
}
