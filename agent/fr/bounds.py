"""French words for what Hearth does not do for anybody; those of medicines are in ``limits``."""

from typing import Final

from agent.phrases import phrases

NOT_ON_ONE_LEAD: Final[dict[str, tuple[str, ...]]] = {
    "axis": phrases("axe du coeur, axe électrique, axe cardiaque, déviation axiale"),
    "hypertrophy": phrases("hypertroph*, hvg, hvd, coeur grossi, coeur dilaté, paroi épaissie, gros coeur"),
    "infarction": phrases(
        """
        infarctus, crise cardiaque, attaque cardiaque, stemi, nstemi, sus décalage, sous décalage, segment
        st, ischémi*, coronaire*, coronarien*, artère* bouchée*, onde q, ondes q
        """
    ),
    "bundle": phrases("bloc de branche, blocs de branche, bbg, bbd, hémibloc*, fasciculaire*"),
    "progression": phrases(
        """
        progression des ondes r, progression de l onde r, inversion des électrodes, précordial*
        """
    ),
    "electrolytes": phrases("potassium*, électrolyte*, calcium, hyperkali*, hypokali*, taux de magnésium"),
}
NOT_MEASURED: Final[dict[str, tuple[str, ...]]] = {
    "blood_pressure": phrases(
        """
        tension, tension artérielle, pression artérielle, systolique, diastolique, hypertension
        """
    ),
    "oxygen": phrases("oxygène, spo2, saturation"),
    "glucose": phrases("glycémie, glucose, sucre dans le sang, taux de sucre"),
    "temperature": phrases("température, fièvre"),
    "breathing_rate": phrases("respiration, respiratoire*, apnée*"),
    "sleep": phrases(
        """
        sommeil profond, phases de sommeil, qualité du sommeil, combien de temps ai je dormi, combien ai je
        dormi, heures de sommeil
        """
    ),
    "steps": phrases("pas effectués, nombre de pas, calories, poids, kilomètres, distance, vo2*"),
    "stress": phrases("stress, niveau de stress"),
    "cholesterol": phrases("cholestérol, troponine, prise de sang, analyse de sang"),
}
ADVICE: Final[tuple[str, ...]] = phrases(
    """
    vais je mourir, combien de temps me reste, espérance de vie, risque*, vais je avoir un avc, faire un
    avc, dois je voir un médecin, dois je consulter, devrais je consulter, faut il consulter, dois je aller,
    devrais je aller, besoin d un médecin, diagnosti*, suis je malade, suis je en bonne santé, mon coeur est
    il sain, maladie cardiaque, insuffisance cardiaque, puis je faire du sport, puis je courir, puis je
    boire, puis je conduire, puis je voyager, dois je m inquiéter, faut il s inquiéter, dois je m en faire,
    est ce grave, c est grave, est ce dangereux, c est dangereux, pacemaker, stimulateur, ablation,
    cardioversion, opération*, chirurgie, soigner, guérir, pronostic, que dois je faire, que faire, qu est
    ce qui a causé, cause de, causé par, provoqué*, à cause, alcool, boire du café
    """
)
CHANGES: Final[tuple[str, ...]] = phrases(
    """
    désactive*, éteins, éteindre, éteignez, coupe*, couper, active les, active l alarme, active la, allume*,
    supprime*, efface*, règle la, règle le, réglez, régler, change la, change le, changer, modifie*,
    redémarre*, réinitialise*, rappelle moi, acquitte*, exporte*, envoie à, envoie le, envoie la, envoyez,
    imprime*, appelle mon, appelle ma, partage*, arrête l enregistrement, démarre l enregistrement, silence,
    mets en sourdine, préviens mon, mets le, mets la
    """
)
