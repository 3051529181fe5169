"""German words for what Hearth does not do for anybody; those of medicines are in ``limits``."""

from typing import Final

from agent.phrases import phrases

NOT_ON_ONE_LEAD: Final[dict[str, tuple[str, ...]]] = {
    "axis": phrases("herzachse, achse, lagetyp, achsabweichung, linkstyp, rechtstyp"),
    "hypertrophy": phrases(
        """
        hypertrophie*, lvh, rvh, vergrößertes herz, herz vergrößert, verdickt*, herzvergrößerung
        """
    ),
    "infarction": phrases(
        """
        infarkt*, herzinfarkt*, stemi, nstemi, herzanfall*, st hebung*, st senkung*, st strecke*, ischämi*,
        durchblutung*, koronar*, herzkranz*, verstopfte*, q zacke*
        """
    ),
    "bundle": phrases(
        """
        schenkelblock*, linksschenkelblock*, rechtsschenkelblock*, lsb, rsb, hemiblock*, faszikel*
        """
    ),
    "progression": phrases("r progression, r zacken progression, elektroden vertauscht, brustwand*"),
    "electrolytes": phrases(
        """
        kalium*, elektrolyt*, kalzium*, calcium*, magnesiumspiegel*, magnesiummangel, hyperkali*, hypokali*
        """
    ),
}
NOT_MEASURED: Final[dict[str, tuple[str, ...]]] = {
    "blood_pressure": phrases("blutdruck*, systolisch*, diastolisch*, bluthochdruck*"),
    "oxygen": phrases("sauerstoff*, spo2, sättigung"),
    "glucose": phrases("blutzucker*, glukose*, zuckerwert*, insulinspiegel*"),
    "temperature": phrases("körpertemperatur, temperatur, fieber"),
    "breathing_rate": phrases("atemfrequenz, atemzüge*, atmung, apnoe*, atemaussetzer*"),
    "sleep": phrases(
        """
        schlafphase*, tiefschlaf*, rem schlaf, schlafqualität, wie lange habe ich geschlafen, wie viel habe
        ich geschlafen
        """
    ),
    "steps": phrases("schritte, schrittzahl, kalorien, gewicht, kilometer, vo2*, strecke"),
    "stress": phrases("stresslevel*, stresswert*, stress"),
    "cholesterol": phrases("cholesterin*, troponin*, blutwert*, bluttest*"),
}
ADVICE: Final[tuple[str, ...]] = phrases(
    """
    werde ich sterben, muss ich sterben, wie lange habe ich noch, lebenserwartung, risiko, schlaganfall
    bekommen, soll ich zum arzt, sollte ich zum arzt, muss ich zum arzt, soll ich zur ärztin, soll ich ins
    krankenhaus, muss ich ins krankenhaus, brauche ich einen arzt, diagnos*, bin ich krank, bin ich
    herzkrank, bin ich gesund, ist mein herz gesund, herzschwäche, herzkrank*, darf ich sport, kann ich
    sport, darf ich trinken, darf ich autofahren, darf ich auto fahren, darf ich fliegen, muss ich mir
    sorgen, sollte ich mir sorgen, sorgen machen, ist das schlimm, ist es schlimm, ist das gefährlich, ist
    es gefährlich, ist das ernst, schrittmacher, ablation, kardioversion, operation*, behandlung*,
    behandeln, heilen, therapie*, prognose*, was soll ich tun, was soll ich machen, was hat _ verursacht,
    ursache, wovon kommt, wodurch, kaffee trinken, alkohol trinken, sex
    """
)
CHANGES: Final[tuple[str, ...]] = phrases(
    """
    schalte, schalt, ausschalten, abschalten, einschalten, anschalten, deaktivier*, aktivier*, stumm*,
    lösche*, lösch, löschen, entferne*, stelle die, stell die, stelle den, stell den, setze die, setze den,
    einstellen, neu starten, neustart*, zurücksetzen, erinnere mich, bestätige den alarm, bestätige die,
    alarm bestätigen, exportier*, schicke*, schick, sende mir, sende die, sende den, ruf an, ruf meine*,
    drucke*, teile die, aufzeichnung stoppen, aufzeichnung starten, hör auf zu, ändere*, ändern, merke dir,
    merk dir
    """
)
